package bailiwick.core.design;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How much work a design is worth, counted in evaluations and never in time, so that the same input
 * and seed give the same plan on any machine under any load.
 */
public enum Effort {

  /** A first look, a few seconds on 34,000 units. */
  QUICK(60),

  /** What one would show to others, about twenty seconds on 34,000 units. */
  BALANCED(360),

  /** The last word, a few minutes on 34,000 units. */
  THOROUGH(3_000);

  /** Units below which a problem is searched as long as one of so many, to get it right. */
  private static final int LEAST_UNITS = 12_000;

  /** Territories beyond which each more adds to the borders that have to be searched. */
  private static final int USUAL_TERRITORIES = 40;

  private final int evaluationsPerUnit;

  Effort(int evaluationsPerUnit) {
    this.evaluationsPerUnit = evaluationsPerUnit;
  }

  /** The word for it in briefs, such as {@code quick}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The effort of a word, empty when there is none. */
  public static Optional<Effort> findByWord(String word) {
    return Arrays.stream(values()).filter(effort -> effort.word().equals(word)).findFirst();
  }

  /**
   * Evaluations to spend on a problem, above 0: proportional to its units, and beyond 40
   * territories to the length of their borders, which grows with the root of their number.
   */
  public long workFor(DesignProblem problem) {
    long units = Math.max(LEAST_UNITS, problem.unitCount());
    double borders = Math.sqrt(Math.max(1, problem.territoryCount() / (double) USUAL_TERRITORIES));
    return (long) (units * evaluationsPerUnit * borders);
  }
}
