/**
 * Territories added, removed, split or merged, touching as little of today's plan as possible.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.change.ChangeDesign}. Depends on {@code optimize},
 * its parts and {@code design}.
 */
@NullMarked
package bailiwick.core.optimize.change;

import org.jspecify.annotations.NullMarked;
