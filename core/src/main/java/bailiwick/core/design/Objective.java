package bailiwick.core.design;

/** What a design makes small. Immutable. */
public sealed interface Objective
    permits Objective.MomentOfInertia,
        Objective.SumOfDistances,
        Objective.CutEdges,
        Objective.MaxDiameter,
        Objective.Disruption,
        Preference {

  /** The name it has in reports. */
  String name();

  /** Whether it measures from the centres of territories. */
  default boolean isCentred() {
    return switch (this) {
      case MomentOfInertia moment -> true;
      case SumOfDistances sum -> true;
      case CutEdges cut -> false;
      case MaxDiameter diameter -> false;
      case Disruption disruption -> false;
      case Preference preference -> false;
    };
  }

  /**
   * Sum over units of weight times squared distance to the territory's centre, times a factor. The
   * weight is the unit's amount of one measure in whole units, and at least {@code floor}, so that
   * empty land is drawn compactly too.
   *
   * @param name the name it has in reports, such as {@code momentOfInertia}
   * @param measure number of the measure that weighs
   * @param floor least weight of a unit, 0 or more, in whole units of the measure
   * @param factor multiplies the sum, above 0
   */
  record MomentOfInertia(String name, int measure, double floor, double factor)
      implements Objective {
    public MomentOfInertia {
      if (!(floor >= 0) || !(factor > 0)) {
        throw new IllegalArgumentException(
            "The floor (%s) must be 0 or more and the factor (%s) above 0."
                .formatted(floor, factor));
      }
    }

    /** Weighted by a measure, without floor or factor. */
    public static MomentOfInertia of(int measure) {
      return new MomentOfInertia("momentOfInertia", measure, 0, 1);
    }
  }

  /**
   * Sum over units of the distance to the territory's centre, each unit counting once.
   *
   * @param name the name it has in reports
   */
  record SumOfDistances(String name) implements Objective {
    /** The objective under its usual name. */
    public static final SumOfDistances DEFAULT = new SumOfDistances("sumOfDistances");
  }

  /**
   * Number of pairs of touching units that lie in different territories. Needs a graph.
   *
   * @param name the name it has in reports
   */
  record CutEdges(String name) implements Objective {
    /** The objective under its usual name. */
    public static final CutEdges DEFAULT = new CutEdges("cutEdges");
  }

  /**
   * The largest distance between two units of one territory.
   *
   * @param name the name it has in reports
   */
  record MaxDiameter(String name) implements Objective {
    /** The objective under its usual name. */
    public static final MaxDiameter DEFAULT = new MaxDiameter("maxDiameter");
  }

  /**
   * Amount of a measure, in whole units, that is not in the territory it is in today. Needs a plan
   * of today.
   *
   * @param name the name it has in reports
   * @param measure number of the measure
   */
  record Disruption(String name, int measure) implements Objective {}
}
