package bailiwick.core.optimize.start;

import java.util.Arrays;

/**
 * Where a search starts. Immutable; owns its arrays.
 *
 * <p>The tolls are the prices at which the plan was dealt out: what a mean total of a limited
 * measure costs besides at a territory, in the unit of the objective.
 */
public final class Start {

  private final int[] territoryOf; // [unit] -> territory
  private final double[][] toll; // [limited measure][territory] -> price of one mean total

  Start(int[] territoryOf, double[][] toll) {
    this.territoryOf = territoryOf.clone();
    this.toll = Arrays.stream(toll).map(double[]::clone).toArray(double[][]::new);
  }

  /** A copy of {@code [unit] -> territory}. */
  public int[] toArray() {
    return territoryOf.clone();
  }

  /** A copy of {@code [limited measure][territory]}; without limited measures one row of zeros. */
  public double[][] tolls() {
    return Arrays.stream(toll).map(double[]::clone).toArray(double[][]::new);
  }
}
