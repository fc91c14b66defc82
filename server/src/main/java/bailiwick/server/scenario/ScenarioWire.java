package bailiwick.server.scenario;

import bailiwick.server.problem.ProblemItem;
import bailiwick.server.scenario.DesignWire.Origin;
import bailiwick.server.wire.Coordinates;
import bailiwick.server.wire.Figures;
import bailiwick.store.review.ScenarioState;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON of scenarios. */
@SuppressWarnings("ArrayRecordComponent") // columns on their way out, never compared
public final class ScenarioWire {

  private ScenarioWire() {}

  /** A scenario with all its totals. */
  @Schema(description = "A scenario with all its totals. The version is also the ETag.")
  public record ScenarioSummary(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b22")
          String id,
      @Schema(description = "Its plan.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b21")
          String planId,
      @Schema(description = "Name.", example = "Proposed") String name,
      @Schema(description = "Made from today's owners: the base of comparison.", example = "false")
          boolean today,
      @Schema(description = "How far it has come.", example = "DRAFT") ScenarioState state,
      @Schema(description = "Version; rises with every edit.", example = "7") long version,
      @Schema(description = "How many edits can be undone.", example = "2") int undoable,
      @Schema(description = "How many can be done again.", example = "0") int redoable,
      @Schema(description = "Currency of the money.", example = "USD") String currency,
      @Schema(description = "Territories in order of their numbers.")
          List<TerritorySummary> territories,
      @Schema(description = "Totals of all territories together.") Figures total,
      @Schema(description = "What no territory holds.") Unassigned unassigned,
      @Schema(description = "Balance of each measure.") List<MeasureBalance> balance,
      @Schema(description = "Territories that fall apart.") List<ContiguityFault> contiguityFaults,
      @Schema(
              description =
                  "What changes hands against Today; null for Today itself or without it.")
          @Nullable ChangeSummary change,
      @Schema(
              description =
                  "What its written rules ask for that cannot be decided as the books are now: the"
                      + " totals are without it.")
          List<ProblemItem> undecided,
      @Schema(
              description =
                  "What is odd about today's owners: who left or is unknown and still has accounts,"
                      + " accounts without an owner. Empty for every other scenario.")
          List<ProblemItem> ownerProblems,
      @Schema(description = "How it was designed; null when it was not.")
          @Nullable Origin origin) {}

  /** A territory with its totals. */
  @Schema(description = "A territory with its totals.")
  public record TerritorySummary(
      @Schema(description = "0-based number inside the scenario.", example = "6") int number,
      @Schema(description = "Code, unique in the plan.", example = "T07") String code,
      @Schema(description = "Name.", example = "Chicago North") String name,
      @Schema(description = "Colour number, 0-based; neighbours differ.", example = "3") int color,
      @Schema(description = "Target share of a full territory.", example = "1") double share,
      @Schema(
              description = "Its representative; null when vacant.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b11")
          @Nullable String representativeId,
      @Schema(description = "Name of the representative.", example = "Dana Whitfield")
          @Nullable String representativeName,
      @Schema(description = "Where the day starts.") @Nullable Coordinates home,
      @Schema(description = "Centre: mean place of its accounts weighted by potential.")
          @Nullable Coordinates centre,
      @Schema(description = "Number of units.", example = "310") int units,
      @Schema(description = "Totals.") Figures totals,
      @Schema(
              description = "The same with the average at 100, per full share.",
              example =
                  "{\"accounts\":97.4,\"potential\":104.1,\"workload\":99,\"sales\":88.2,\"pipeline\":110}")
          Figures index,
      @Schema(description = "Whether its units form one piece.", example = "true")
          boolean contiguous,
      @Schema(
              description =
                  "Moment of inertia about its centre in km² weighted by accounts' potential, lower"
                      + " is tighter: root mean square distance.",
              example = "41.7")
          double spreadKm) {}

  /** What no territory holds. */
  @Schema(description = "What no territory holds.")
  public record Unassigned(
      @Schema(description = "Units with accounts.", example = "0") int unitsWithAccounts,
      @Schema(description = "Units in all.", example = "0") int units,
      @Schema(description = "Totals.") Figures totals) {}

  /** Balance of a measure. */
  @Schema(description = "How even a measure is over the territories.")
  public record MeasureBalance(
      @Schema(description = "Measure.", example = "potential") String measure,
      @Schema(
              description = "Largest relative deviation from the target, a ratio.",
              example = "0.041")
          double largestDeviation,
      @Schema(description = "Territory that deviates most.", example = "T11")
          @Nullable String territoryCode,
      @Schema(description = "Deviation the design allowed.", example = "0.1")
          @Nullable Double tolerance,
      @Schema(
              description = "No plan with these units can be under this; known after a design.",
              example = "0.036")
          @Nullable Double lowerBound,
      @Schema(description = "Average per full territory.", example = "1250000") double mean) {}

  /** A territory in pieces. */
  @Schema(description = "A territory that falls apart.")
  public record ContiguityFault(
      @Schema(description = "Code of the territory.", example = "T07") String territoryCode,
      @Schema(description = "Number of pieces.", example = "2") int pieces,
      @Schema(
              description = "Units outside the largest piece, at most 200.",
              example = "[\"60614\"]")
          List<String> strayUnitIds) {}

  /** What changes hands. */
  @Schema(description = "What changes hands against another scenario.")
  public record ChangeSummary(
      @Schema(
              description = "The scenario compared with.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b22")
          String withScenarioId,
      @Schema(description = "Units that change territory.", example = "1205") int units,
      @Schema(description = "Totals of the accounts that change territory.") Figures moved,
      @Schema(
              description = "The same as shares of all, 0 to 1.",
              example =
                  "{\"accounts\":0.12,\"potential\":0.1,\"workload\":0.11,\"sales\":0.08,\"pipeline\":0.13}")
          Figures share) {}

  /** Units as columns. */
  @Schema(
      description =
          "All units of the plan as columns of equal length; money in whole currency units.")
  public record ScenarioUnits(
      @Schema(description = "Version these columns belong to.", example = "7") long version,
      @Schema(description = "Units.", example = "[\"60614\"]") List<String> unitIds,
      @Schema(description = "Territory number, -1 for none.", example = "[6]") int[] territory,
      @Schema(description = "Accounts.", example = "[14]") int[] accounts,
      @Schema(description = "Potential.", example = "[480000]") double[] potential,
      @Schema(description = "Workload, hours.", example = "[120.5]") double[] workload,
      @Schema(description = "Sales.", example = "[200000]") double[] sales,
      @Schema(description = "Pipeline.", example = "[90000]") double[] pipeline) {}

  /** Units to move. */
  @Schema(description = "Units to move to a territory.")
  public record Move(
      @NotEmpty
          @Size(max = 50000)
          @Schema(description = "Units.", example = "[\"60614\",\"60657\"]")
          List<@NotBlank String> unitIds,
      @Schema(description = "Code of the territory; null takes them out of any.", example = "T11")
          @Nullable String to) {}

  /** What an edit changed. */
  @Schema(description = "What an edit changed, and the scenario after it.")
  public record ScenarioEdit(
      @Schema(description = "The scenario after the edit.") ScenarioSummary summary,
      @Schema(description = "Units whose territory changed.", example = "[\"60614\"]")
          List<String> unitIds,
      @Schema(description = "Their territory numbers now, -1 for none.", example = "[10]")
          int[] territory) {}

  /** What a move would do. */
  @Schema(description = "What a move would do; nothing is written.")
  public record MovePreview(
      @Schema(description = "Units that would change territory.", example = "2") int units,
      @Schema(description = "What they hold.") Figures moved,
      @Schema(description = "Territories concerned, before and after.")
          List<TerritoryEffect> territories,
      @Schema(description = "Balance after the move.") List<MeasureBalance> balance,
      @Schema(description = "Territories that would fall apart.")
          List<ContiguityFault> contiguityFaults) {}

  /** A territory before and after. */
  @Schema(description = "A territory before and after a move.")
  public record TerritoryEffect(
      @Schema(description = "Before.") TerritorySummary before,
      @Schema(description = "After.") TerritorySummary after) {}

  /** Two scenarios compared. */
  @Schema(description = "A scenario compared with another: every account and unit that differs.")
  public record Comparison(
      @Schema(description = "The scenario.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b23")
          String scenarioId,
      @Schema(description = "What changes hands.") ChangeSummary change,
      @Schema(description = "From where to where, largest potential first.") List<Flow> flows,
      @Schema(description = "Units that differ.", example = "[\"60614\"]") List<String> unitIds,
      @Schema(description = "Their territory there, an empty text for none.", example = "[\"T07\"]")
          List<String> from,
      @Schema(description = "Their territory here.", example = "[\"T11\"]") List<String> to) {}

  /** What goes from one territory to another. */
  @Schema(description = "What goes from one territory to another.")
  public record Flow(
      @Schema(description = "Territory before; null for none.", example = "T07")
          @Nullable String from,
      @Schema(description = "Territory after; null for none.", example = "T11") @Nullable String to,
      @Schema(description = "Totals of the accounts that go.") Figures moved) {}

  /** What to change about a scenario. */
  @Schema(description = "What to change about a scenario; absent parts stay as they are.")
  public record ScenarioChange(
      @Size(min = 1, max = 120) @Schema(description = "Name.", example = "Proposed B")
          @Nullable String name,
      @Schema(description = "Territories to change.")
          @Nullable List<@Valid @NotNull TerritoryChange> territories) {}

  /** What to change about a territory. */
  @Schema(description = "What to change about a territory, found by its code.")
  public record TerritoryChange(
      @NotBlank @Schema(description = "Code.", example = "T07") String code,
      @Size(min = 1, max = 120) @Schema(description = "Name.", example = "Chicago North")
          @Nullable String name,
      @Schema(description = "Its representative.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b11")
          @Nullable UUID representativeId,
      @Schema(description = "True leaves the seat vacant.", example = "false")
          @Nullable Boolean vacant) {}
}
