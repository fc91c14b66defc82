/**
 * Plans and the list of their scenarios.
 *
 * <p>Entry type: {@link bailiwick.server.plan.PlanResource}.
 */
@NullMarked
package bailiwick.server.plan;

import org.jspecify.annotations.NullMarked;
