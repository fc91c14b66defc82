package bailiwick.server.scenario;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.Comparison;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.TerritoryDays;
import bailiwick.intake.brief.VisitFigures;
import bailiwick.server.scenario.ModesWire.ChangeFigure;
import bailiwick.server.scenario.ModesWire.DistrictFigure;
import bailiwick.server.scenario.ModesWire.NumberFigure;
import bailiwick.server.wire.Known;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON of designs: what is asked, and what came of it. */
public final class DesignWire {

  private DesignWire() {}

  /**
   * A design brief as it was sent; {@link bailiwick.intake.brief.BriefReader} reads it, as it reads
   * a brief from a file. The API's document has the published schema of briefs in its place.
   */
  @Schema(name = "DesignBrief", description = "What to design.")
  public record WrittenBrief(@Schema(type = "object") JsonNode tree) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WrittenBrief {}
  }

  /** What curve to work out. */
  @Schema(description = "What trade-off curve to work out.")
  public record TradeOffRequest(
      @Schema(
              description =
                  "The wishes; as in a design from the scenario when absent. What leaving an owner"
                      + " costs is left out: the curve has a budget in its place.")
          @Nullable WrittenBrief brief,
      @Min(2)
          @Max(20)
          @Schema(
              description = "Budgets for each strictness of balance; 6 when absent.",
              example = "6")
          @Nullable Integer steps) {}

  /** How a scenario was designed. */
  @Schema(description = "How a scenario was designed; the same input and seed give it again.")
  public record Origin(
      @Schema(
              description = "The scenario it started from.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b22")
          String baseScenarioId,
      @Schema(description = "Seed.", example = "1") long seed,
      @Schema(
              description = "Value of the first level's goals by weight, lower is better.",
              example = "81234.5")
          double objective,
      @Schema(description = "No plan can have a lower one; null when unknown.", example = "79800")
          @Nullable Double objectiveBound,
      @Schema(
              description =
                  "By how much the best possible may be better at most, a ratio of the objective; 0 is proved"
                      + " best, null unknown.",
              example = "0.0177")
          @Nullable Double gap,
      @Schema(description = "Whether every wish was met.", example = "true") boolean feasible,
      @Schema(description = "Wishes not met, one sentence each.", example = "[]")
          List<String> breaches,
      @Schema(description = "What the plan is worth in each goal of all levels.")
          List<GoalFigure> goals,
      @Schema(
              description =
                  "How it compares with the scenario it started from, goal by goal and measure by"
                      + " measure; empty when that does not tell.")
          List<ComparisonFigure> comparedWithToday,
      @Schema(description = "SHA-256 of the input.", example = "9f86d081884c7d65") String inputHash,
      @Schema(description = "Version of the product and of its engine.", example = "0.1.0/5")
          String productVersion,
      @Schema(description = "Whether it was cancelled and kept its best.", example = "false")
          boolean cancelled,
      @Schema(
              description =
                  "The look at the clock at which a time limit stopped it, so that it can be made"
                      + " again; null when its work was done.",
              example = "412")
          @Nullable Long stoppedAtLook,
      @Schema(description = "Work done: how many changes were weighed.", example = "4320000")
          long evaluations,
      @Schema(
              description =
                  "What a native exact solver spent, in its own units; 0 when none took part.",
              example = "0.0")
          double exactWork,
      @Schema(
              description = "Why the exact solver gave no answer where it was asked; null else.",
              example = "The solver ended by itself.")
          @Nullable String exactFailure,
      @Schema(
              description =
                  "The job of the trade-off curve that it is a plan of; null when it was designed by"
                      + " itself.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b20")
          @Nullable String curveJobId,
      @Schema(description = "What a change moved; null when territories were not changed.")
          @Nullable ChangeFigure change,
      @Schema(description = "How their number was found; null when it was given.")
          @Nullable NumberFigure number,
      @Schema(description = "Districts of the territories; null when none were asked for.")
          @Nullable List<DistrictFigure> districts,
      @Schema(
              description =
                  "How those who decide are met; null where neither decision makers nor hours in"
                      + " common were part of the wishes.")
          @Nullable VisitFigure visits,
      @Schema(
              description =
                  "The days in the field of each territory; null when travel hours were not asked"
                      + " for.")
          @Nullable List<DaysFigure> daysInTheField) {}

  /** How those who decide are met. */
  @Schema(description = "How those who decide at units are met, in all and by territory.")
  public record VisitFigure(
      @Schema(
              description =
                  "Hours of a working day in common, on average; null where hours are no goal.",
              example = "6.9")
          @Nullable Double hoursInCommon,
      @Schema(
              description = "Part of the visits for which nobody travels; null without any.",
              example = "0.35")
          @Nullable Double remoteShare,
      @Schema(description = "The same of each territory.") List<TerritoryVisits> territories) {

    /**
     * The figures of a plan.
     *
     * @param codes of its territories, in order
     */
    static VisitFigure of(VisitFigures figures, List<String> codes) {
      return new VisitFigure(
          Known.orNull(figures.all().hoursInCommon()),
          Known.orNull(figures.all().remoteShare()),
          IntStream.range(0, codes.size())
              .mapToObj(t -> TerritoryVisits.of(codes.get(t), figures.territories().get(t)))
              .toList());
    }
  }

  /** How those who decide are met in a territory. */
  @Schema(description = "How those who decide are met in a territory.")
  public record TerritoryVisits(
      @Schema(description = "Its code.", example = "T01") String code,
      @Schema(
              description = "Hours of a working day in common; null where hours are no goal.",
              example = "7.2")
          @Nullable Double hoursInCommon,
      @Schema(
              description = "Part of the visits for which nobody travels; null without any.",
              example = "0.35")
          @Nullable Double remoteShare) {

    private static TerritoryVisits of(String code, VisitFigures.Meetings meetings) {
      return new TerritoryVisits(
          code, Known.orNull(meetings.hoursInCommon()), Known.orNull(meetings.remoteShare()));
    }
  }

  /** The days in the field of a territory. */
  @Schema(
      description =
          "The days in the field that a territory takes, driving included; an estimate good for"
              + " about "
              + FieldWork.ACCURACY_PERCENT
              + " %.")
  public record DaysFigure(
      @Schema(description = "Code of the territory.", example = "T01") String code,
      @Schema(description = "Days that its visits take.", example = "187.5") double days,
      @Schema(description = "Days that it has; null when nobody says.", example = "200")
          @Nullable Double daysAvailable,
      @Schema(description = "Hours with customers.", example = "840") double visitHours,
      @Schema(description = "Hours of driving.", example = "520.5") double drivingHours,
      @Schema(
              description =
                  "Units with visits so far from home that people are expected to stay overnight.",
              example = "3")
          int overnightUnits) {

    static DaysFigure of(TerritoryDays one, TerritoryCode code) {
      return new DaysFigure(
          code.value(),
          one.days(),
          Known.orNull(one.most()),
          one.visitHours(),
          one.drivingHours(),
          one.overnightUnits());
    }
  }

  /** A goal's value. */
  @Schema(description = "What a plan is worth in a goal; lower is better.")
  public record GoalFigure(
      @Schema(description = "Name of the goal.", example = "momentOfInertia") String goal,
      @Schema(description = "Its value.", example = "81234.5") double value,
      @Schema(description = "Its weight within its level.", example = "1") double weight,
      @Schema(description = "0 for the first level.", example = "0") int level) {}

  /** One respect in which a plan differs from today's. */
  @Schema(description = "One respect in which a plan compares with today's; lower is better.")
  public record ComparisonFigure(
      @Schema(
              description =
                  "GOAL: the value of a goal. BALANCE: a measure's largest relative deviation.",
              example = "BALANCE")
          Comparison.Kind kind,
      @Schema(description = "Name of the goal or measure.", example = "potential") String name,
      @Schema(description = "Value of today's plan.", example = "0.31") double today,
      @Schema(description = "Value of the new one.", example = "0.08") double plan,
      @Schema(description = "Whether the new one is worse.", example = "false") boolean sacrifice) {

    static ComparisonFigure of(Comparison one) {
      return new ComparisonFigure(
          one.kind(), one.name(), one.today(), one.plan(), one.isSacrifice());
    }
  }
}
