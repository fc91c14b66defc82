/**
 * A plan under work: units dealt out in dense arrays, with territories' members, borders and totals
 * kept up to date move by move.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.plan.WorkingPlan}. Internal to the optimiser.
 */
@NullMarked
package bailiwick.core.optimize.plan;

import org.jspecify.annotations.NullMarked;
