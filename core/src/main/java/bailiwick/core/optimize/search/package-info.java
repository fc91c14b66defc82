/**
 * Improves plans along the borders: moves, exchanges and chains under falling temperature, on
 * islands that share their best plans at fixed amounts of work.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.search.Archipelago}. Internal to the optimiser;
 * depends on {@code start} and {@code objective}.
 */
@NullMarked
package bailiwick.core.optimize.search;

import org.jspecify.annotations.NullMarked;
