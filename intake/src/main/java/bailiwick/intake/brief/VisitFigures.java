package bailiwick.intake.brief;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Level;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.unit.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How people are met in a plan, told where its brief says who decides or asks for hours in common.
 * Immutable.
 *
 * @param all of all territories together
 * @param territories by number
 */
public record VisitFigures(Meetings all, List<Meetings> territories) {

  /**
   * How those who decide are met, as means in which units count by their accounts.
   *
   * @param hoursInCommon of a working day; empty where hours are no goal or nothing is there
   * @param remoteShare part of the visits for which nobody travels, 0 to 1; empty where nothing is
   *     there
   */
  public record Meetings(OptionalDouble hoursInCommon, OptionalDouble remoteShare) {}

  public VisitFigures {
    territories = List.copyOf(territories);
  }

  /** The figures of a plan; empty where the brief does not ask for them. */
  public static Optional<VisitFigures> of(
      DesignBrief brief, DesignProblem problem, DesignPlan plan) {
    Optional<Preference> missed = missedHours(problem);
    BriefVisits visits = brief.wishes().visits();
    if (missed.isEmpty() && visits.decisionMakers().isEmpty()) {
      return Optional.empty();
    }
    int territories = problem.territoryCount();
    Sums all = new Sums();
    List<Sums> sums = Stream.generate(Sums::new).limit(territories).toList();
    int number = problem.measureOfMoves(); // accounts, as everywhere in a brief
    Measure measure = problem.measures().get(number);
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      int t = plan.alignment().territoryOf(unit);
      double times = measure.toDecimal(problem.amount(number, unit));
      double hours = missed.isEmpty() ? 0 : missed.get().at(unit, t);
      double remote = times * (1 - problem.distances().inPerson(unit));
      all.add(times, hours, remote);
      sums.get(t).add(times, hours, remote);
    }
    Optional<Double> day = missed.map(goal -> visits.day().hours());
    List<Meetings> rows = new ArrayList<>();
    sums.forEach(sum -> rows.add(sum.means(day)));
    return Optional.of(new VisitFigures(all.means(day), rows));
  }

  private static Optional<Preference> missedHours(DesignProblem problem) {
    return Stream.concat(
            problem.goals().stream(),
            problem.laterLevels().stream().map(Level::goals).flatMap(List::stream))
        .map(Goal::objective)
        .filter(VisitFigures::isMissedHours)
        .map(Preference.class::cast)
        .findFirst();
  }

  private static boolean isMissedHours(Objective objective) {
    return objective instanceof Preference
        && objective.name().equals(VisitedSites.TIME_ZONE_OVERLAP);
  }

  private static final class Sums {
    private double times;
    private double missed;
    private double remote;

    void add(double units, double hours, double fromAfar) {
      times += units;
      missed += hours;
      remote += fromAfar;
    }

    Meetings means(Optional<Double> day) {
      if (times == 0) {
        return new Meetings(OptionalDouble.empty(), OptionalDouble.empty());
      }
      return new Meetings(
          day.map(hours -> OptionalDouble.of(Math.max(0, hours - missed / times)))
              .orElse(OptionalDouble.empty()),
          OptionalDouble.of(remote / times));
    }
  }
}
