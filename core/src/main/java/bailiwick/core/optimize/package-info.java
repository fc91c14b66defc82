/**
 * The territory optimiser: checks a problem for conflicts, deals the units out to centres, improves
 * the plan along the borders and tells how good it could be at best.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.Optimizer}. Depends on {@code design}, {@code
 * measure}, {@code alignment} and {@code unit}.
 */
@NullMarked
package bailiwick.core.optimize;

import org.jspecify.annotations.NullMarked;
