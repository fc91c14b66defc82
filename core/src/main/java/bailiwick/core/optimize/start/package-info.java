/**
 * The plan a search starts from: centres spread by weight, units dealt out by price so that totals
 * come near their targets, territories grown into single pieces.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.start.StartPlan}. Internal to the optimiser;
 * depends on {@code objective}.
 */
@NullMarked
package bailiwick.core.optimize.start;

import org.jspecify.annotations.NullMarked;
