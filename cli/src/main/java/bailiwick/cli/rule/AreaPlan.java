package bailiwick.cli.rule;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.cli.design.DesignFolder;
import bailiwick.core.account.Account;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.intake.today.Today;
import bailiwick.intake.today.TodayBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A design as areas, so that new accounts and leads fall to somebody, too. Immutable.
 *
 * <p>A design over areas is taken as it is. Of one over accounts each account is held by name; each
 * postcode area goes to the territory with most potential there, and an area without accounts to
 * the territory whose accounts are fewest steps away.
 *
 * @param design over postcodes or counties
 * @param named territories of accounts that are held by name, by external id
 * @param derived how many areas follow their accounts and how many their neighbours, when the
 *     design was over accounts
 */
record AreaPlan(DesignFolder design, Map<String, TerritoryCode> named, Optional<Derived> derived) {

  AreaPlan {
    named = Map.copyOf(named);
  }

  /** Where the areas of a design over accounts come from. */
  record Derived(int byAccounts, int byNeighbours) {}

  static AreaPlan of(DesignFolder design, List<Account> accounts, Atlas atlas) {
    return design.unitKind() == UnitKind.ACCOUNT
        ? ofAccounts(design, accounts, atlas)
        : new AreaPlan(design, Map.of(), Optional.empty());
  }

  private static AreaPlan ofAccounts(DesignFolder design, List<Account> accounts, Atlas atlas) {
    Map<String, TerritoryCode> named = new LinkedHashMap<>();
    TodayBuilder builder = TodayBuilder.of(atlas, UnitKind.POSTCODE, design.country());
    for (Account account : accounts) {
      Optional<TerritoryCode> territory =
          design.alignment().findTerritory(new UnitId(account.externalId()));
      if (territory.isPresent()) {
        named.put(account.externalId(), territory.get());
        builder.add(account.heldBy(territory.get().value()));
      }
    }
    Today owned = builder.build(List.of(), LocalDate.EPOCH); // nobody can have left
    AreaLayer layer = atlas.areas(UnitKind.POSTCODE, design.country());
    Alignment whole = owned.spread(layer.graph());
    int[] territoryOf = renumbered(whole, design.alignment());
    fillFromNearest(territoryOf, layer.points());
    long byAccounts =
        Arrays.stream(owned.alignment().toArray()).filter(AreaPlan::isAssigned).count();
    return new AreaPlan(
        new DesignFolder(
            design.name(),
            design.country(),
            UnitKind.POSTCODE,
            design.atlasVersion(),
            Alignment.of(layer.numbering(), design.alignment().territories(), territoryOf),
            design.names()),
        named,
        Optional.of(new Derived((int) byAccounts, territoryOf.length - (int) byAccounts)));
  }

  /** The same territories by the numbers they have in the design. */
  private static int[] renumbered(Alignment areas, Alignment design) {
    Map<TerritoryCode, Integer> numbers = design.territoryNumbers();
    int[] numberOf =
        areas.territories().stream().mapToInt(code -> numbers.getOrDefault(code, -1)).toArray();
    return Arrays.stream(areas.toArray())
        .map(territory -> isAssigned(territory) ? numberOf[territory] : Alignment.UNASSIGNED)
        .toArray();
  }

  /** What no step reaches, such as an island, follows the nearest area as the crow flies. */
  private static void fillFromNearest(int[] territoryOf, List<LonLat> points) {
    int[] reached =
        IntStream.range(0, territoryOf.length).filter(u -> isAssigned(territoryOf[u])).toArray();
    int[] filled = territoryOf.clone();
    for (int unit = 0; unit < territoryOf.length; unit++) {
      if (!isAssigned(territoryOf[unit])) {
        filled[unit] = nearest(points.get(unit), reached, territoryOf, points);
      }
    }
    System.arraycopy(filled, 0, territoryOf, 0, filled.length);
  }

  private static int nearest(LonLat from, int[] reached, int[] territoryOf, List<LonLat> points) {
    int nearest = Alignment.UNASSIGNED;
    double least = Double.POSITIVE_INFINITY;
    for (int unit : reached) {
      double km = from.distanceKm(points.get(unit));
      if (km < least) {
        least = km;
        nearest = territoryOf[unit];
      }
    }
    return nearest;
  }

  private static boolean isAssigned(int territory) {
    return territory != Alignment.UNASSIGNED;
  }
}
