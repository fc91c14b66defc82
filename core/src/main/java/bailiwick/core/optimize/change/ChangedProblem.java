package bailiwick.core.optimize.change;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.FieldDays;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Level;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.design.Succession;
import bailiwick.core.optimize.objective.BalanceExcess;
import bailiwick.core.optimize.objective.TodayLand;
import bailiwick.core.optimize.start.Proximity;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * The problem of a change: today's problem with the territories that follow, in which first of all
 * what changes hands is made small, and then what was to be made small before. Immutable.
 *
 * <p>Territories that neither are new nor get another's land may hold what they hold today, even
 * where that lies outside the rules of balance, unless everything is to be rebalanced: then a
 * change moves nothing that it does not have to move. What is nobody's today counts with the land
 * around it, as it does in plans. The parts of a split share out what was there, by their shares
 * and with the tolerances asked for. Where a territory lies in pieces today, these are linked: who
 * is out of one piece may stay so, too.
 */
final class ChangedProblem {

  /** Name of the goal that makes room where there is most. */
  private static final String ROOM = "roomFromTheFullest";

  private final DesignProblem before;
  private final ChangeRequest request;
  private final Succession succession;
  private final UnitGraph near;
  private final int[] landBefore; // [unit] -> territory before the change, -1 where nobody reaches
  private final PieceLinks links; // between pieces of today's land
  private final DesignProblem asked; // the succeeding territories under the rules as they are
  private final DesignProblem problem;

  private ChangedProblem(DesignProblem before, ChangeRequest request) {
    this.before = before;
    this.request = request;
    this.succession = Successors.of(before, request.change());
    this.near = Proximity.near(before);
    this.landBefore = TodayLand.of(before, near, before.today().orElseThrow());
    this.links =
        before.contiguous()
            ? PieceLinks.of(
                near,
                before.distances(),
                succession.heirs(landBefore),
                before.today().orElseThrow())
            : PieceLinks.none(near);
    this.asked = linked(before.toBuilder().succeededBy(succession)).build();
    if (needsBalance() && BalanceExcess.limitedMeasures(asked).length == 0) {
      throw ProblemException.of(new ChangeProblem.NothingBalanced());
    }
    DesignProblemBuilder builder = asked.toBuilder().rules(rules());
    asked.limitedDays().ifPresent(days -> builder.fieldDaysAtLeast(daysOfToday(days)));
    this.problem = withGoals(builder).build();
  }

  private DesignProblemBuilder linked(DesignProblemBuilder builder) {
    return hasPieces() ? builder.contiguous(links.graph()) : builder;
  }

  /**
   * The problem of a change.
   *
   * @param before with a plan of today
   * @throws ProblemException with every {@link ChangeProblem} found
   */
  static ChangedProblem of(DesignProblem before, ChangeRequest request) {
    if (before.today().isEmpty()) {
      throw ProblemException.of(new ChangeProblem.NoToday());
    }
    return new ChangedProblem(before, request);
  }

  DesignProblem before() {
    return before;
  }

  ChangeRequest request() {
    return request;
  }

  Succession succession() {
    return succession;
  }

  DesignProblem problem() {
    return problem;
  }

  /** Whether a territory lies in pieces today that should lie in one. */
  boolean hasPieces() {
    return !links.isEmpty();
  }

  /** The problem in which a plan keeps together what only its own links may. */
  DesignProblem judging(int[] plan) {
    return hasPieces()
        ? problem.toBuilder().contiguous(links.graphFor(plan, succession)).build()
        : problem;
  }

  /** Which units touch or are near, without links between pieces. */
  UnitGraph near() {
    return near;
  }

  /** Whose each unit was, land that is nobody's included; -1 where nobody reaches. */
  int[] landBefore() {
    return landBefore.clone();
  }

  /** The territory that is split and its parts, by their new numbers; empty for other changes. */
  int[] parts() {
    List<Integer> parts = new ArrayList<>();
    for (int t = 0; t < problem.territoryCount(); t++) {
      if (isPart(t)) {
        parts.add(t);
      }
    }
    return parts.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean needsBalance() {
    return switch (request.change()) {
      case Change.Split split -> true;
      case Change.Add add -> true;
      case Change.Merge merge -> false;
      case Change.Remove remove -> false;
    };
  }

  private boolean isPart(int territory) {
    return request.change() instanceof Change.Split split
        && succession.originOf(territory) >= 0
        && code(succession.originOf(territory)).equals(split.territory().value());
  }

  /** Whether it goes on with its own land only. */
  private boolean goesOn(int territory) {
    boolean gets =
        request.change() instanceof Change.Merge merge
            && asked.territories().get(territory).code().equals(merge.into());
    return succession.originOf(territory) >= 0 && !gets && !isPart(territory);
  }

  private String code(int old) {
    return before.territories().get(old).code().value();
  }

  /** All rules as limits of each territory, wider where one may stay as it is. */
  private List<BalanceRule> rules() {
    DesignProblem untargeted = asked.toBuilder().rules(rulesWithoutTarget()).build();
    long[][] owned = asked.totals(asked.today().orElseThrow().toArray());
    long[][] withLand = asked.totals(succession.heirs(landBefore));
    List<BalanceRule> rules = new ArrayList<>();
    for (int m : BalanceExcess.limitedMeasures(asked)) {
      for (int t = 0; t < asked.territoryCount(); t++) {
        Range range = new Range(asked.lower(m, t), asked.upper(m, t));
        if (isPart(t)) {
          Range free = new Range(untargeted.lower(m, t), untargeted.upper(m, t));
          range = part(m, t, withLand[m], free);
        } else if (goesOn(t) && !request.rebalanced()) {
          range = range.with(owned[m][t]).with(withLand[m][t]);
        }
        rules.addAll(BalanceRule.between(m, t, range.lower(), range.upper()));
      }
    }
    asked.rules().stream().filter(BalanceRule.CentreCapacity.class::isInstance).forEach(rules::add);
    return rules;
  }

  /** Days that territories take today which go on as they are, or those that they have anyway. */
  private long[] daysOfToday(FieldDays days) {
    long[] owned = days.totals(asked.today().orElseThrow().toArray());
    long[] withLand = days.totals(succession.heirs(landBefore));
    long[] least = new long[owned.length];
    for (int t = 0; t < least.length; t++) {
      boolean mayStay = goesOn(t) && !request.rebalanced();
      least[t] = mayStay ? Math.max(owned[t], withLand[t]) : 0;
    }
    return least;
  }

  private List<BalanceRule> rulesWithoutTarget() {
    return asked.rules().stream().filter(rule -> !(rule instanceof BalanceRule.Tolerance)).toList();
  }

  private record Range(long lower, long upper) {
    Range with(long amount) {
      return new Range(Math.min(lower, amount), Math.max(upper, amount));
    }

    Range within(long least, long most) {
      return new Range(Math.max(lower, least), Math.min(upper, most));
    }
  }

  /** What a part may hold of what its territory holds today, its land included. */
  private Range part(int measure, int territory, long[] held, Range untargeted) {
    double shares = 0;
    long all = 0;
    for (int t = 0; t < held.length; t++) {
      if (isPart(t)) {
        shares += asked.territories().get(t).share();
        all += held[t];
      }
    }
    double target = all * (asked.territories().get(territory).share() / shares);
    Range range = untargeted;
    for (BalanceRule rule : asked.rules()) {
      if (rule instanceof BalanceRule.Tolerance tolerance && tolerance.measure() == measure) {
        range = range.within(tolerance.lower(target), tolerance.upper(target));
      }
    }
    return range;
  }

  /** What changes hands first, then from whom new territories get it, then the problem's own. */
  private DesignProblemBuilder withGoals(DesignProblemBuilder builder) {
    builder.onlyGoals(List.of(Goal.of(new Objective.Disruption("disruption", request.measure()))));
    if (request.change() instanceof Change.Add) {
      Preference room = RoomFromTheFullest.preference(ROOM, asked, succession, request.measure());
      builder.then(new Level(List.of(Goal.of(room)), request.slack()));
    }
    List<Goal> own =
        asked.goals().stream()
            .filter(goal -> !(goal.objective() instanceof Objective.Disruption))
            .toList();
    if (!own.isEmpty()) {
      builder.then(new Level(own, request.slack()));
    }
    asked.laterLevels().forEach(builder::then);
    return builder;
  }
}
