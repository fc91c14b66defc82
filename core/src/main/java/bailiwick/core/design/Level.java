package bailiwick.core.design;

import java.util.List;

/**
 * Goals that are only worth something once the ones before them have been reached: lexicographic
 * order.
 *
 * @param goals by weight among themselves; at least one
 * @param slack how much worse than reached each level before may become for the sake of this one,
 *     as a ratio of what was reached; 0 or more
 */
public record Level(List<Goal> goals, double slack) {
  public Level {
    goals = List.copyOf(goals);
    if (goals.isEmpty() || !(slack >= 0 && slack < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A level must have a goal (%s) and a slack (%s) of 0 or more."
              .formatted(goals.size(), slack));
    }
  }
}
