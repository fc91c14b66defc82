package bailiwick.store.publication;

import bailiwick.store.scenario.ScenarioTerritory;
import java.util.List;

/**
 * The rule set of a publication.
 *
 * @param text as people read it
 * @param document the same as JSON
 * @param territories codes in order of the numbers the rules were compiled with
 */
public record PublishedRules(
    Publication publication, String text, String document, List<ScenarioTerritory> territories) {

  public PublishedRules {
    territories = List.copyOf(territories);
  }
}
