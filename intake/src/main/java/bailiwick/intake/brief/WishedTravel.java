package bailiwick.intake.brief;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Distances;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.GreatCircleTimes;
import bailiwick.core.optimize.field.FieldEstimate;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitKind;
import bailiwick.intake.brief.BriefWishes.TravelHours;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The days in the field that a brief reckons with. With homes they depend on who serves a unit, and
 * are a limit of their own; without, they are a measure of the units like any other, which comes
 * last and may be balanced. A unit that is visited at several places is as far from home as these
 * are in the mean, and who is met remotely takes as long as a visit. Immutable.
 */
final class WishedTravel {

  /** Visits in all that are reckoned with. */
  private static final double MOST_VISITS = 1e9;

  private final FieldWork work;
  private final boolean withHomes;

  private WishedTravel(FieldWork work, boolean withHomes) {
    this.work = work;
    this.withHomes = withHomes;
  }

  /**
   * What a brief wishes; empty where it wishes nothing, or something is wrong.
   *
   * @param own kilometres between the units' own places
   * @param visited kilometres from homes to where units are visited
   * @param problems takes what is wrong
   */
  static Optional<WishedTravel> of(
      DesignBrief brief,
      UnitAmounts amounts,
      Distances own,
      Distances visited,
      List<BriefProblem> problems) {
    return brief
        .wishes()
        .travelHours()
        .flatMap(wished ->
            visits(wished, amounts, problems)
                .map(visits ->
                    new WishedTravel(
                        FieldEstimate.of(own, visits, customers(brief, amounts))
                            .work(
                                wished.terms(),
                                new GreatCircleTimes(visited),
                                brief.territories().size()),
                        hasHomes(brief))));
  }

  /** Whether a measure is the days in the field and depends on who serves a unit. */
  static boolean isOfWhoServes(DesignBrief brief, String measure) {
    return measure.equals(FieldWork.DAYS.name())
        && brief.wishes().travelHours().isPresent()
        && hasHomes(brief);
  }

  private static boolean hasHomes(DesignBrief brief) {
    return brief.territories().stream().anyMatch(territory -> territory.home() != null);
  }

  private static Optional<double[]> visits(
      TravelHours wished, UnitAmounts amounts, List<BriefProblem> problems) {
    OptionalInt measure = amounts.findMeasure(wished.measure());
    if (measure.isEmpty()) {
      List<String> known = amounts.measures().stream().map(Measure::name).toList();
      problems.add(
          new BriefProblem.UnknownMeasure(
              "/travelHours/measure", wished.measure(), String.join(", ", known)));
      return Optional.empty();
    }
    Measure of = amounts.measures().get(measure.getAsInt());
    double[] visits =
        Arrays.stream(amounts.amounts(measure.getAsInt()))
            .mapToDouble(amount -> of.toDecimal(amount) * wished.visitsPerAmount())
            .toArray();
    double all = Arrays.stream(visits).sum();
    if (all == 0) {
      problems.add(new BriefProblem.EmptyMeasure("/travelHours/measure", wished.measure()));
      return Optional.empty();
    }
    if (all > MOST_VISITS) {
      problems.add(
          new BriefProblem.WrongValue(
              "/travelHours/visitsPerAmount",
              String.valueOf(wished.visitsPerAmount()),
              "a number with which all units together have at most 1e9 visits, not " + all));
      return Optional.empty();
    }
    return Optional.of(visits);
  }

  /** How many customers each unit has: the accounts of an area, one where it is an account. */
  private static double[] customers(DesignBrief brief, UnitAmounts amounts) {
    OptionalInt accounts = amounts.findMeasure(Measure.ACCOUNTS.name());
    if (accounts.isEmpty() || brief.unitKind() == UnitKind.ACCOUNT) {
      double[] ones = new double[amounts.units().size()];
      Arrays.fill(ones, 1);
      return ones;
    }
    return Arrays.stream(amounts.amounts(accounts.getAsInt())).asDoubleStream().toArray();
  }

  /** The amounts with the days of each unit, where these do not depend on who serves it. */
  UnitAmounts addTo(UnitAmounts amounts) {
    return withHomes ? amounts : amounts.with(FieldWork.DAYS, daysAnywhere());
  }

  private long[] daysAnywhere() {
    return IntStream.range(0, work.unitCount())
        .mapToLong(unit -> work.days(unit, Centre.FREE))
        .toArray();
  }

  /**
   * Limits the days where the brief does.
   *
   * @param measures that there are; the last are the days, where {@link #addTo(UnitAmounts)} says
   *     so
   */
  void addTo(DesignProblemBuilder builder, int measures) {
    builder.fieldWork(withHomes ? work : work.unlimited());
    if (!withHomes) {
      work.terms()
          .days()
          .ifPresent(days ->
              builder.rule(new BalanceRule.Capacity(measures - 1, days * FieldWork.DAYS.one())));
    }
  }
}
