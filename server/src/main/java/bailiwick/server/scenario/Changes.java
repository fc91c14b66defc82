package bailiwick.server.scenario;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.server.account.AccountBook;
import bailiwick.server.scenario.ScenarioWire.ChangeSummary;
import bailiwick.server.scenario.ScenarioWire.Comparison;
import bailiwick.server.scenario.ScenarioWire.Flow;
import bailiwick.server.wire.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What changes hands between two alignments of a plan. What had no territory before does not count
 * as changed: nobody loses it. O(accounts + units).
 */
final class Changes {

  private final AccountTerritories before;
  private final AccountTerritories after;
  private final int[] numberAfter; // [territory before] -> number of the same code after, or -2

  Changes(AccountTerritories before, AccountTerritories after) {
    this.before = before;
    this.after = after;
    Map<TerritoryCode, Integer> numbers = new HashMap<>();
    for (int t = 0; t < after.codes().size(); t++) {
      numbers.put(after.codes().get(t), t);
    }
    this.numberAfter =
        before.codes().stream().mapToInt(code -> numbers.getOrDefault(code, -2)).toArray();
  }

  private boolean accountMoved(int account) {
    int from = before.ofAccount(account);
    return from >= 0 && numberAfter[from] != after.ofAccount(account);
  }

  private boolean unitMoved(int unit) {
    int from = before.ofUnit(unit);
    return from >= 0 && numberAfter[from] != after.ofUnit(unit);
  }

  ChangeSummary summary() {
    AccountBook book = after.book();
    long[] moved = new long[book.measureCount()];
    long[] held = new long[book.measureCount()];
    for (int account = 0; account < book.size(); account++) {
      if (before.ofAccount(account) < 0) {
        continue;
      }
      boolean changes = accountMoved(account);
      for (int m = 0; m < moved.length; m++) {
        held[m] += book.amount(m, account);
        moved[m] += changes ? book.amount(m, account) : 0;
      }
    }
    int units = 0;
    for (int unit = 0; unit < after.unitCount(); unit++) {
      units += unitMoved(unit) ? 1 : 0;
    }
    double[] share = new double[moved.length];
    Arrays.setAll(share, m -> held[m] == 0 ? 0 : (double) moved[m] / held[m]);
    return new ChangeSummary(
        before.scenario().toString(),
        units,
        Amounts.figures(moved),
        new Figures(share[0], share[1], share[2], share[3], share[4]));
  }

  Comparison comparison(UnitNumbering numbering) {
    List<String> unitIds = new ArrayList<>();
    List<String> from = new ArrayList<>();
    List<String> to = new ArrayList<>();
    for (int unit = 0; unit < after.unitCount(); unit++) {
      if (unitMoved(unit)) {
        unitIds.add(numbering.id(unit).value());
        from.add(before.codes().get(before.ofUnit(unit)).value());
        to.add(after.ofUnit(unit) < 0 ? "" : after.codes().get(after.ofUnit(unit)).value());
      }
    }
    return new Comparison(after.scenario().toString(), summary(), flows(), unitIds, from, to);
  }

  private record Way(int from, int to) {}

  private List<Flow> flows() {
    AccountBook book = after.book();
    Map<Way, long[]> ways = new HashMap<>();
    for (int account = 0; account < book.size(); account++) {
      int from = before.ofAccount(account);
      int to = after.ofAccount(account);
      boolean gained = from < 0 && to >= 0;
      if (gained || accountMoved(account)) {
        long[] sums = ways.computeIfAbsent(new Way(from, to), way -> new long[book.measureCount()]);
        for (int m = 0; m < sums.length; m++) {
          sums[m] += book.amount(m, account);
        }
      }
    }
    return ways.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<Way, long[]> way) -> -way.getValue()[AccountBook.POTENTIAL])
                .thenComparingInt(way -> way.getKey().from)
                .thenComparingInt(way -> way.getKey().to))
        .map(way ->
            new Flow(
                way.getKey().from < 0 ? null : before.codes().get(way.getKey().from).value(),
                way.getKey().to < 0 ? null : after.codes().get(way.getKey().to).value(),
                Amounts.figures(way.getValue())))
        .toList();
  }
}
