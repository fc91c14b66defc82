package bailiwick.intake.quality;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How far the accounts of a company are to be believed. Immutable; made by {@link QualityCheck}.
 *
 * @param on the day looked at
 * @param settings from when on something is doubtful
 * @param all of all accounts
 * @param territories in the order of their numbers; the accounts of nobody last when there are some
 * @param potentialBalance largest relative deviation of a territory's potential from its target;
 *     certain and 0 when there is no territory
 * @param workloadBalance likewise of the workload
 * @param findings by account in the order of the accounts, then by kind; given for good
 */
public record QualityReport(
    LocalDate on,
    QualitySettings settings,
    Part all,
    List<Part> territories,
    Spread potentialBalance,
    Spread workloadBalance,
    List<Finding> findings) {

  /**
   * Accounts and their potential.
   *
   * @param potentialCents money a year that could be sold, in hundredths
   */
  public record Sum(long accounts, long potentialCents) {

    /** None. */
    public static final Sum NONE = new Sum(0, 0);

    /** Both together. */
    public Sum plus(Sum other) {
      return new Sum(accounts + other.accounts, potentialCents + other.potentialCents);
    }

    /** This part's share of a whole's potential, 0 to 1; 0 of a whole without potential. */
    public double shareOf(Sum whole) {
      return whole.potentialCents == 0 ? 0 : (double) potentialCents / whole.potentialCents;
    }

    /** This part's share of a whole's accounts, 0 to 1; 0 of none. */
    public double shareOfAccounts(Sum whole) {
      return whole.accounts == 0 ? 0 : (double) accounts / whole.accounts;
    }
  }

  /**
   * The accounts of a territory, or all.
   *
   * @param number the territory's number, {@link HeldAccount#NOBODY} for nobody's and for all
   * @param code empty for nobody's and for all
   * @param whole all accounts of the part
   * @param doubtful those with a fault of the data, each once
   * @param by doubt, every kind present
   * @param potential total potential in hundredths
   * @param workload total workload in hundredths of an hour
   */
  public record Part(
      int number,
      String code,
      String name,
      Sum whole,
      Sum doubtful,
      Map<Doubt, Sum> by,
      Spread potential,
      Spread workload) {

    public Part {
      EnumMap<Doubt, Sum> every = new EnumMap<>(Doubt.class);
      for (Doubt doubt : Doubt.values()) {
        every.put(doubt, by.getOrDefault(doubt, Sum.NONE));
      }
      by = Collections.unmodifiableMap(every);
    }

    /** The accounts with a kind of doubt. */
    public Sum of(Doubt doubt) {
      return by.getOrDefault(doubt, Sum.NONE);
    }

    /**
     * Share of the potential that rests on accounts with a fault of the data, 0 to 1; of the
     * accounts where no potential is known, or faulty files would pass for want of it.
     */
    public double doubtfulShare() {
      return whole.potentialCents() == 0
          ? doubtful.shareOfAccounts(whole)
          : doubtful.shareOf(whole);
    }
  }

  public QualityReport {
    territories = List.copyOf(territories);
    findings = Collections.unmodifiableList(findings); // a view: copied, it would be large
  }
}
