/**
 * How many territories suit a workload best: the numbers that can hold it, a design for each, and
 * the choice with its reason.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.number.BestNumber}. Depends on {@code optimize} and
 * {@code design}.
 */
@NullMarked
package bailiwick.core.optimize.number;

import org.jspecify.annotations.NullMarked;
