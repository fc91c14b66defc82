package bailiwick.core.exact;

import static bailiwick.core.exact.BinaryProgram.NO_LOWER;
import static bailiwick.core.exact.BinaryProgram.NO_UPPER;

import java.util.BitSet;
import java.util.SplittableRandom;

/** Small programs for tests. */
public final class Programs {

  private Programs() {}

  /** Costs as given. */
  public static double[] costs(double... costs) {
    return costs;
  }

  /** A choice of the variables named. */
  public static BitSet ones(int... variables) {
    BitSet ones = new BitSet();
    for (int variable : variables) {
      ones.set(variable);
    }
    return ones;
  }

  /**
   * Deals units out to homes: each to one, and each home gets an amount between two limits.
   * Variable {@code unit × homes + home}.
   *
   * @param amounts {@code amounts[unit]}
   * @param costs {@code costs[unit][home]}
   */
  public static BinaryProgram assignment(long[] amounts, double[][] costs, long lower, long upper) {
    int homes = costs[0].length;
    double[] flat = new double[amounts.length * homes];
    for (int k = 0; k < flat.length; k++) {
      flat[k] = costs[k / homes][k % homes];
    }
    BinaryProgramBuilder builder = BinaryProgram.builder(flat);
    for (int unit = 0; unit < amounts.length; unit++) {
      builder.row(1, 1);
      for (int home = 0; home < homes; home++) {
        builder.term(unit * homes + home, 1);
      }
    }
    for (int home = 0; home < homes; home++) {
      builder.row(lower, upper);
      for (int unit = 0; unit < amounts.length; unit++) {
        builder.term(unit * homes + home, amounts[unit]);
      }
    }
    return builder.build();
  }

  /** An assignment of random units at random costs, hard to solve and to prove when it is large. */
  public static BinaryProgram randomAssignment(SplittableRandom random, int units, int homes) {
    long[] amounts = random.longs(units, 100_000, 1_000_000).toArray();
    double[][] costs = new double[units][];
    long total = 0;
    for (int unit = 0; unit < units; unit++) {
      total += amounts[unit];
      costs[unit] = random.doubles(homes, 1, 1_000).toArray();
    }
    long mean = total / homes;
    return assignment(amounts, costs, mean - mean / 2000, mean + mean / 2000);
  }

  /** Any program: costs and coefficients of both signs, limits on either side, hint, cutoff. */
  public static BinaryProgram random(SplittableRandom random, int variables, int rows) {
    BinaryProgramBuilder builder =
        BinaryProgram.builder(random.doubles(variables, -10, 20).toArray());
    for (int row = 0; row < rows; row++) {
      long middle = random.nextLong(-10, 40);
      long width = random.nextLong(0, 30);
      builder.row(
          random.nextInt(4) == 0 ? NO_LOWER : middle,
          random.nextInt(4) == 0 ? NO_UPPER : middle + width);
      for (int variable = 0; variable < variables; variable++) {
        if (random.nextInt(3) > 0) {
          builder.term(variable, random.nextLong(-10, 20));
        }
      }
    }
    BinaryProgram program = builder.build();
    if (random.nextBoolean()) {
      program = program.withHint(BitSet.valueOf(new long[] {random.nextLong(1L << variables)}));
    }
    return random.nextInt(3) == 0 ? program.withCutoff(random.nextDouble(-20, 40)) : program;
  }
}
