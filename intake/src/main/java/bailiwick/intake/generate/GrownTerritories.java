package bailiwick.intake.generate;

import bailiwick.atlas.Place;
import bailiwick.core.unit.LonLat;
import bailiwick.intake.generate.Roles.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Today's territories as they have grown: around the homes of the people, some far larger than
 * others. Immutable.
 *
 * <p>Each ZIP area goes to the home whose distance, times a factor of the territory, is least
 * (multiplicatively weighted Voronoi cells). The factors are tuned until each territory holds about
 * the share of people that was drawn for it: 60 to 140 in a hundred of the mean.
 */
final class GrownTerritories {

  private static final double UNEVENNESS = 0.4;
  private static final int MOST_ROUNDS = 40;
  private static final double WORK_LIMIT = 4e8; // distances taken in all rounds
  private static final double FAR_KM = 700;
  private static final long HOME_TOWN_PEOPLE = 40_000;

  private final List<Place> homes;
  private final int[] territoryOf; // [zip number] -> territory number
  private final String tornCounty;

  private GrownTerritories(List<Place> homes, int[] territoryOf, String tornCounty) {
    this.homes = List.copyOf(homes);
    this.territoryOf = territoryOf;
    this.tornCounty = tornCounty;
  }

  /** Grows them. */
  static GrownTerritories of(Terrain terrain, Roles roles, DemoSettings settings) {
    List<Place> homes = homes(terrain, settings);
    double[] wanted = wantedShares(roles, settings);
    int[] territoryOf = grow(terrain, homes, wanted);
    String torn = tear(terrain, homes, roles, territoryOf, settings);
    return new GrownTerritories(homes, territoryOf, torn);
  }

  /** Large towns drawn by people, kept apart from each other as long as that succeeds. */
  private static List<Place> homes(Terrain terrain, DemoSettings settings) {
    List<Place> towns =
        terrain.towns().stream().filter(town -> town.population() >= HOME_TOWN_PEOPLE).toList();
    double[] cumulative = new double[towns.size()];
    double sum = 0;
    for (int t = 0; t < cumulative.length; t++) {
      sum += towns.get(t).population();
      cumulative[t] = sum;
    }
    Draws draws = Draws.of(settings.seed(), Draws.Purpose.HOMES, 0);
    List<Place> homes = new ArrayList<>();
    double apartKm = 900 / StrictMath.sqrt(settings.territories());
    while (homes.size() < settings.territories()) {
      Place town = towns.get(draws.weighted(cumulative));
      double keptKm = apartKm;
      if (homes.stream().allMatch(home -> home.point().distanceKm(town.point()) >= keptKm)) {
        homes.add(town);
      } else {
        apartKm *= 0.99; // so that it ends, however many are wanted
      }
    }
    return homes;
  }

  private static double[] wantedShares(Roles roles, DemoSettings settings) {
    double[] shares = new double[settings.territories()];
    double sum = 0;
    for (int t = 0; t < shares.length; t++) {
      boolean even = roles.is(t, Role.RICH) || roles.is(t, Role.POOR);
      double drawn =
          Draws.of(settings.seed(), Draws.Purpose.SHARES, t)
              .between(1 - UNEVENNESS, 1 + UNEVENNESS);
      shares[t] = even ? 1 : drawn;
      sum += shares[t];
    }
    for (int t = 0; t < shares.length; t++) {
      shares[t] /= sum;
    }
    return shares;
  }

  private static int[] grow(Terrain terrain, List<Place> homes, double[] wanted) {
    int zips = terrain.zips().size();
    double[][] at = new double[zips][];
    for (int z = 0; z < zips; z++) {
      at[z] = onSphere(terrain.zips().get(z).point());
    }
    double[][] home = new double[homes.size()][];
    for (int t = 0; t < home.length; t++) {
      home[t] = onSphere(homes.get(t).point());
    }
    double[] factor = new double[home.length];
    Arrays.fill(factor, 1);
    int[] territoryOf = new int[zips];
    long rounds = Math.clamp((long) (WORK_LIMIT / ((double) zips * home.length)), 1, MOST_ROUNDS);
    for (int round = 0; round < rounds; round++) {
      double[] share = assign(terrain, at, home, factor, territoryOf);
      double step = 0.5 / (1 + round * 0.1);
      for (int t = 0; t < home.length; t++) {
        double ratio = Math.clamp(share[t] / wanted[t], 0.25, 4);
        factor[t] *= StrictMath.pow(ratio, step);
      }
    }
    return territoryOf;
  }

  /** Assigns every area and returns each territory's share of the people. */
  private static double[] assign(
      Terrain terrain, double[][] at, double[][] home, double[] factor, int[] territoryOf) {
    double[] share = new double[home.length];
    double sum = 0;
    for (int z = 0; z < at.length; z++) {
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int t = 0; t < home.length; t++) {
        double dx = at[z][0] - home[t][0];
        double dy = at[z][1] - home[t][1];
        double dz = at[z][2] - home[t][2];
        double weighted = (dx * dx + dy * dy + dz * dz) * factor[t];
        if (weighted < least) {
          least = weighted;
          best = t;
        }
      }
      territoryOf[z] = best;
      share[best] += terrain.people(z);
      sum += terrain.people(z);
    }
    for (int t = 0; t < share.length; t++) {
      share[t] /= sum;
    }
    return share;
  }

  private static double[] onSphere(LonLat point) {
    double lon = StrictMath.toRadians(point.lon());
    double lat = StrictMath.toRadians(point.lat());
    return new double[] {
      StrictMath.cos(lat) * StrictMath.cos(lon),
      StrictMath.cos(lat) * StrictMath.sin(lon),
      StrictMath.sin(lat)
    };
  }

  /** Gives the torn territory a county far from its home; returns its code, empty when none. */
  private static String tear(
      Terrain terrain, List<Place> homes, Roles roles, int[] territoryOf, DemoSettings settings) {
    int torn = roles.territory(Role.TORN);
    if (torn < 0) {
      return "";
    }
    Draws draws = Draws.of(settings.seed(), Draws.Purpose.SHARES, settings.territories());
    for (int attempt = 0; attempt < 1_000; attempt++) {
      Terrain.Zip zip = terrain.zips().get(terrain.draw(draws));
      if (!zip.county().isEmpty() && zip.point().distanceKm(homes.get(torn).point()) > FAR_KM) {
        for (int z = 0; z < territoryOf.length; z++) {
          if (terrain.zips().get(z).county().equals(zip.county())) {
            territoryOf[z] = torn;
          }
        }
        return zip.county();
      }
    }
    return "";
  }

  /** Where each territory's representative lives, by territory number. */
  List<Place> homes() {
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
}
