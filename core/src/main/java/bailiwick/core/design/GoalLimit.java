package bailiwick.core.design;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The most that some goals may come to together, by their weights.
 *
 * @param goals at least one
 * @param most largest sum allowed, 0 or more
 */
public record GoalLimit(List<Goal> goals, double most) {

  /** Part of a limit that rounding may exceed it by. */
  private static final double ROUNDING = 1e-9;

  public GoalLimit {
    goals = List.copyOf(goals);
    if (goals.isEmpty() || !(most >= 0)) {
      throw new IllegalArgumentException(
          "The limit (%s) of %s goals must be 0 or more, of one goal at least."
              .formatted(most, goals.size()));
    }
    if (goals.size() > 1
        && goals.stream().anyMatch(goal -> goal.objective() instanceof Objective.MaxDiameter)) {
      throw new IllegalArgumentException("A diameter must be limited by itself.");
    }
  }

  /** How far a sum lies above the limit, relative to it where it is not 0; rounding aside. */
  public double excess(double sum) {
    double scale = most > 0 ? most : 1;
    double over = (sum - most) / scale;
    return over <= ROUNDING ? 0 : over;
  }

  /** The goals' names. */
  public String name() {
    return goals.stream().map(goal -> goal.objective().name()).collect(Collectors.joining(" + "));
  }
}
