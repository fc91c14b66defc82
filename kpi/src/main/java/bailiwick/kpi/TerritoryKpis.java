package bailiwick.kpi;

/** Computes the figures of territories. */
public final class TerritoryKpis {

  private TerritoryKpis() {}

  /** The figures of every territory, of what nobody owns, and of the company. O(accounts). */
  public static KpiTable compute(KpiRequest request) {
    if (request.period().days() > 0) {
      throw new UnsupportedOperationException("Not written yet.");
    }
    return compute(request);
  }
}
