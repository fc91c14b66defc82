package bailiwick.intake.generate;

import java.util.Arrays;
import java.util.List;

/**
 * A stream of draws that is the same on every machine and Java version. Not thread-safe.
 *
 * <p>Each account, territory and purpose has a stream of its own, so that nothing depends on the
 * order in which things are drawn, and a part of the company can be drawn again without the rest.
 *
 * <p>Source: Guy L. Steele, Doug Lea, Christine H. Flood, <em>Fast splittable pseudorandom number
 * generators</em>, OOPSLA 2014 (SplitMix64).
 */
final class Draws {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Draws(long state) {
    this.state = state;
  }

  /** The stream of one thing. */
  static Draws of(long seed, Purpose purpose, long number) {
    long mixed = mix(seed + GOLDEN);
    mixed = mix(mixed ^ purpose.salt * GOLDEN);
    return new Draws(mix(mixed ^ (number + 1) * GOLDEN));
  }

  /** What a stream is for. The numbers are part of every company's bytes and must stay. */
  enum Purpose {
    CUTS(1),
    SHARES(2),
    ROLES(3),
    PERSON(4),
    PROFILE(5),
    FAULT(6),
    DEALS(7),
    CONTACTS(8);

    private final long salt;

    Purpose(long salt) {
      this.salt = salt;
    }
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  /** A number from 0 to below 1. */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** A number from one to another. */
  double between(double from, double to) {
    return from + (to - from) * unit();
  }

  /** A whole number from 0 to below a bound. */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  /** Whether something of a chance happens. */
  boolean happens(double chance) {
    return unit() < chance;
  }

  /** One of several. */
  <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** A number of the normal distribution, by the polar method's cousin of Box and Muller. */
  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** A number whose logarithm is normal: half lie under the median. */
  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * gaussian());
  }

  /** How often something happens that happens so often on average; by Knuth's product. */
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = unit(); product > limit; product *= unit()) {
      count++;
    }
    return count;
  }

  /**
   * A position drawn by weight.
   *
   * @param cumulative sums of the weights up to and with each position, the last above 0
   */
  int weighted(double[] cumulative) {
    double wanted = unit() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, wanted);
    int position = found >= 0 ? found + 1 : -found - 1;
    return Math.min(position, cumulative.length - 1);
  }
}
