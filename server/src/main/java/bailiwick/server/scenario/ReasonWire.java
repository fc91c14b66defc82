package bailiwick.server.scenario;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.GoalValue;
import bailiwick.core.optimize.explain.Holding;
import bailiwick.core.optimize.explain.Reason;
import bailiwick.core.optimize.explain.Term;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of the reasons why units are where they are. */
public final class ReasonWire {

  private ReasonWire() {}

  /** Reasons of a scenario. */
  @Schema(
      description =
          "Why units of a scenario are where they are: what would change if one alone were"
              + " elsewhere, by the wishes that the scenario was designed with.")
  public record ScenarioReasons(
      @Schema(description = "Version of the scenario they belong to.", example = "7") long version,
      @Schema(
              description = "The scenario against which units move; null when there is none.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b22")
          @Nullable String againstScenarioId,
      @Schema(description = "Units that change hands against it.", example = "212") int moved,
      @Schema(description = "The reasons.") List<UnitReason> items,
      @Schema(
              description = "Where the next page begins; null when this is the last.",
              example = "60614")
          @Nullable String nextCursor) {}

  /** Why a unit is where it is. */
  @Schema(
      description =
          "Why a unit is where it is, against one other territory: the one it had before if that is"
              + " another, else the neighbouring one where the goals would be best.")
  public record UnitReason(
      @Schema(description = "The unit.", example = "60614") String unitId,
      @Schema(description = "The territory that has it.", example = "T11") String territoryCode,
      @Schema(description = "The territory that had it; null when nobody had.", example = "T07")
          @Nullable String fromCode,
      @Schema(description = "Whether it changes hands.", example = "true") boolean moved,
      @Schema(
              description = "The territory it is compared with; null when there is none.",
              example = "T07")
          @Nullable String otherCode,
      @Schema(description = "What each goal would change by in the other territory.")
          List<GoalChange> goals,
      @Schema(
              description = "What keeps it from the other territory, whatever the goals say.",
              example = "[\"`potential` of `T07` would be 1510000, above its most 1480000\"]")
          List<String> holdings,
      @Schema(
              description = "All of it in one sentence.",
              example =
                  "`60614` moves from `T07` to `T11`: in `T07`, `momentOfInertia` would be 812"
                      + " more.")
          String sentence) {

    /** A reason as JSON, with the values of the plan's goals to measure changes by. */
    static UnitReason of(Reason reason, List<GoalValue> values) {
      return new UnitReason(
          reason.unit().value(),
          reason.territory().value(),
          reason.today().map(TerritoryCode::value).orElse(null),
          reason.isMoved(),
          reason.other().map(TerritoryCode::value).orElse(null),
          reason.terms().stream().map(term -> GoalChange.of(term, values)).toList(),
          reason.holdings().stream().map(Holding::words).toList(),
          reason.sentence());
    }
  }

  /** What a goal would change by. */
  @Schema(description = "What a goal would change by; above 0 is worse.")
  public record GoalChange(
      @Schema(description = "Name of the goal.", example = "momentOfInertia") String goal,
      @Schema(description = "In the unit of the objective, weight included.", example = "812.5")
          double change,
      @Schema(
              description = "As a ratio of the goal's whole value; null when that is 0.",
              example = "0.0041")
          @Nullable Double share) {

    static GoalChange of(Term term, List<GoalValue> values) {
      double whole =
          values.stream()
              .filter(value -> value.level() == 0 && value.name().equals(term.goal()))
              .mapToDouble(value -> value.value() * value.weight())
              .sum();
      return new GoalChange(term.goal(), term.change(), whole == 0 ? null : term.change() / whole);
    }
  }
}
