/**
 * Plans with their units, and layers.
 *
 * <p>Entry type: {@link bailiwick.store.plan.PlanRepository}. Depends on {@code database}.
 */
@NullMarked
package bailiwick.store.plan;

import org.jspecify.annotations.NullMarked;
