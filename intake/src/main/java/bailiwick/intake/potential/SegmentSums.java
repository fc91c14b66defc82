package bailiwick.intake.potential;

import java.util.ArrayList;
import java.util.List;

/** Adds accounts up by segment. Not thread-safe. */
public final class SegmentSums {

  private final RatedModel model;
  private final long[] accounts; // [segment number] -> how many
  private final long[] unknown;
  private final long[] potential;
  private final long[] workload;

  /** Begins with nothing. */
  public SegmentSums(RatedModel model) {
    this.model = model;
    int segments = model.rates().size();
    this.accounts = new long[segments];
    this.unknown = new long[segments];
    this.potential = new long[segments];
    this.workload = new long[segments];
  }

  /** Adds an account by what the same model says of it. */
  public void add(Terms terms) {
    int s = terms.segment();
    accounts[s]++;
    unknown[s] += terms.restsOnUnknownSize() ? 1 : 0;
    potential[s] += terms.potentialCents();
    workload[s] += terms.workloadCentihours();
  }

  /** The segments in the model's order, those without accounts too. */
  public List<SegmentTotal> totals() {
    List<SegmentTotal> totals = new ArrayList<>();
    for (int s = 0; s < accounts.length; s++) {
      String name = model.model().segments().get(s).name();
      totals.add(
          new SegmentTotal(
              name, accounts[s], unknown[s], potential[s], workload[s], model.rates().get(s)));
    }
    return totals;
  }
}
