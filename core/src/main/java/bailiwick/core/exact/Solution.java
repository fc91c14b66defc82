package bailiwick.core.exact;

import java.util.BitSet;
import java.util.Optional;

/**
 * A choice that keeps every row of its program and costs less than its cutoff: there is no other
 * way to make one. Immutable.
 */
public final class Solution {

  private final BitSet ones;
  private final double cost;

  private Solution(BitSet ones, double cost) {
    this.ones = ones;
    this.cost = cost;
  }

  /**
   * Checks a choice, whoever claims it to be a solution; empty when it breaks a row or reaches the
   * cutoff.
   *
   * @throws IllegalArgumentException when it names a variable that does not exist
   */
  public static Optional<Solution> of(BinaryProgram program, BitSet ones) {
    return program.isSolvedBy(ones)
        ? Optional.of(new Solution((BitSet) ones.clone(), program.costOf(ones)))
        : Optional.empty();
  }

  /** Whether a variable is 1. */
  public boolean isOne(int variable) {
    return ones.get(variable);
  }

  /** The variables that are 1. The caller may change what it gets. */
  public BitSet ones() {
    return (BitSet) ones.clone();
  }

  /** Its {@link BinaryProgram#costOf cost}. */
  public double cost() {
    return cost;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Solution that && ones.equals(that.ones) && cost == that.cost;
  }

  @Override
  public int hashCode() {
    return ones.hashCode();
  }

  @Override
  public String toString() {
    return "Solution[" + ones + ", cost " + cost + "]";
  }
}
