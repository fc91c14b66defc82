package bailiwick.core.optimize.change;

import bailiwick.core.design.Comparison;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Goal;
import bailiwick.core.design.GoalValue;
import bailiwick.core.design.Objective;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the plan of a change with today's, goal by goal: what serving the same units comes to
 * with the territories before and after. Balance is left out, for its targets are others.
 */
final class GoalsOfToday {

  private GoalsOfToday() {}

  /** The plan, compared in every goal but disruption; in none where nobody reaches some unit. */
  static DesignPlan compare(ChangedProblem changed, DesignPlan plan) {
    DesignProblem before = changed.before();
    int[] land = changed.landBefore();
    if (Arrays.stream(land).anyMatch(t -> t < 0)) {
      return plan.comparedBy(List.of());
    }
    Map<String, Double> today = new LinkedHashMap<>();
    for (GoalValue goal :
        PlanFigures.of(before, UnitCosts.of(before), changed.near(), land).goals()) {
      today.putIfAbsent(goal.name(), goal.value());
    }
    disruptions(before).forEach(today::remove);
    List<Comparison> comparisons = new ArrayList<>();
    for (GoalValue goal : plan.goals()) {
      Double value = today.remove(goal.name());
      if (value != null) {
        comparisons.add(new Comparison(Comparison.Kind.GOAL, goal.name(), value, goal.value()));
      }
    }
    return plan.comparedBy(comparisons);
  }

  /** Names of the goals that count what changes hands, which today is nothing. */
  private static Set<String> disruptions(DesignProblem problem) {
    List<Goal> goals = new ArrayList<>(problem.goals());
    problem.laterLevels().forEach(level -> goals.addAll(level.goals()));
    Set<String> names = new HashSet<>();
    for (Goal goal : goals) {
      if (goal.objective() instanceof Objective.Disruption) {
        names.add(goal.objective().name());
      }
    }
    return names;
  }
}
