package bailiwick.intake.generate;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.atlas.Place;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The ground the company works on: ZIP areas of the fifty states and the capital, weighted by the
 * people around them. Immutable and thread-safe.
 *
 * <p>People per ZIP area are estimated, since no count is packaged: each place spreads its
 * population evenly over the ZIP areas inside the disc it would fill at 1,200 people a km², or
 * gives it to the nearest. Every area has a few people besides, so that the countryside is not
 * empty.
 */
final class Terrain {

  private static final String COUNTRY = "US";
  private static final Set<String> OVERSEAS =
      Set.of("PR", "VI", "GU", "AS", "MP", "PW", "FM", "MH", "AA", "AE", "AP");
  private static final double PEOPLE_PER_KM2 = 1_200;
  private static final double LEAST_RADIUS_KM = 3;
  private static final double COUNTRYSIDE_PEOPLE = 250;

  /**
   * One ZIP area.
   *
   * @param county code of its county
   */
  record Zip(String code, String city, String region, String county, LonLat point) {}

  private final List<Zip> zips;
  private final double[] people; // [zip number]
  private final double[] cumulative; // [zip number] -> people up to and with it
  private final List<Place> towns;
  private final ZipGrid grid;

  private Terrain(List<Zip> zips, double[] people, List<Place> towns, ZipGrid grid) {
    this.zips = List.copyOf(zips);
    this.grid = grid;
    this.people = people;
    this.towns = List.copyOf(towns);
    this.cumulative = new double[people.length];
    double sum = 0;
    for (int z = 0; z < people.length; z++) {
      sum += people[z];
      cumulative[z] = sum;
    }
  }

  /** Reads the ground from an atlas. */
  static Terrain of(Atlas atlas) {
    List<Zip> zips = zips(atlas.areas(UnitKind.POSTCODE, COUNTRY));
    List<Place> towns =
        atlas.places(COUNTRY, 1_000).stream()
            .filter(place -> !OVERSEAS.contains(place.region()))
            .toList();
    return of(zips, towns);
  }

  /** A ground of these areas and towns, largest town first. */
  static Terrain of(List<Zip> zips, List<Place> towns) {
    ZipGrid grid = new ZipGrid(zips);
    return new Terrain(zips, people(zips, towns, grid), towns, grid);
  }

  private static List<Zip> zips(AreaLayer layer) {
    List<Zip> zips = new ArrayList<>();
    for (int n = 0; n < layer.numbering().size(); n++) {
      String region = layer.regions().get(n);
      if (!region.isEmpty() && !OVERSEAS.contains(region)) {
        zips.add(
            new Zip(
                layer.numbering().id(n).value(),
                layer.names().get(n),
                region,
                layer.counties().get(n),
                layer.points().get(n)));
      }
    }
    return zips;
  }

  private static double[] people(List<Zip> zips, List<Place> towns, ZipGrid grid) {
    double[] people = new double[zips.size()];
    Arrays.fill(people, COUNTRYSIDE_PEOPLE);
    for (Place town : towns) {
      double radiusKm =
          Math.max(
              LEAST_RADIUS_KM, StrictMath.sqrt(town.population() / PEOPLE_PER_KM2 / StrictMath.PI));
      List<Integer> inside = grid.around(town.point(), radiusKm);
      for (int z : inside) {
        people[z] += town.population() / (double) inside.size();
      }
    }
    return people;
  }

  /** The ZIP areas, by number. */
  List<Zip> zips() {
    return zips;
  }

  /** People around a ZIP area, above 0. */
  double people(int zip) {
    return people[zip];
  }

  /** Number of a ZIP area drawn by its people. */
  int draw(Draws draws) {
    return draws.weighted(cumulative);
  }

  /** Number of a ZIP area that a town lies in or near and whose post bears its name, or -1. */
  int zipOf(Place town, double km) {
    int best = -1;
    double nearestKm = km;
    for (int z : grid.around(town.point(), km)) {
      Zip zip = zips.get(z);
      double distance = zip.point().distanceKm(town.point());
      boolean named =
          zip.city().equalsIgnoreCase(town.name()) && zip.region().equals(town.region());
      if (named && distance <= nearestKm) {
        best = z;
        nearestKm = distance;
      }
    }
    return best;
  }

  /** Towns with at least 1,000 people, largest first. */
  List<Place> towns() {
    return towns;
  }
}
