package bailiwick.server.scenario;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.measure.AlignmentTotals;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitGraph;
import bailiwick.server.account.AccountBook;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One scenario in memory, ready for what-if: totals follow each move at the cost of the units
 * moved, shapes are measured again only for the territories touched. Not thread-safe: {@link
 * Workspaces} lends it to one request at a time.
 */
final class ScenarioWorkspace {

  /** Territory of an account that follows its unit. */
  private static final int BY_UNIT = -2;

  private final AccountBook book;
  private final List<LonLat> points;
  private final UnitGraph graph;
  private final int territoryCount;
  private final int[] namedTerritory; // [account] -> territory number or BY_UNIT
  private final long[][] unitAmounts; // [measure][unit] -> amount of accounts that follow the unit
  private final long[][] amountsByUnit; // [measure][unit] -> amount of all accounts in the unit
  private final long[][] namedTotals; // [measure][territory] -> amount of named accounts
  private final AlignmentTotals totals;
  private final TerritoryShape[] shapes; // [territory]

  ScenarioWorkspace(
      AccountBook book,
      List<LonLat> points,
      UnitGraph graph,
      Alignment alignment,
      Map<AccountId, TerritoryCode> named) {
    this.book = book;
    this.points = points;
    this.graph = graph;
    this.territoryCount = alignment.territories().size();
    this.namedTerritory = namedTerritories(book, alignment, named);
    this.unitAmounts = new long[book.measureCount()][alignment.units().size()];
    this.amountsByUnit = new long[book.measureCount()][alignment.units().size()];
    this.namedTotals = new long[book.measureCount()][territoryCount];
    addUp();
    this.totals = AlignmentTotals.of(unitAmounts, graph, alignment.toArray(), territoryCount);
    this.shapes = new TerritoryShape[territoryCount];
    measureShapes(all());
  }

  private static int[] namedTerritories(
      AccountBook book, Alignment alignment, Map<AccountId, TerritoryCode> named) {
    int[] territories = new int[book.size()];
    Arrays.fill(territories, BY_UNIT);
    Map<TerritoryCode, Integer> numbers = alignment.territoryNumbers();
    named.forEach((account, code) -> {
      OptionalInt number = book.findNumber(account);
      Integer territory = numbers.get(code);
      if (number.isPresent() && territory != null) {
        territories[number.getAsInt()] = territory;
      }
    });
    return territories;
  }

  private void addUp() {
    for (int account = 0; account < book.size(); account++) {
      int named = namedTerritory[account];
      int unit = book.unitOf(account);
      for (int m = 0; m < book.measureCount(); m++) {
        if (named != BY_UNIT) {
          namedTotals[m][named] += book.amount(m, account);
        } else if (unit != AccountBook.NO_UNIT) {
          unitAmounts[m][unit] += book.amount(m, account);
        }
        if (unit != AccountBook.NO_UNIT) {
          amountsByUnit[m][unit] += book.amount(m, account);
        }
      }
    }
  }

  private BitSet all() {
    BitSet all = new BitSet(territoryCount);
    all.set(0, territoryCount);
    return all;
  }

  int territoryCount() {
    return territoryCount;
  }

  int unitCount() {
    return points.size();
  }

  AccountBook book() {
    return book;
  }

  int territoryOfUnit(int unit) {
    return totals.territoryOf(unit);
  }

  /** A copy of {@code [unit] -> territory number or -1}. */
  int[] territoryOfUnits() {
    return totals.toArray();
  }

  /** Territory number of an account: where it is named, else its unit's; -1 for none. */
  int territoryOfAccount(int account) {
    if (namedTerritory[account] != BY_UNIT) {
      return namedTerritory[account];
    }
    int unit = book.unitOf(account);
    return unit == AccountBook.NO_UNIT ? Alignment.UNASSIGNED : totals.territoryOf(unit);
  }

  /** Whether an account is held whatever its unit says. */
  boolean isNamed(int account) {
    return namedTerritory[account] != BY_UNIT;
  }

  /** Fixed-point total of a measure in a territory, named accounts among them. */
  long total(int measure, int territory) {
    return totals.total(measure, territory) + namedTotals[measure][territory];
  }

  /** {@code [territory] -> fixed-point total}. */
  long[] totals(int measure) {
    long[] all = totals.totals(measure);
    for (int t = 0; t < territoryCount; t++) {
      all[t] += namedTotals[measure][t];
    }
    return all;
  }

  /** Fixed-point amount of a measure of all accounts that lie in a unit, named ones too. */
  long amountInUnit(int measure, int unit) {
    return amountsByUnit[measure][unit];
  }

  /** Fixed-point amount of a measure over all units. */
  long amountInUnits(int measure) {
    return Arrays.stream(amountsByUnit[measure]).sum();
  }

  /** Fixed-point amount of a measure of the unit that holds most of it. */
  long largestUnit(int measure) {
    return Arrays.stream(amountsByUnit[measure]).max().orElse(0);
  }

  int unitsIn(int territory) {
    return totals.unitCount(territory);
  }

  TerritoryShape shape(int territory) {
    return shapes[territory];
  }

  /** Which territories touch. */
  BitSet[] neighbours() {
    return TerritoryColours.neighbours(graph, totals.toArray(), territoryCount);
  }

  /**
   * Moves units.
   *
   * @return the territories touched
   */
  BitSet move(int[] units, int to) {
    BitSet touched = totals.move(units, to);
    measureShapes(touched);
    return touched;
  }

  /** Puts each unit into a territory of its own, as after a preview or when undoing. */
  void put(int[] units, int[] territories) {
    Map<Integer, BitSet> groups = new HashMap<>();
    for (int k = 0; k < units.length; k++) {
      groups.computeIfAbsent(territories[k], territory -> new BitSet()).set(units[k]);
    }
    BitSet touched = new BitSet(territoryCount);
    groups.forEach(
        (territory, members) -> touched.or(totals.move(members.stream().toArray(), territory)));
    measureShapes(touched);
  }

  private void measureShapes(BitSet touched) {
    if (touched.isEmpty()) {
      return;
    }
    TerritoryShape.Measurer measurer =
        new TerritoryShape.Measurer(
            graph, points, unitAmounts[AccountBook.POTENTIAL], totals.toArray());
    touched.stream().forEach(territory -> shapes[territory] = measurer.measure(territory));
  }
}
