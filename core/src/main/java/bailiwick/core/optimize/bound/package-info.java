/**
 * How good a plan could be at best, and which centres and units a better one could still use.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.bound.LowerBound}. Internal to the optimiser;
 * depends on {@code objective}.
 */
@NullMarked
package bailiwick.core.optimize.bound;

import org.jspecify.annotations.NullMarked;
