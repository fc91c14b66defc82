package bailiwick.core.design;

/**
 * Whose each unit is today, and what it costs to change that. Immutable; owns its array and hands
 * out none.
 */
public final class Today {

  private final int[] territoryOf; // [unit number] -> territory number, or -1 for nobody's
  private final int measure;
  private final double weight;

  private Today(int[] territoryOf, int measure, double weight) {
    this.territoryOf = territoryOf;
    this.measure = measure;
    this.weight = weight;
  }

  /**
   * Today's plan.
   *
   * @param territoryOf {@code territoryOf[unit number]} is a territory number of the new plan, or
   *     -1 when the unit is nobody's or its territory ends
   * @param measure number of the measure by which disruption is weighed
   * @param weight what the objective grows by for each whole amount that changes hands, 0 or more
   */
  public static Today of(int[] territoryOf, int measure, double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The disruption weight (%s) must be a finite number, 0 or more.".formatted(weight));
    }
    return new Today(territoryOf.clone(), measure, weight);
  }

  /** The same plan, leaving which costs this for each whole amount, 0 or more. */
  public Today withWeight(double other) {
    return of(territoryOf, measure, other);
  }

  /** How many units it tells of. */
  public int unitCount() {
    return territoryOf.length;
  }

  /** Territory number of a unit today, or -1. */
  public int territoryOf(int unit) {
    return territoryOf[unit];
  }

  /** Number of the measure by which disruption is weighed. */
  public int measure() {
    return measure;
  }

  /** Cost of each whole amount that changes hands. */
  public double weight() {
    return weight;
  }

  /** A copy of {@code [unit number] -> territory number}. */
  public int[] toArray() {
    return territoryOf.clone();
  }
}
