/**
 * Scenarios: territories, the alignment, named accounts, and the journal behind undo.
 *
 * <p>Entry type: {@link bailiwick.store.scenario.ScenarioRepository}. Depends on {@code plan}.
 */
@NullMarked
package bailiwick.store.scenario;

import org.jspecify.annotations.NullMarked;
