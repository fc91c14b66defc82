package bailiwick.server.account;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.store.Store;
import bailiwick.store.account.AccountWorth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All accounts as dense columns over the units of one kind in one country: what the what-if
 * arithmetic needs and no more, about 60 bytes an account. Immutable; hands out no array.
 */
public final class AccountBook {

  /** Number of a unit for accounts that lie in none. */
  public static final int NO_UNIT = -1;

  /** Numbers of the measures, in the order of {@link #measures}. */
  public static final int ACCOUNTS = 0;

  /** Number of the measure. */
  public static final int POTENTIAL = 1;

  /** Number of the measure. */
  public static final int WORKLOAD = 2;

  /** Number of the measure. */
  public static final int SALES = 3;

  /** Number of the measure. */
  public static final int PIPELINE = 4;

  private static final int MEASURES = 5;

  private final AccountId[] ids; // [account] -> id
  private final int[] unitOf; // [account] -> unit number or NO_UNIT
  private final long[][] amounts; // [measure][account] -> fixed-point amount

  // Shared by the books that come of one another, which only ever add accounts; an older one does
  // not look beyond its own size.
  private final Map<AccountId, Integer> numberOf;

  private AccountBook(
      AccountId[] ids, int[] unitOf, long[][] amounts, Map<AccountId, Integer> numberOf) {
    this.ids = ids;
    this.unitOf = unitOf;
    this.amounts = amounts;
    this.numberOf = numberOf;
  }

  /** Reads every account of the store once. O(accounts). */
  public static AccountBook read(Store store, UnitKind kind, UnitNumbering units) {
    Reader reader = new Reader(kind, units);
    store.accounts().forEachWorth(reader::add);
    return reader.book();
  }

  /**
   * A copy in which an account is as the store has it now, at the end when it is new. O(accounts),
   * but a thousandth of the time that reading them takes. One call at a time, on the newest copy.
   */
  AccountBook with(AccountWorth stored, UnitKind kind, UnitNumbering units) {
    int number = findNumber(stored.id()).orElse(ids.length);
    int size = Math.max(ids.length, number + 1);
    AccountId[] newIds = Arrays.copyOf(ids, size);
    int[] newUnits = Arrays.copyOf(unitOf, size);
    long[][] newAmounts = new long[MEASURES][];
    Arrays.setAll(newAmounts, m -> Arrays.copyOf(amounts[m], size));
    newIds[number] = stored.id();
    newUnits[number] = unit(stored, kind, units);
    write(stored.worth(), newAmounts, number);
    numberOf.put(stored.id(), number);
    return new AccountBook(newIds, newUnits, newAmounts, numberOf);
  }

  private static int unit(AccountWorth stored, UnitKind kind, UnitNumbering units) {
    String unit =
        kind == UnitKind.COUNTY ? stored.units().countyUnit() : stored.units().postcodeUnit();
    return unit.isEmpty() ? NO_UNIT : units.findNumber(new UnitId(unit)).orElse(NO_UNIT);
  }

  private static void write(Worth worth, long[][] amounts, int account) {
    amounts[ACCOUNTS][account] = 1;
    amounts[POTENTIAL][account] = worth.potentialCents();
    amounts[WORKLOAD][account] = worth.workloadCentihours();
    amounts[SALES][account] = worth.salesCents();
    amounts[PIPELINE][account] = worth.pipelineCents();
  }

  /** The measures in order of their numbers. */
  public static List<Measure> measures(String currency) {
    return List.of(
        Measure.ACCOUNTS,
        Measure.potential(currency),
        Measure.WORKLOAD,
        new Measure("sales", currency, 2),
        new Measure("pipeline", currency, 2));
  }

  /** How many accounts there are. */
  public int size() {
    return ids.length;
  }

  /** The id of an account number. */
  public AccountId id(int account) {
    return ids[account];
  }

  /** The number of an account, empty when it is not in the book. */
  public OptionalInt findNumber(AccountId id) {
    Integer number = numberOf.get(id);
    return number == null || number >= ids.length ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Unit number of an account, or {@link #NO_UNIT}. */
  public int unitOf(int account) {
    return unitOf[account];
  }

  /** Fixed-point amount of a measure. */
  public long amount(int measure, int account) {
    return amounts[measure][account];
  }

  /** How many measures there are. */
  public int measureCount() {
    return MEASURES;
  }

  /** Collects the rows. */
  private static final class Reader {
    private final UnitKind kind;
    private final UnitNumbering units;
    private AccountId[] ids = new AccountId[1024];
    private int[] unitOf = new int[1024];
    private final long[][] amounts = new long[MEASURES][1024];
    private int size;

    Reader(UnitKind kind, UnitNumbering units) {
      this.kind = kind;
      this.units = units;
    }

    void add(AccountWorth stored) {
      if (size == ids.length) {
        grow();
      }
      ids[size] = stored.id();
      unitOf[size] = unit(stored, kind, units);
      write(stored.worth(), amounts, size);
      size++;
    }

    private void grow() {
      int larger = size + size / 2;
      ids = Arrays.copyOf(ids, larger);
      unitOf = Arrays.copyOf(unitOf, larger);
      for (int m = 0; m < MEASURES; m++) {
        amounts[m] = Arrays.copyOf(amounts[m], larger);
      }
    }

    AccountBook book() {
      for (int m = 0; m < MEASURES; m++) {
        amounts[m] = Arrays.copyOf(amounts[m], size);
      }
      Map<AccountId, Integer> numberOf = new ConcurrentHashMap<>(2 * size);
      for (int account = 0; account < size; account++) {
        numberOf.put(ids[account], account);
      }
      return new AccountBook(
          Arrays.copyOf(ids, size), Arrays.copyOf(unitOf, size), amounts, numberOf);
    }
  }
}
