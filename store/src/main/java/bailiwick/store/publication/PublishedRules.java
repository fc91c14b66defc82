package bailiwick.store.publication;

import bailiwick.core.account.FamilyPolicy;
import bailiwick.store.scenario.ScenarioTerritory;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule set of a publication.
 *
 * @param until first day of the next publication in the layer, null when there is none
 * @param text as people read it
 * @param document the same as JSON
 * @param territories in order of the numbers the rules were compiled with
 * @param families by whose values it decides accounts of a family
 */
public record PublishedRules(
    Publication publication,
    @Nullable LocalDate until,
    String text,
    String document,
    List<ScenarioTerritory> territories,
    FamilyPolicy families) {

  public PublishedRules {
    territories = List.copyOf(territories);
  }
}
