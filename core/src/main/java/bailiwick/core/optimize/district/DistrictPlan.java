package bailiwick.core.optimize.district;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import java.util.Arrays;
import java.util.List;

/** Which district each territory lies in, and what districts hold. Immutable; owns its arrays. */
public final class DistrictPlan {

  private final List<TerritoryCode> codes;
  private final int[] districtOf; // [territory] -> district
  private final long[][] totals; // [measure][district] -> fixed-point
  private final double[] shares; // [district] -> sum of its territories' shares
  private final DesignOutcome outcome;

  private DistrictPlan(
      List<TerritoryCode> codes,
      int[] districtOf,
      long[][] totals,
      double[] shares,
      DesignOutcome outcome) {
    this.codes = List.copyOf(codes);
    this.districtOf = districtOf;
    this.totals = totals;
    this.shares = shares;
    this.outcome = outcome;
  }

  /**
   * A plan of districts, whose totals are the sums of their territories'.
   *
   * @param plan of the territories
   * @param codes of the districts
   * @param districtOf {@code districtOf[territory]}
   * @param outcome of drawing the districts
   */
  static DistrictPlan of(
      DesignProblem problem,
      DesignPlan plan,
      List<TerritoryCode> codes,
      int[] districtOf,
      DesignOutcome outcome) {
    long[][] totals = new long[problem.measures().size()][codes.size()];
    double[] shares = new double[codes.size()];
    for (int t = 0; t < districtOf.length; t++) {
      shares[districtOf[t]] += problem.territories().get(t).share();
      for (int m = 0; m < totals.length; m++) {
        totals[m][districtOf[t]] += plan.total(m, t);
      }
    }
    return new DistrictPlan(codes, districtOf.clone(), totals, shares, outcome);
  }

  /** The districts' codes in the order of their numbers. */
  public List<TerritoryCode> codes() {
    return codes;
  }

  /** Number of a territory's district. */
  public int districtOf(int territory) {
    return districtOf[territory];
  }

  /** Fixed-point total of a measure in a district: the sum of its territories'. */
  public long total(int measure, int district) {
    return totals[measure][district];
  }

  /** Fixed-point totals of a measure by district. */
  public long[] totals(int measure) {
    return totals[measure].clone();
  }

  /** The sum of a district's territories' shares, by district. */
  public double[] shares() {
    return shares.clone();
  }

  /** How many territories a district has. */
  public int territoryCount(int district) {
    return (int) Arrays.stream(districtOf).filter(each -> each == district).count();
  }

  /** What came of drawing the districts. */
  public DesignOutcome outcome() {
    return outcome;
  }
}
