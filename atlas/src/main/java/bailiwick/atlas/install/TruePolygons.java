package bailiwick.atlas.install;

import bailiwick.atlas.PostcodeArea;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Sorts polygons of files by what their codes are in a country that the atlas knows. One use.
 *
 * <p>A code that several files show has the sum of their polygons: files by state show a border
 * area in parts, or whole and twice. The polygon of a code that another area holds, such as that of
 * one large receiver, is ground of its holder, so that the country keeps the units it has.
 */
final class TruePolygons {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** A polygon so far from its code's place is of another country. */
  private static final double FAR_KM = 100;

  private static final double KM_PER_DEGREE = LonLat.EARTH_RADIUS_KM * Math.PI / 180;

  private final CountryToComplete country;
  private final Set<String> spellings = new HashSet<>();
  private final Map<String, Geometry> shapes = new TreeMap<>(); // of areas, known and new
  private final Map<String, Geometry> heldShapes = new TreeMap<>(); // of codes that another holds
  private final List<AtlasProblem> problems = new ArrayList<>();

  TruePolygons(CountryToComplete country) {
    this.country = country;
    country.codes().forEach(code -> spellings.add(spelling(code)));
  }

  /** What kinds of characters a code is made of: {@code 99999}, {@code A9A}. */
  private static String spelling(String code) {
    return code.replaceAll("[0-9]", "9").replaceAll("[A-Z]", "A");
  }

  /**
   * Takes the polygons of a file.
   *
   * @throws ProblemException when none is of the country, or more look like ones of something else
   *     whose codes are written alike, such as counties
   */
  void add(PolygonFile file) {
    Sorted sorted = new Sorted();
    file.byPostcode(country.codes())
        .forEach((code, polygon) -> {
          Optional<PostcodeArea> postcode = country.find(code);
          if (postcode.isEmpty() && !spellings.contains(spelling(code))) {
            sorted.misspelt.add(code);
          } else if (isFar(postcode, polygon)) {
            sorted.elsewhere.add(code);
          } else if (postcode.isEmpty()) {
            sorted.strangers.put(code, polygon);
          } else if (postcode.get().isArea()) {
            sorted.areas.put(code, polygon);
          } else {
            sorted.held.put(code, polygon);
          }
        });
    int fitting = sorted.areas.size() + sorted.held.size();
    int others = sorted.strangers.size() + sorted.elsewhere.size();
    if (fitting == 0) {
      throw ProblemException.of(new AtlasProblem.NothingUsable(file.name(), country.code()));
    }
    if (others > fitting) {
      throw ProblemException.of(
          new AtlasProblem.OtherShapes(file.name(), country.code(), fitting, others));
    }
    sorted.areas.forEach((code, polygon) -> shapes.merge(code, polygon, TruePolygons::sum));
    sorted.strangers.forEach((code, polygon) -> shapes.merge(code, polygon, TruePolygons::sum));
    sorted.held.forEach((code, polygon) -> heldShapes.merge(code, polygon, TruePolygons::sum));
    sorted.tellOf(file.name(), problems);
  }

  /** The polygons of one file by what their codes are. */
  private static final class Sorted {
    private final Map<String, Geometry> areas = new TreeMap<>();
    private final Map<String, Geometry> strangers = new TreeMap<>();
    private final Map<String, Geometry> held = new TreeMap<>();
    private final TreeSet<String> misspelt = new TreeSet<>();
    private final TreeSet<String> elsewhere = new TreeSet<>();

    void tellOf(String file, List<AtlasProblem> problems) {
      if (!misspelt.isEmpty()) {
        problems.add(new AtlasProblem.UnmatchedShapes(file, misspelt.size(), misspelt.first()));
      }
      if (!elsewhere.isEmpty()) {
        problems.add(new AtlasProblem.ShapesElsewhere(file, elsewhere.size(), elsewhere.first()));
      }
      if (!held.isEmpty()) {
        problems.add(new AtlasProblem.HeldShapes(file, held.size(), first(held)));
      }
      if (!strangers.isEmpty()) {
        problems.add(new AtlasProblem.NewAreas(file, strangers.size(), first(strangers)));
      }
    }

    private static String first(Map<String, Geometry> shapes) {
      return shapes.keySet().iterator().next();
    }
  }

  /** Whether a polygon is far from its code's place and county, or a new one from every county. */
  private boolean isFar(Optional<PostcodeArea> postcode, Geometry polygon) {
    Coordinate inside = polygon.getInteriorPoint().getCoordinate();
    if (postcode.isEmpty()) {
      Point point = GEOMETRIES.createPoint(inside);
      return !isNear(country.countyAt(inside).polygon(), point);
    }
    LonLat known = postcode.get().point();
    Point point = GEOMETRIES.createPoint(new Coordinate(known.lon(), known.lat()));
    return !isNear(polygon, point)
        && country
            .findCounty(postcode.get().county())
            .filter(county -> isNear(county.polygon(), polygon))
            .isEmpty();
  }

  /** Degrees of longitude count as long as they are where the second stands. */
  private static boolean isNear(Geometry one, Geometry other) {
    double lat = other.getEnvelopeInternal().centre().y;
    AffineTransformation flat =
        AffineTransformation.scaleInstance(StrictMath.cos(StrictMath.toRadians(lat)), 1);
    return flat.transform(one).isWithinDistance(flat.transform(other), FAR_KM / KM_PER_DEGREE);
  }

  /** The ground of both; of two that are the same the first as it is. */
  static Geometry sum(Geometry one, Geometry other) {
    return one.equalsExact(other) ? one : one.union(other);
  }

  /** The polygons of areas by code, those of an earlier installation among them. */
  Map<String, Geometry> byCode() {
    Map<String, Geometry> all = new TreeMap<>(country.trueShapes());
    all.putAll(shapes);
    heldShapes.forEach((code, polygon) ->
        all.computeIfPresent(
            country.find(code).orElseThrow().unit().value(),
            (holder, ground) -> sum(ground, polygon)));
    return all;
  }

  List<AtlasProblem> problems() {
    return problems;
  }
}
