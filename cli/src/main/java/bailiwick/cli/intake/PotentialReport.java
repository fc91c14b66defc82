package bailiwick.cli.intake;

import bailiwick.cli.terminal.Json;
import bailiwick.core.problem.Problem;
import bailiwick.intake.potential.ConversionRate;
import bailiwick.intake.potential.PotentialEstimate;
import bailiwick.intake.potential.PotentialModel;
import bailiwick.intake.potential.SegmentTotal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an estimate comes to, for people and machines.
 *
 * @param accountsFile the file of accounts
 * @param accounts how many there are
 * @param potential of all of them, a year, in whole units of the plan's currency
 * @param workloadHours of all of them, a year
 * @param conversion share of all closed deals that were won
 * @param segments in the model's order
 * @param priorDeals deals that weigh as much as the rate of all
 * @param stageWeights share of an open deal that counts, by stage
 * @param problems what is odd about it
 */
record PotentialReport(
    String accountsFile,
    long accounts,
    BigDecimal potential,
    BigDecimal workloadHours,
    ConversionRate conversion,
    List<OfSegment> segments,
    double priorDeals,
    Map<String, Double> stageWeights,
    List<Map<String, Object>> problems) {

  /**
   * A segment in sum.
   *
   * @param rate what a deal with its accounts is reckoned to be won with
   */
  record OfSegment(
      String name,
      long accounts,
      BigDecimal potential,
      BigDecimal workloadHours,
      long won,
      long closed,
      double rate) {

    static OfSegment of(SegmentTotal total) {
      return new OfSegment(
          total.name(),
          total.accounts(),
          hundredths(total.potentialCents()),
          hundredths(total.workloadCentihours()),
          total.conversion().won(),
          total.conversion().closed(),
          total.conversion().rate());
    }
  }

  static PotentialReport of(
      String file, PotentialModel model, PotentialEstimate estimate, List<Problem> problems) {
    List<SegmentTotal> totals = estimate.segments();
    return new PotentialReport(
        file,
        estimate.accounts().size(),
        hundredths(totals.stream().mapToLong(SegmentTotal::potentialCents).sum()),
        hundredths(totals.stream().mapToLong(SegmentTotal::workloadCentihours).sum()),
        estimate.overall(),
        totals.stream().map(OfSegment::of).toList(),
        model.priorDeals(),
        model.stageWeights(),
        Json.problems(problems));
  }

  /** A table for a terminal, a line for each segment and one for all. */
  String words() {
    StringBuilder words = new StringBuilder();
    words.append(
        String.format(
            Locale.ROOT,
            "%-20s %10s %16s %12s %8s %8s%n",
            "segment",
            "accounts",
            "potential",
            "hours",
            "deals",
            "rate"));
    for (OfSegment segment : segments) {
      words.append(
          line(
              segment.name(),
              segment.accounts(),
              segment.potential(),
              segment.workloadHours(),
              segment.closed(),
              segment.rate()));
    }
    words.append(
        line("all", accounts, potential, workloadHours, conversion.closed(), conversion.rate()));
    return words.toString();
  }

  private static String line(
      String name,
      long accounts,
      BigDecimal potential,
      BigDecimal hours,
      long closed,
      double rate) {
    return String.format(
        Locale.ROOT,
        "%-20s %,10d %,16.0f %,12.0f %,8d %7.1f%%%n",
        name,
        accounts,
        potential,
        hours,
        closed,
        100 * rate);
  }

  private static BigDecimal hundredths(long amount) {
    return BigDecimal.valueOf(amount, 2);
  }
}
