package bailiwick.core.optimize.change;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Level;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Succession;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.objective.BalanceExcess;
import bailiwick.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * The problem of a change: today's problem with the territories that follow, in which first of all
 * what changes hands is made small, and then what was to be made small before. Immutable.
 *
 * <p>Territories that neither are new nor get another's land may hold what they hold today, even
 * where that lies outside the rules of balance, unless everything is to be rebalanced: then a
 * change moves nothing that it does not have to move. The parts of a split share out what was
 * there, by their shares and with the tolerances asked for.
 */
final class ChangedProblem {

  /** Name of the goal that makes room where there is most. */
  private static final String ROOM = "roomFromTheFullest";

  private final DesignProblem before;
  private final ChangeRequest request;
  private final Succession succession;
  private final DesignProblem asked; // the succeeding territories under the rules as they are
  private final DesignProblem problem;

  private ChangedProblem(DesignProblem before, ChangeRequest request) {
    this.before = before;
    this.request = request;
    this.succession = Successors.of(before, request.change());
    this.asked = before.toBuilder().succeededBy(succession).build();
    if (needsBalance() && BalanceExcess.limitedMeasures(asked).length == 0) {
      throw ProblemException.of(new ChangeProblem.NothingBalanced());
    }
    this.problem = withGoals(asked.toBuilder().rules(rules())).build();
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
    List<BalanceRule> rules = new ArrayList<>();
    for (int m : BalanceExcess.limitedMeasures(asked)) {
      long[] held = held(m);
      for (int t = 0; t < asked.territoryCount(); t++) {
        Range range = new Range(asked.lower(m, t), asked.upper(m, t));
        if (isPart(t)) {
          range = part(m, t, held, new Range(untargeted.lower(m, t), untargeted.upper(m, t)));
        } else if (goesOn(t) && mayStayAsItIs()) {
          range = range.with(held[t]);
        }
        rules.addAll(BalanceRule.between(m, t, range.lower(), range.upper()));
      }
    }
    asked.rules().stream().filter(BalanceRule.CentreCapacity.class::isInstance).forEach(rules::add);
    return rules;
  }

  private boolean mayStayAsItIs() {
    return !request.rebalanced() || request.change() instanceof Change.Split;
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

  /** What a part may hold of what its territory holds today. */
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

  /** What each territory holds today. */
  private long[] held(int measure) {
    long[] held = new long[asked.territoryCount()];
    Today today = asked.today().orElseThrow();
    for (int unit = 0; unit < asked.unitCount(); unit++) {
      if (today.territoryOf(unit) >= 0) {
        held[today.territoryOf(unit)] += asked.amount(measure, unit);
      }
    }
    return held;
  }

  private DesignProblemBuilder withGoals(DesignProblemBuilder builder) {
    List<Goal> first = new ArrayList<>();
    first.add(Goal.of(new Objective.Disruption("disruption", request.measure())));
    if (request.change() instanceof Change.Add) {
      first.add(Goal.of(RoomFromTheFullest.preference(ROOM, asked, request.measure())));
    }
    builder.onlyGoals(first);
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
