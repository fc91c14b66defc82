package bailiwick.server.scenario;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.DesignPlan;
import bailiwick.intake.brief.DesignBrief;
import bailiwick.intake.brief.UnitAmounts;
import bailiwick.server.account.AccountBook;
import bailiwick.server.scenario.Workspaces.Laid;
import bailiwick.store.scenario.ScenarioTerritory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The territories of a designed scenario: they keep their codes, names and people. When nothing but
 * another number of them was asked for, each new territory takes the place of the one it shares
 * most potential with, so that a comparison shows what really changes hands. Immutable.
 */
final class DesignedTerritories {

  private final Laid base;
  private final DesignBrief brief;
  private final boolean byCode;
  private final UnitAmounts amounts;
  private final int[] baseTerritoryOf; // [unit] -> territory number of the base scenario
  private final List<ScenarioTerritory> own;

  /**
   * Territories that were designed from a scenario.
   *
   * @param byCode whether territories go on by their codes
   * @param baseTerritoryOf {@code [unit] -> territory number of the scenario} when it was designed
   *     from; not copied
   */
  DesignedTerritories(
      Laid base, DesignBrief brief, boolean byCode, UnitAmounts amounts, int[] baseTerritoryOf) {
    this.base = base;
    this.brief = brief;
    this.byCode = byCode;
    this.amounts = amounts;
    this.baseTerritoryOf = baseTerritoryOf;
    this.own = base.scenario().territories();
  }

  /** The plan under the names of the new scenario's territories. */
  NamedPlan of(DesignPlan design) {
    List<ScenarioTerritory> territories = territories(design);
    return new NamedPlan(
        territories,
        Alignment.of(
            base.ground().numbering(),
            territories.stream().map(ScenarioTerritory::code).toList(),
            design.alignment().toArray()),
        brief.territories().stream().map(DesignBrief.Territory::code).toList());
  }

  private List<ScenarioTerritory> territories(DesignPlan design) {
    int[] colours = Colouring.of(base.ground().graph(), design.alignment());
    @Nullable ScenarioTerritory[] taken = predecessors(design);
    Set<String> codes = new HashSet<>();
    for (ScenarioTerritory one : taken) {
      if (one != null) {
        codes.add(one.code().value());
      }
    }
    List<ScenarioTerritory> territories = new ArrayList<>();
    for (int t = 0; t < taken.length; t++) {
      DesignBrief.Territory asked = brief.territories().get(t);
      territories.add(
          taken[t] == null ? begun(asked, colours[t], codes) : goneOn(taken[t], asked, colours[t]));
    }
    return territories;
  }

  private static ScenarioTerritory begun(
      DesignBrief.Territory asked, int colour, Set<String> taken) {
    String code = freeCode(asked.code(), taken);
    String name = code.equals(asked.code()) ? asked.name() : code;
    return new ScenarioTerritory(
        new TerritoryCode(code), name, colour, asked.share(), asked.home(), null);
  }

  private ScenarioTerritory goneOn(
      ScenarioTerritory before, DesignBrief.Territory asked, int colour) {
    return new ScenarioTerritory(
        before.code(),
        byCode ? asked.name() : before.name(),
        colour,
        asked.share(),
        asked.home() == null ? before.home() : asked.home(),
        before.representative());
  }

  private static String freeCode(String wanted, Set<String> taken) {
    String code = wanted;
    for (int n = 2; !taken.add(code); n++) {
      code = wanted + "-" + n;
    }
    return code;
  }

  /** The base scenario's territory that each designed one continues, null for a new one. */
  private @Nullable ScenarioTerritory[] predecessors(DesignPlan design) {
    int count = design.alignment().territories().size();
    @Nullable ScenarioTerritory[] before = new ScenarioTerritory[count];
    if (byCode) {
      for (ScenarioTerritory one : own) {
        int number = design.alignment().territories().indexOf(one.code());
        if (number >= 0) {
          before[number] = one;
        }
      }
      return before;
    }
    record Pair(int designed, int old, long shared) {}
    List<Pair> pairs = new ArrayList<>();
    long[][] shared = shared(design, count, own.size());
    for (int t = 0; t < count; t++) {
      for (int o = 0; o < own.size(); o++) {
        if (shared[t][o] > 0) {
          pairs.add(new Pair(t, o, shared[t][o]));
        }
      }
    }
    pairs.sort((a, b) ->
        a.shared != b.shared
            ? Long.compare(b.shared, a.shared)
            : a.designed != b.designed ? a.designed - b.designed : a.old - b.old);
    boolean[] gone = new boolean[own.size()];
    for (Pair pair : pairs) {
      if (before[pair.designed] == null && !gone[pair.old]) {
        before[pair.designed] = own.get(pair.old);
        gone[pair.old] = true;
      }
    }
    return before;
  }

  private long[][] shared(DesignPlan design, int designed, int old) {
    long[][] shared = new long[designed][old];
    for (int unit = 0; unit < baseTerritoryOf.length; unit++) {
      int now = design.alignment().territoryOf(unit);
      if (now >= 0 && baseTerritoryOf[unit] >= 0) {
        shared[now][baseTerritoryOf[unit]] += 1 + amounts.amount(AccountBook.POTENTIAL, unit);
      }
    }
    return shared;
  }
}
