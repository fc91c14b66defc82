package bailiwick.server.scenario;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.change.ChangeFigures;
import bailiwick.core.optimize.change.ChangeFigures.Moved;
import bailiwick.core.optimize.change.ChangeOutcome;
import bailiwick.core.optimize.district.DistrictPlan;
import bailiwick.core.optimize.number.NumberOutcome;
import bailiwick.core.optimize.number.NumberTried;
import bailiwick.core.unit.Measure;
import bailiwick.server.wire.Known;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** JSON of what designs find besides territories drawn from scratch. */
public final class ModesWire {

  private ModesWire() {}

  /** What a change moved. */
  @Schema(description = "What changed hands when territories were split, merged, removed or added.")
  public record ChangeFigure(
      @Schema(description = "What belonged to territories that ended.") MovedFigure hadTo,
      @Schema(description = "What left a territory that goes on.") MovedFigure besides,
      @Schema(description = "Territories that neither gained nor lost anything.", example = "36")
          int untouched,
      @Schema(
              description =
                  "Codes of territories that should lie in one piece, but did not before either and"
                      + " may stay so.",
              example = "[\"T12\"]")
          List<String> inPieces,
      @Schema(description = "All others than the untouched.") List<ChangedTerritory> territories) {

    /** What was kept before pieces were told has none. */
    public ChangeFigure {
      inPieces = Optional.ofNullable(inPieces).orElse(List.of());
    }

    static @Nullable ChangeFigure of(ChangeOutcome change) {
      DesignProblem problem = change.problem();
      return change
          .figures()
          .map(figures ->
              new ChangeFigure(
                  MovedFigure.of(figures.hadTo(), problem),
                  MovedFigure.of(figures.besides(), problem),
                  figures.untouched(),
                  figures.inPieces().stream().map(TerritoryCode::value).toList(),
                  figures.territories().stream()
                      .map(one -> ChangedTerritory.of(one, problem))
                      .toList()))
          .orElse(null);
    }
  }

  /** Some units. */
  @Schema(description = "Units, and the accounts in them.")
  public record MovedFigure(
      @Schema(description = "How many units.", example = "12") int units,
      @Schema(description = "How many accounts.", example = "340") long accounts) {

    static MovedFigure of(Moved moved, DesignProblem problem) {
      int accounts = problem.measures().indexOf(Measure.ACCOUNTS);
      return new MovedFigure(moved.units(), accounts < 0 ? 0 : moved.amounts().get(accounts));
    }
  }

  /** What became of a territory. */
  @Schema(description = "What became of a territory.")
  public record ChangedTerritory(
      @Schema(description = "Its code.", example = "T07") String code,
      @Schema(description = "What became of it.", example = "CHANGED") ChangeFigures.Fate fate,
      @Schema(description = "What it got.") MovedFigure gains,
      @Schema(description = "What it gave away.") MovedFigure loses) {

    static ChangedTerritory of(ChangeFigures.TerritoryChange one, DesignProblem problem) {
      return new ChangedTerritory(
          one.code().value(),
          one.fate(),
          MovedFigure.of(one.gains(), problem),
          MovedFigure.of(one.loses(), problem));
    }
  }

  /** How a number of territories was found. */
  @Schema(description = "How the number of territories was found.")
  public record NumberFigure(
      @Schema(description = "Fewest that can hold the total.", example = "34") int fewest,
      @Schema(description = "Most that can hold the total.", example = "46") int most,
      @Schema(description = "Those tried, ascending.") List<TriedNumber> tried,
      @Schema(
              description = "Why this many.",
              example =
                  "40 territories, of 5 numbers with a plan: their mean of 1597 comes nearest to the"
                      + " target of 1600 `workload`.")
          String reason) {

    static NumberFigure of(NumberOutcome found) {
      return new NumberFigure(
          found.range().fewest(),
          found.range().most(),
          found.tried().stream().map(TriedNumber::of).toList(),
          found.reason());
    }
  }

  /** A number that was tried. */
  @Schema(description = "A number of territories that was tried.")
  public record TriedNumber(
      @Schema(description = "How many.", example = "40") int territories,
      @Schema(description = "Whether a plan keeps every wish.", example = "true") boolean feasible,
      @Schema(description = "What each holds on average.", example = "1597") double mean,
      @Schema(
              description = "Largest relative deviation from the target; null without a plan.",
              example = "0.083")
          @Nullable Double largestDeviation,
      @Schema(description = "What it costs; null where nothing does.", example = "3912000")
          @Nullable Double cost) {

    static TriedNumber of(NumberTried tried) {
      return new TriedNumber(
          tried.number(),
          tried.isDesigned(),
          tried.mean(),
          Known.orNull(tried.deviation()),
          Known.orNull(tried.cost()));
    }
  }

  /** A district. */
  @Schema(description = "A district of territories.")
  public record DistrictFigure(
      @Schema(description = "Its code.", example = "D1") String code,
      @Schema(description = "Codes of its territories.", example = "[\"T01\", \"T07\"]")
          List<String> territoryCodes) {

    /**
     * The districts of a plan.
     *
     * @param codes of its territories, in order
     */
    static List<DistrictFigure> of(DistrictPlan plan, List<String> codes) {
      return IntStream.range(0, plan.codes().size())
          .mapToObj(district ->
              new DistrictFigure(
                  plan.codes().get(district).value(),
                  IntStream.range(0, codes.size())
                      .filter(territory -> plan.districtOf(territory) == district)
                      .mapToObj(codes::get)
                      .toList()))
          .toList();
    }
  }
}
