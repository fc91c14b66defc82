package bailiwick.core.optimize.objective;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Preference;
import bailiwick.core.design.Today;
import java.util.List;

/**
 * What it costs that a unit belongs to a territory of that name, wherever its centre lies: leaving
 * today's territory, and the preferences. Immutable; owns its arrays.
 */
public final class NamedCosts {

  private final int[] today; // [unit] -> territory or -1; empty when leaving costs nothing
  private final double[] leaving; // [unit] -> cost of leaving today's territory
  private final List<Goal> preferences;

  private NamedCosts(int[] today, double[] leaving, List<Goal> preferences) {
    this.today = today;
    this.leaving = leaving;
    this.preferences = preferences;
  }

  /** The costs of a problem's goals. */
  public static NamedCosts of(DesignProblem problem) {
    List<Goal> preferences =
        problem.goals().stream().filter(goal -> goal.objective() instanceof Preference).toList();
    int[] today =
        problem.disruptionGoals().isEmpty()
            ? new int[0]
            : problem.today().map(Today::toArray).orElseThrow();
    return new NamedCosts(today, DisruptionCost.ofLeaving(problem), preferences);
  }

  /** Whether units prefer some territories to others. */
  public boolean hasPreferences() {
    return !preferences.isEmpty();
  }

  /** Cost of a unit in a territory, 0 or more. */
  public double at(int unit, int territory) {
    double leave = today.length == 0 || today[unit] == territory ? 0 : leaving[unit];
    return leave + preferenceAt(unit, territory);
  }

  /** The part of it that preferences make. */
  public double preferenceAt(int unit, int territory) {
    double sum = 0;
    for (Goal goal : preferences) {
      sum += goal.weight() * ((Preference) goal.objective()).at(unit, territory);
    }
    return sum;
  }
}
