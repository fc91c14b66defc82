package bailiwick.server.scenario;

import bailiwick.core.alignment.Alignment;
import bailiwick.store.scenario.ScenarioTerritory;
import java.util.List;

/**
 * A plan whose territories have the codes, names and people of the scenario to be made of it.
 * Immutable.
 *
 * @param territories in order of their numbers
 * @param alignment under their codes
 * @param drawnAs the codes they had while they were designed, in the same order
 */
record NamedPlan(List<ScenarioTerritory> territories, Alignment alignment, List<String> drawnAs) {

  NamedPlan {
    territories = List.copyOf(territories);
    drawnAs = List.copyOf(drawnAs);
  }

  /** The codes of the territories, in order. */
  List<String> codes() {
    return territories.stream().map(one -> one.code().value()).toList();
  }

  /** Whether some territory has another code than the brief knew it by. */
  boolean isRenamed() {
    return !codes().equals(drawnAs);
  }
}
