package bailiwick.core.design;

/**
 * One thing that a design makes small, and how much it counts beside the others.
 *
 * @param weight multiplies its value in the sum of all goals, above 0
 */
public record Goal(Objective objective, double weight) {
  public Goal {
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The weight (%s) of %s must be a finite number above 0."
              .formatted(weight, objective.name()));
    }
  }

  /** A goal that counts once. */
  public static Goal of(Objective objective) {
    return new Goal(objective, 1);
  }
}
