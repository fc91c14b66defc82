package bailiwick.intake.quality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What amounts are usual among accounts of a kind, on a log scale. Learnt from the same accounts
 * that are judged: median and median absolute deviation bear with half of them being wrong.
 */
final class UsualAmounts {

  /** Fewer accounts of a kind say too little about what is usual. */
  private static final int FEWEST = 30;

  /** Turns a median absolute deviation into a standard deviation, for a normal distribution. */
  private static final double TO_STANDARD = 1.4826;

  /** Amounts within 28 % of each other are alike, however even the rest is. */
  private static final double LEAST_SPREAD = 0.25;

  private final Map<String, Usual> ofKind;
  private final @Nullable Usual ofAll;

  private UsualAmounts(Map<String, Usual> ofKind, @Nullable Usual ofAll) {
    this.ofKind = ofKind;
    this.ofAll = ofAll;
  }

  /** Median and spread of logarithms. */
  private record Usual(double median, double spread) {}

  /** Numbers as they come: a million of them in 8 MB. */
  private static final class Values {
    private double[] values = new double[16];
    private int size;

    void add(double value) {
      values = size < values.length ? values : Arrays.copyOf(values, 2 * size);
      values[size++] = value;
    }
  }

  /** Collects amounts above 0 by kind. */
  static final class Builder {

    private final Map<String, Values> ofKind = new HashMap<>();
    private final Values all = new Values();

    void add(String kind, double amount) {
      if (amount > 0) {
        double log = Math.log(amount);
        ofKind.computeIfAbsent(kind, none -> new Values()).add(log);
        all.add(log);
      }
    }

    UsualAmounts build() {
      Map<String, Usual> usual = new HashMap<>();
      ofKind.forEach((kind, logs) -> {
        if (logs.size >= FEWEST) {
          usual.put(kind, usual(logs));
        }
      });
      return new UsualAmounts(usual, all.size >= FEWEST ? usual(all) : null);
    }

    private static Usual usual(Values logs) {
      double[] sorted = Arrays.stream(logs.values, 0, logs.size).sorted().toArray();
      double median = middle(sorted);
      double[] away = Arrays.stream(sorted).map(log -> Math.abs(log - median)).sorted().toArray();
      return new Usual(median, Math.max(LEAST_SPREAD, TO_STANDARD * middle(away)));
    }

    private static double middle(double[] sorted) {
      int half = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
  }

  /**
   * What is usual where an amount is not, in the amount's own unit; null when the amount is usual,
   * is 0, or nothing is known of its like.
   */
  double @Nullable [] findUsual(String kind, double amount, double mostDeviations) {
    Usual usual = ofKind.getOrDefault(kind, ofAll);
    if (usual == null || !(amount > 0)) {
      return null;
    }
    double reach = mostDeviations * usual.spread;
    return Math.abs(Math.log(amount) - usual.median) <= reach
        ? null
        : new double[] {Math.exp(usual.median - reach), Math.exp(usual.median + reach)};
  }
}
