package bailiwick.core.optimize.objective;

import java.util.BitSet;

/**
 * Centres of a plan's territories and what serving from them costs, kept from one look at a plan to
 * the next for territories whose units are the same. Not thread-safe; owns its arrays.
 */
public final class KnownCentres {

  private final int[] centreOf; // [territory] -> site
  private final double[] costOf; // [territory]
  private final BitSet known = new BitSet();

  /** Knows nothing of so many territories. */
  public KnownCentres(int territoryCount) {
    this.centreOf = new int[territoryCount];
    this.costOf = new double[territoryCount];
  }

  /** Must be told of every territory that has won or lost a unit. */
  public void forget(int territory) {
    known.clear(territory);
  }

  boolean isKnown(int territory) {
    return known.get(territory);
  }

  void learn(int territory, int site, double cost) {
    centreOf[territory] = site;
    costOf[territory] = cost;
    known.set(territory);
  }

  int centreOf(int territory) {
    return centreOf[territory];
  }

  double costOf(int territory) {
    return costOf[territory];
  }
}
