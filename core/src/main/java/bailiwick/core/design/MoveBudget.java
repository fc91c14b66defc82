package bailiwick.core.design;

/**
 * The most that may change hands against today's plan. What is nobody's today changes no hands.
 * Immutable.
 */
public sealed interface MoveBudget {

  /** Number of the measure that is counted. */
  int measure();

  /** Largest amount allowed, fixed-point, 0 or more. */
  long most();

  private static void require(long most) {
    if (most < 0) {
      throw new IllegalArgumentException("The budget (%s) must be 0 or more.".formatted(most));
    }
  }

  /** What changes hands over all territories. */
  record InAll(int measure, long most) implements MoveBudget {
    public InAll {
      require(most);
    }
  }

  /**
   * What one territory loses: a representative's yearly reshuffle.
   *
   * @param territory number of the territory
   */
  record Leaving(int measure, int territory, long most) implements MoveBudget {
    public Leaving {
      require(most);
    }
  }

  /**
   * What one territory gains from others.
   *
   * @param territory number of the territory
   */
  record Entering(int measure, int territory, long most) implements MoveBudget {
    public Entering {
      require(most);
    }
  }
}
