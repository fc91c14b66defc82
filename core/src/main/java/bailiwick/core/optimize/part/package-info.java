/**
 * Improves a plan by solving a few neighbouring territories at a time exactly, all others as they
 * are.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.part.PartSearch}. Internal to the optimiser;
 * depends on {@code finish} and {@code bound}.
 */
@NullMarked
package bailiwick.core.optimize.part;

import org.jspecify.annotations.NullMarked;
