package bailiwick.intake.brief;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.optimize.number.NumberRequest;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.Measure;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Makes the optimiser's question for a number of territories of a brief's. */
public final class BriefNumbers {

  private BriefNumbers() {}

  /**
   * The question.
   *
   * @throws ProblemException when the units do not have the measure
   */
  public static NumberRequest request(BriefNumber number, UnitAmounts amounts) {
    OptionalInt measure = amounts.findMeasure(number.measure());
    if (measure.isEmpty()) {
      String known =
          amounts.measures().stream().map(Measure::name).collect(Collectors.joining(", "));
      throw ProblemException.of(
          new BriefProblem.UnknownMeasure("/bestNumber/measure", number.measure(), known));
    }
    double one = amounts.measures().get(measure.getAsInt()).one();
    return new NumberRequest(
        measure.getAsInt(),
        Math.max(1, Math.round(number.target() * one)),
        number.tolerance(),
        number.least(),
        number.most(),
        number.territoryCost(),
        number.distanceCost());
  }

  /** A problem of territories that came of the question: each holds about the target. */
  public static DesignProblem limited(
      DesignProblem problem, BriefNumber number, UnitAmounts amounts) {
    return problem.toBuilder().rule(request(number, amounts).limits()).build();
  }

  /** So many territories {@code T01} … without homes, as a brief with their number has them. */
  public static List<TerritorySpec> territories(int count) {
    return DesignBrief.equalTerritories(count).stream()
        .map(each -> new TerritorySpec(new TerritoryCode(each.code()), each.share(), Centre.FREE))
        .toList();
  }
}
