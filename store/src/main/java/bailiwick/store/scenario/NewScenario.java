package bailiwick.store.scenario;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.plan.PlanId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scenario to be made.
 *
 * @param name unique within the plan
 * @param brief the design brief as JSON, null when made by hand
 * @param territories in order of their numbers
 * @param alignment over the plan's units; its territories are those of {@code territories}, in
 *     order
 * @param named accounts held whatever their unit says
 */
public record NewScenario(
    PlanId plan,
    String name,
    ScenarioKind kind,
    @Nullable ScenarioId basedOn,
    @Nullable String brief,
    List<ScenarioTerritory> territories,
    Alignment alignment,
    Map<AccountId, TerritoryCode> named,
    String createdBy) {

  public NewScenario {
    territories = List.copyOf(territories);
    named = Map.copyOf(named);
    List<TerritoryCode> codes = territories.stream().map(ScenarioTerritory::code).toList();
    if (!codes.equals(alignment.territories())) {
      throw new IllegalArgumentException(
          "The territories (%s) must be those of the alignment (%s)."
              .formatted(codes, alignment.territories()));
    }
  }
}
