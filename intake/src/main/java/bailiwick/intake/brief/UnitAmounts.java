package bailiwick.intake.brief;

import bailiwick.core.account.Account;
import bailiwick.core.account.Worth;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Sums measures over units, account by account. Not thread-safe; owns its arrays. */
public final class UnitAmounts {

  private final UnitNumbering units;
  private final List<Measure> measures;
  private final long[][] amounts; // [measure][unit] -> fixed-point amount

  private UnitAmounts(UnitNumbering units, List<Measure> measures) {
    this.units = units;
    this.measures = List.copyOf(measures);
    this.amounts = new long[measures.size()][units.size()];
  }

  /** Nothing yet, of these measures at these units. */
  public static UnitAmounts of(UnitNumbering units, List<Measure> measures) {
    return new UnitAmounts(units, measures);
  }

  /**
   * Sums the usual measures of accounts: {@code accounts}, {@code potential}, {@code workload},
   * {@code sales} and {@code pipeline}. Accounts without a unit are left out; sales below 0 count
   * as 0 for a unit.
   *
   * @param currency of the money
   * @param unitOf the unit an account belongs to
   */
  public static UnitAmounts ofAccounts(
      UnitNumbering units,
      String currency,
      Iterable<Account> accounts,
      Function<Account, Optional<UnitId>> unitOf) {
    UnitAmounts sums =
        of(
            units,
            List.of(
                Measure.ACCOUNTS,
                Measure.potential(currency),
                Measure.WORKLOAD,
                new Measure("sales", currency, 2),
                new Measure("pipeline", currency, 2)));
    for (Account account : accounts) {
      unitOf.apply(account).ifPresent(unit -> sums.addAccount(unit, account.worth()));
    }
    return sums;
  }

  private void addAccount(UnitId unit, Worth worth) {
    OptionalInt number = units.findNumber(unit);
    if (number.isPresent()) {
      add(0, number.getAsInt(), 1);
      add(1, number.getAsInt(), worth.potentialCents());
      add(2, number.getAsInt(), worth.workloadCentihours());
      add(3, number.getAsInt(), worth.salesCents());
      add(4, number.getAsInt(), worth.pipelineCents());
    }
  }

  /** Adds a fixed-point amount of a measure (by number) to a unit (by number). */
  public void add(int measure, int unit, long amount) {
    amounts[measure][unit] = Math.addExact(amounts[measure][unit], amount);
  }

  /**
   * These measures and one more, which comes last.
   *
   * @param amountOf {@code amountOf[unit number]}, fixed-point
   */
  UnitAmounts with(Measure measure, long[] amountOf) {
    List<Measure> more = new ArrayList<>(measures);
    more.add(measure);
    UnitAmounts sums = new UnitAmounts(units, more);
    System.arraycopy(amounts, 0, sums.amounts, 0, amounts.length);
    sums.amounts[amounts.length] = amountOf.clone();
    return sums;
  }

  /** The units in order of their numbers. */
  public UnitNumbering units() {
    return units;
  }

  /** The measures in order of their numbers. */
  public List<Measure> measures() {
    return measures;
  }

  /** Number of the measure of that name, empty when there is none. */
  public OptionalInt findMeasure(String name) {
    return IntStream.range(0, measures.size())
        .filter(m -> measures.get(m).name().equals(name))
        .findFirst();
  }

  /** Fixed-point amount of a measure at a unit. */
  public long amount(int measure, int unit) {
    return amounts[measure][unit];
  }

  /** A copy of {@code [unit] -> fixed-point amount}, amounts below 0 made 0. */
  public long[] amounts(int measure) {
    return IntStream.range(0, units.size())
        .mapToLong(unit -> Math.max(0, amounts[measure][unit]))
        .toArray();
  }
}
