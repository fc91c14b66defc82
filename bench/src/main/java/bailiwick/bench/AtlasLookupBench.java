package bailiwick.bench;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.atlas.Place;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitKind;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Look-ups in the packaged geography of the United States, beside scans of the same areas and
 * places as the yardstick. Before anything is counted, look-ups and scans must give the same
 * answers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
public class AtlasLookupBench {

  private static final String COUNTRY = "US";
  private static final int QUESTIONS = 4_096;
  private static final int COMPARED = 300;

  /** About five kilometres, so that many points lie on a neighbour's ground. */
  private static final double SPREAD_DEGREES = 0.05;

  /** What is asked in one turn: a postcode, a point and a town. */
  private record Question(String postcode, LonLat point, Place town) {}

  private Atlas atlas;
  private AtlasScan scan;
  private AreaLayer areas;
  private List<Question> questions;
  private int next;

  /** Draws the questions and compares the answers. */
  @Setup
  public void setUp() {
    atlas = Atlas.packaged();
    areas = atlas.areas(UnitKind.POSTCODE, COUNTRY);
    List<Place> places = atlas.places(COUNTRY, 0);
    scan = new AtlasScan(areas, places, placesOfTheWorld());
    var random = new SplittableRandom(1);
    questions =
        random
            .ints(QUESTIONS, 0, areas.points().size())
            .mapToObj(area -> draw(area, places, random))
            .toList();
    questions.subList(0, COMPARED).forEach(this::requireSameAnswers);
  }

  private List<Place> placesOfTheWorld() {
    return Stream.of(Locale.getISOCountries())
        .flatMap(country -> atlas.places(country, 0).stream())
        .toList();
  }

  private Question draw(int area, List<Place> places, SplittableRandom random) {
    return new Question(
        codeOf(area),
        near(areas.points().get(area), random),
        places.get(random.nextInt(places.size())));
  }

  private static LonLat near(LonLat point, SplittableRandom random) {
    return new LonLat(
        point.lon() + random.nextDouble(-SPREAD_DEGREES, SPREAD_DEGREES),
        point.lat() + random.nextDouble(-SPREAD_DEGREES, SPREAD_DEGREES));
  }

  private void requireSameAnswers(Question question) {
    Place town = question.town;
    requireSame(
        "postcode",
        atlas.findPostcode(COUNTRY, question.postcode).orElseThrow().postcode(),
        codeOf(scan.findArea(question.postcode)));
    requireSame(
        "area around a point",
        atlas.findNearestArea(COUNTRY, question.point).orElseThrow().postcode(),
        scan.findAround(question.point));
    requireSame(
        "place",
        atlas.findPlace(town.name(), town.region(), COUNTRY).orElseThrow(),
        scan.findPlace(town.name(), town.region()));
    requireSame("time zone", atlas.timeZoneAt(question.point), scan.timeZoneAt(question.point));
  }

  private static void requireSame(String what, Object lookup, Object scan) {
    if (!lookup.equals(scan)) {
      throw new IllegalStateException(
          "The look-up of a %s found %s and the scan %s.".formatted(what, lookup, scan));
    }
  }

  private String codeOf(int area) {
    return areas.numbering().id(area).value();
  }

  /** The area of a postcode as text. */
  @Benchmark
  public Object postcode() {
    return atlas.findPostcode(COUNTRY, question().postcode);
  }

  /** The same, among all areas. */
  @Benchmark
  public Object postcodeByScan() {
    return scan.findArea(question().postcode);
  }

  /** The area on whose ground a point lies. */
  @Benchmark
  public Object areaAround() {
    return atlas.findNearestArea(COUNTRY, question().point);
  }

  /** The same, among the polygons of all areas. */
  @Benchmark
  public Object areaAroundByScan() {
    return scan.findAround(question().point);
  }

  /** The place of a name in a state. */
  @Benchmark
  public Object place() {
    Place town = question().town;
    return atlas.findPlace(town.name(), town.region(), COUNTRY);
  }

  /** The same, among all places. */
  @Benchmark
  public Object placeByScan() {
    Place town = question().town;
    return scan.findPlace(town.name(), town.region());
  }

  /** The time zone at a point. */
  @Benchmark
  public Object timeZone() {
    return atlas.timeZoneAt(question().point);
  }

  /** The same, among all places. */
  @Benchmark
  public Object timeZoneByScan() {
    return scan.timeZoneAt(question().point);
  }

  private Question question() {
    next = (next + 1) & (QUESTIONS - 1);
    return questions.get(next);
  }
}
