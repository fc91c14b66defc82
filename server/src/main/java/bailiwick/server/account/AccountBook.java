package bailiwick.server.account;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.store.Store;
import bailiwick.store.account.StoredAccount;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

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
  private final Map<AccountId, Integer> numberOf;

  private AccountBook(AccountId[] ids, int[] unitOf, long[][] amounts) {
    this.ids = ids;
    this.unitOf = unitOf;
    this.amounts = amounts;
    this.numberOf = HashMap.newHashMap(ids.length);
    for (int account = 0; account < ids.length; account++) {
      numberOf.put(ids[account], account);
    }
  }

  /** Reads every account of the store once. O(accounts). */
  public static AccountBook read(Store store, UnitKind kind, UnitNumbering units) {
    Reader reader = new Reader(kind, units);
    store.accounts().forEach(reader::add);
    return reader.book();
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
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
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

    void add(StoredAccount stored) {
      if (size == ids.length) {
        grow();
      }
      Worth worth = stored.account().worth();
      ids[size] = stored.account().id();
      unitOf[size] = unit(stored);
      amounts[ACCOUNTS][size] = 1;
      amounts[POTENTIAL][size] = worth.potentialCents();
      amounts[WORKLOAD][size] = worth.workloadCentihours();
      amounts[SALES][size] = worth.salesCents();
      amounts[PIPELINE][size] = worth.pipelineCents();
      size++;
    }

    private int unit(StoredAccount stored) {
      String unit =
          kind == UnitKind.COUNTY ? stored.units().countyUnit() : stored.units().postcodeUnit();
      return unit.isEmpty() ? NO_UNIT : units.findNumber(new UnitId(unit)).orElse(NO_UNIT);
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
      return new AccountBook(Arrays.copyOf(ids, size), Arrays.copyOf(unitOf, size), amounts);
    }
  }
}
