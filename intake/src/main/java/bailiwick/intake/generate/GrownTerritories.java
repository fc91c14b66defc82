package bailiwick.intake.generate;

import bailiwick.atlas.Place;
import bailiwick.core.unit.LonLat;
import bailiwick.intake.generate.Roles.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Today's territories as they have grown: some far larger than others. Immutable.
 *
 * <p>The country is cut in two along a line across its longer axis, a little askew, so that the
 * people on either side stand as the shares drawn for the territories there; then each part again,
 * until every part is one territory. The shares run from 60 to 140 in a hundred of the mean. Each
 * representative lives in the largest town of the territory.
 *
 * <p>Source: recursive bisection, Marsha Berger, Shahid Bokhari, <em>A partitioning strategy for
 * nonuniform problems on multiprocessors</em>, IEEE Transactions on Computers 1987. Differs from
 * it: lines follow the main axis of the part, turned by up to 20 degrees either way.
 */
final class GrownTerritories {

  private static final double UNEVENNESS = 0.4;
  private static final double ASKEW = 0.35; // radians
  private static final double FAR_KM = 700;
  private static final double HOME_TOWN_KM = 15;
  private static final double LEAST_TORN = 0.02; // of a mean territory's people
  private static final double MOST_TORN = 0.15;

  private final List<Home> homes;
  private final int[] territoryOf; // [zip number] -> territory number
  private final String tornCounty;

  private GrownTerritories(List<Home> homes, int[] territoryOf, String tornCounty) {
    this.homes = List.copyOf(homes);
    this.territoryOf = territoryOf;
    this.tornCounty = tornCounty;
  }

  /** Grows them. */
  static GrownTerritories of(Terrain terrain, Roles roles, DemoSettings settings) {
    int[] territoryOf = new Cutting(terrain, wantedShares(roles, settings), settings).cut();
    List<Home> homes = homes(terrain, territoryOf, settings.territories());
    String torn = tear(terrain, homes, roles, territoryOf, settings);
    return new GrownTerritories(homes, territoryOf, torn);
  }

  private static double[] wantedShares(Roles roles, DemoSettings settings) {
    double[] shares = new double[settings.territories()];
    for (int t = 0; t < shares.length; t++) {
      boolean even = roles.is(t, Role.RICH) || roles.is(t, Role.POOR);
      double drawn =
          Draws.of(settings.seed(), Draws.Purpose.SHARES, t)
              .between(1 - UNEVENNESS, 1 + UNEVENNESS);
      shares[t] = even ? 1 : drawn;
    }
    return shares;
  }

  /** The largest town of each territory that the post knows by its name near it. */
  private static List<Home> homes(Terrain terrain, int[] territoryOf, int territories) {
    Home[] homes = new Home[territories];
    int missing = territories;
    for (Place town : terrain.towns()) {
      int zip = missing == 0 ? -1 : terrain.zipOf(town, HOME_TOWN_KM);
      if (zip >= 0 && homes[territoryOf[zip]] == null) {
        Terrain.Zip area = terrain.zips().get(zip);
        homes[territoryOf[zip]] = new Home(town.name(), town.region(), area.code(), town.point());
        missing--;
      }
    }
    for (int z = 0; z < territoryOf.length && missing > 0; z++) {
      if (homes[territoryOf[z]] == null) {
        Terrain.Zip area = terrain.zips().get(z);
        homes[territoryOf[z]] = new Home(area.city(), area.region(), area.code(), area.point());
        missing--;
      }
    }
    return Arrays.asList(homes);
  }

  /** Gives the torn territory a county far from its home; returns its code, empty when none. */
  private static String tear(
      Terrain terrain, List<Home> homes, Roles roles, int[] territoryOf, DemoSettings settings) {
    int torn = roles.territory(Role.TORN);
    if (torn < 0) {
      return "";
    }
    Map<String, Double> people = peopleOfCounties(terrain);
    double mean =
        people.values().stream().mapToDouble(Double::doubleValue).sum() / settings.territories();
    Draws draws = Draws.of(settings.seed(), Draws.Purpose.CUTS, 0);
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int zip = terrain.draw(draws);
      String county = terrain.zips().get(zip).county();
      double share = people.getOrDefault(county, 0.0) / mean;
      boolean even = roles.is(territoryOf[zip], Role.RICH) || roles.is(territoryOf[zip], Role.POOR);
      boolean far = terrain.zips().get(zip).point().distanceKm(homes.get(torn).point()) > FAR_KM;
      if (!county.isEmpty() && !even && far && share > LEAST_TORN && share < MOST_TORN) {
        giveCounty(terrain, county, torn, territoryOf);
        return county;
      }
    }
    return "";
  }

  private static Map<String, Double> peopleOfCounties(Terrain terrain) {
    Map<String, Double> people = new TreeMap<>();
    for (int z = 0; z < terrain.zips().size(); z++) {
      people.merge(terrain.zips().get(z).county(), terrain.people(z), Double::sum);
    }
    return people;
  }

  private static void giveCounty(Terrain terrain, String county, int territory, int[] territoryOf) {
    for (int z = 0; z < territoryOf.length; z++) {
      if (terrain.zips().get(z).county().equals(county)) {
        territoryOf[z] = territory;
      }
    }
  }

  /** Where each territory's representative lives, by territory number. */
  List<Home> homes() {
    return homes;
  }

  /** Number of the territory that a ZIP area belongs to. */
  int territoryOf(int zip) {
    return territoryOf[zip];
  }

  /** Code of the county that lies far from the rest of its territory; empty when none. */
  String tornCounty() {
    return tornCounty;
  }

  /** One recursive bisection. */
  private static final class Cutting {
    private final Terrain terrain;
    private final double[] wanted; // [territory number] -> relative share
    private final DemoSettings settings;
    private final int[] territoryOf;

    Cutting(Terrain terrain, double[] wanted, DemoSettings settings) {
      this.terrain = terrain;
      this.wanted = wanted;
      this.settings = settings;
      this.territoryOf = new int[terrain.zips().size()];
    }

    int[] cut() {
      List<Integer> all = new ArrayList<>();
      for (int z = 0; z < territoryOf.length; z++) {
        all.add(z);
      }
      cut(all, 0, wanted.length);
      return territoryOf;
    }

    /** Cuts a part of the country for the territories from one number to before another. */
    private void cut(List<Integer> part, int first, int end) {
      if (end - first == 1) {
        part.forEach(z -> territoryOf[z] = first);
        return;
      }
      int middle = (first + end) / 2;
      double[] along = along(part, axis(part, first * 10_000L + end));
      part.sort(Comparator.comparingDouble(z -> along[z]));
      int line =
          line(
              part,
              Arrays.stream(wanted, first, middle).sum() / Arrays.stream(wanted, first, end).sum());
      List<Integer> before = new ArrayList<>(part.subList(0, line));
      List<Integer> after = new ArrayList<>(part.subList(line, part.size()));
      cut(before, first, middle);
      cut(after, middle, end);
    }

    /** How many areas of a sorted part hold a share of its people; some are left on each side. */
    private int line(List<Integer> part, double share) {
      double left = part.stream().mapToDouble(terrain::people).sum() * share;
      int line = 0;
      while (line < part.size() - 1 && left > 0) {
        left -= terrain.people(part.get(line++));
      }
      return Math.max(1, line);
    }

    /** Direction of the part's longer axis, turned a little, in radians. */
    private double axis(List<Integer> part, long number) {
      double people = 0;
      double meanX = 0;
      double meanY = 0;
      for (int z : part) {
        people += terrain.people(z);
        meanX += terrain.people(z) * x(z);
        meanY += terrain.people(z) * y(z);
      }
      meanX /= people;
      meanY /= people;
      double xx = 0;
      double xy = 0;
      double yy = 0;
      for (int z : part) {
        double dx = x(z) - meanX;
        double dy = y(z) - meanY;
        xx += terrain.people(z) * dx * dx;
        xy += terrain.people(z) * dx * dy;
        yy += terrain.people(z) * dy * dy;
      }
      Draws draws = Draws.of(settings.seed(), Draws.Purpose.CUTS, number);
      return StrictMath.atan2(2 * xy, xx - yy) / 2 + draws.between(-ASKEW, ASKEW);
    }

    private double[] along(List<Integer> part, double direction) {
      double cos = StrictMath.cos(direction);
      double sin = StrictMath.sin(direction);
      double[] along = new double[territoryOf.length];
      for (int z : part) {
        along[z] = cos * x(z) + sin * y(z);
      }
      return along;
    }

    /** Degrees east, shortened as at 38 degrees north, the middle of the country. */
    private double x(int zip) {
      LonLat point = terrain.zips().get(zip).point();
      return point.lon() * 0.788;
    }

    private double y(int zip) {
      return terrain.zips().get(zip).point().lat();
    }
  }
}
