package bailiwick.intake.generate;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.atlas.Place;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final double CELL_DEGREES = 0.25;

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

  private Terrain(List<Zip> zips, double[] people, List<Place> towns) {
    this.zips = List.copyOf(zips);
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
    return new Terrain(zips, people(zips, towns), towns);
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

  private static double[] people(List<Zip> zips, List<Place> towns) {
    double[] people = new double[zips.size()];
    Arrays.fill(people, COUNTRYSIDE_PEOPLE);
    Map<Long, List<Integer>> cells = new HashMap<>();
    for (int z = 0; z < zips.size(); z++) {
      LonLat point = zips.get(z).point();
      cells.computeIfAbsent(cell(point.lon(), point.lat()), key -> new ArrayList<>()).add(z);
    }
    for (Place town : towns) {
      double radiusKm =
          Math.max(
              LEAST_RADIUS_KM, StrictMath.sqrt(town.population() / PEOPLE_PER_KM2 / StrictMath.PI));
      List<Integer> inside = inside(cells, zips, town.point(), radiusKm);
      for (int z : inside) {
        people[z] += town.population() / (double) inside.size();
      }
    }
    return people;
  }

  /** Areas within a radius, or within the first doubling of it that holds any; none in the sea. */
  private static List<Integer> inside(
      Map<Long, List<Integer>> cells, List<Zip> zips, LonLat centre, double radiusKm) {
    for (double radius = radiusKm; radius < 200; radius *= 2) {
      List<Integer> inside = new ArrayList<>();
      double reachLat = radius / 111 + CELL_DEGREES;
      double reachLon =
          radius / (111 * StrictMath.cos(StrictMath.toRadians(centre.lat()))) + CELL_DEGREES;
      for (double lat = centre.lat() - reachLat;
          lat <= centre.lat() + reachLat;
          lat += CELL_DEGREES) {
        for (double lon = centre.lon() - reachLon;
            lon <= centre.lon() + reachLon;
            lon += CELL_DEGREES) {
          for (int z : cells.getOrDefault(cell(lon, lat), List.of())) {
            if (zips.get(z).point().distanceKm(centre) <= radius) {
              inside.add(z);
            }
          }
        }
      }
      if (!inside.isEmpty()) {
        return inside;
      }
    }
    return List.of();
  }

  private static long cell(double lon, double lat) {
    long x = (long) StrictMath.floor(lon / CELL_DEGREES);
    long y = (long) StrictMath.floor(lat / CELL_DEGREES);
    return x * 100_003 + y;
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

  /** The ZIP area whose point is nearest. O(areas). */
  Zip nearest(LonLat point) {
    return zips.stream()
        .min(Comparator.comparingDouble(zip -> zip.point().distanceKm(point)))
        .orElseThrow();
  }

  /** Towns with at least 1,000 people, largest first. */
  List<Place> towns() {
    return towns;
  }
}
