/**
 * What a plan costs, in parts: each part keeps its value up to date move by move and has a slow
 * twin that works it out from scratch.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.objective.Score}. Internal to the optimiser;
 * depends on {@code plan}.
 */
@NullMarked
package bailiwick.core.optimize.objective;

import org.jspecify.annotations.NullMarked;
