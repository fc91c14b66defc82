/**
 * Finishes a design exactly where a bound leaves few possibilities: the best of all plans, with
 * proof.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.finish.ExactFinish}. Internal to the optimiser;
 * depends on {@code bound} and {@code bailiwick.core.exact}.
 */
@NullMarked
package bailiwick.core.optimize.finish;

import org.jspecify.annotations.NullMarked;
