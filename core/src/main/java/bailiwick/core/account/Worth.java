package bailiwick.core.account;

/**
 * What serving an account asks and may bring, in fixed-point amounts: money in hundredths of the
 * plan's currency, hours in hundredths of an hour. Each is 0 or more, but {@code salesCents}, which
 * credit notes may turn negative.
 *
 * @param potentialCents money a year that could be sold
 * @param workloadCentihours hours of work a year
 * @param salesCents money of the last twelve months
 * @param pipelineCents open opportunities, unweighted
 */
public record Worth(
    long potentialCents, long workloadCentihours, long salesCents, long pipelineCents) {

  /** Nothing. */
  public static final Worth NONE = new Worth(0, 0, 0, 0);

  public Worth {
    requireAmount(potentialCents, "potential");
    requireAmount(workloadCentihours, "workload");
    requireAmount(pipelineCents, "pipeline");
  }

  /** The sum of both. */
  public Worth plus(Worth other) {
    return new Worth(
        potentialCents + other.potentialCents,
        workloadCentihours + other.workloadCentihours,
        salesCents + other.salesCents,
        pipelineCents + other.pipelineCents);
  }

  private static void requireAmount(long value, String name) {
    if (value < 0) {
      throw new IllegalArgumentException("The %s (%s) must be 0 or more.".formatted(name, value));
    }
  }
}
