package bailiwick.intake.today;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.Representative;
import bailiwick.core.unit.UnitNumbering;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holdings turned into territories: those of one person without a named territory are one, codes
 * are made where there are none, and all stand in the order of their codes.
 */
final class TerritoryList {

  private final List<TodayTerritory> territories = new ArrayList<>();
  private final IdentityHashMap<Holding, Integer> numberOf = new IdentityHashMap<>();

  private TerritoryList() {}

  static TerritoryList of(Collection<Holding> holdings, RosterLookup people, LocalDate on) {
    TreeMap<String, List<Holding>> byCode = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    for (Holding holding : holdings) {
      if (holding.named()) {
        byCode.put(holding.shown(), List.of(holding));
        taken.add(TodayBuilder.key(holding.shown()));
      }
    }
    int next = 1;
    for (List<Holding> ofOne : byPerson(holdings, people)) {
      String code = "T%02d".formatted(next++);
      while (!taken.add(TodayBuilder.key(code))) {
        code = "T%02d".formatted(next++);
      }
      byCode.put(code, ofOne);
    }
    TerritoryList list = new TerritoryList();
    byCode.forEach((code, each) -> list.add(code, each, people, on));
    return list;
  }

  /** Holdings without a territory's name, those of one person together, in order of names. */
  private static List<List<Holding>> byPerson(Collection<Holding> holdings, RosterLookup people) {
    Map<Object, List<Holding>> byPerson = new LinkedHashMap<>();
    for (Holding holding : holdings) {
      if (!holding.named()) {
        Representative person = people.find(holding.shown());
        byPerson
            .computeIfAbsent(person == null ? holding : person.id(), key -> new ArrayList<>())
            .add(holding);
      }
    }
    List<List<Holding>> ordered = new ArrayList<>(byPerson.values());
    ordered.sort(Comparator.comparing(ofOne -> name(ofOne.getFirst(), people)));
    return ordered;
  }

  private void add(String code, List<Holding> holdings, RosterLookup people, LocalDate on) {
    holdings.forEach(holding -> numberOf.put(holding, territories.size()));
    Holding main = holdings.getFirst();
    Representative person = people.find(main.mainOwner());
    Representative active = person != null && person.isActiveOn(on) ? person : null;
    territories.add(
        new TodayTerritory(
            new TerritoryCode(code),
            name(main, people),
            active,
            active == null ? null : active.home(),
            holdings.stream().mapToLong(Holding::accounts).sum(),
            holdings.stream().mapToLong(Holding::potentialCents).sum()));
  }

  private static String name(Holding holding, RosterLookup people) {
    Representative person = holding.named() ? null : people.find(holding.shown());
    return person == null ? holding.shown() : person.name();
  }

  List<TodayTerritory> territories() {
    return territories;
  }

  int numberOf(Holding holding) {
    return numberOf.getOrDefault(holding, Alignment.UNASSIGNED);
  }

  /** Each unit to the territory that outweighs the others in it, the first code of equals. */
  Alignment align(UnitNumbering units, Map<Integer, Map<Holding, Share>> shares) {
    int[] territoryOf = new int[units.size()];
    Arrays.fill(territoryOf, Alignment.UNASSIGNED);
    shares.forEach((unit, ofUnit) -> territoryOf[unit] = heaviest(ofUnit));
    return Alignment.of(
        units, territories.stream().map(TodayTerritory::code).toList(), territoryOf);
  }

  private int heaviest(Map<Holding, Share> ofUnit) {
    TreeMap<Integer, Share> byTerritory = new TreeMap<>();
    ofUnit.forEach((holding, share) ->
        byTerritory.computeIfAbsent(numberOf(holding), number -> new Share()).add(share));
    int best = Alignment.UNASSIGNED;
    @Nullable Share heaviest = null;
    for (Map.Entry<Integer, Share> each : byTerritory.entrySet()) {
      if (heaviest == null || each.getValue().outweighs(heaviest)) {
        heaviest = each.getValue();
        best = each.getKey();
      }
    }
    return best;
  }
}
