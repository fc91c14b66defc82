/**
 * Scenarios: totals, moves with preview, undo and redo, comparison, and the design job.
 *
 * <p>Entry type: {@link bailiwick.server.scenario.ScenarioResource}.
 */
@NullMarked
package bailiwick.server.scenario;

import org.jspecify.annotations.NullMarked;
