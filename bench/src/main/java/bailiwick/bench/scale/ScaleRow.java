package bailiwick.bench.scale;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A large design to be measured.
 *
 * @param world where its units are from
 * @param units how many there are, 1 or more; of the postal areas all
 * @param territories to draw, 1 or more
 * @param tolerancePercent largest deviation from the mean, 0 or more
 * @param contiguous whether each territory must be one piece
 * @param timeLimit as given to the design command; whole seconds, 1 or more
 */
record ScaleRow(
    World world,
    int units,
    int territories,
    double tolerancePercent,
    boolean contiguous,
    Duration timeLimit) {

  /** Where units are from. */
  enum World {
    /** The postal areas of the United States, with the potential of a generated company. */
    ZIP,
    /** A {@link PlanarWorld}. */
    PLANAR
  }

  private static final int ZIP_AREAS = 33_791;
  private static final int UNITS_OF_ONE = 1_000;

  /** World, units, territories, tolerance, contiguity and seconds. */
  private static final Pattern NAME =
      Pattern.compile("(zip|planar)-(\\d+)x(\\d+)-(\\d+(?:\\.\\d+)?)-(contiguous|loose)-(\\d+)s");

  ScaleRow {
    require(units >= 1, "number of units", units, "1 or more");
    require(world != World.ZIP || units == ZIP_AREAS, "number of areas", units, ZIP_AREAS);
    require(territories >= 1, "number of territories", territories, "1 or more");
    require(
        tolerancePercent >= 0 && tolerancePercent < Double.POSITIVE_INFINITY,
        "tolerance",
        tolerancePercent,
        "0 or more");
    require(
        timeLimit.toSeconds() >= 1 && timeLimit.equals(Duration.ofSeconds(timeLimit.toSeconds())),
        "time limit",
        timeLimit,
        "whole seconds, 1 or more");
  }

  private static void require(boolean holds, String what, Object value, Object must) {
    if (!holds) {
      throw new IllegalArgumentException("The %s (%s) must be %s.".formatted(what, value, must));
    }
  }

  /** All rows: those with a goal, then the curve of growth at 1,000 units for each territory. */
  static List<ScaleRow> all() {
    Stream<ScaleRow> goals =
        Stream.of(
            new ScaleRow(World.ZIP, ZIP_AREAS, 500, 5, true, Duration.ofSeconds(30)),
            new ScaleRow(World.ZIP, ZIP_AREAS, 500, 5, true, Duration.ofMinutes(10)),
            new ScaleRow(World.PLANAR, 100_000, 200, 2, false, Duration.ofSeconds(30)),
            new ScaleRow(World.PLANAR, 100_000, 200, 2, true, Duration.ofSeconds(30)));
    Stream<ScaleRow> growth =
        Stream.of(10_000, 33_000, 100_000, 316_000, 1_000_000)
            .map(units ->
                new ScaleRow(
                    World.PLANAR, units, units / UNITS_OF_ONE, 3, true, Duration.ofMinutes(5)));
    return Stream.concat(goals, growth).toList();
  }

  /** Its name, such as {@code planar-100000x200-0.5-loose-30s}: all that it is. */
  String name() {
    return String.format(
        Locale.ROOT,
        "%s-%dx%d-%s-%s-%ds",
        world.name().toLowerCase(Locale.ROOT),
        units,
        territories,
        BigDecimal.valueOf(tolerancePercent).stripTrailingZeros().toPlainString(),
        contiguous ? "contiguous" : "loose",
        timeLimit.toSeconds());
  }

  /**
   * The row of a name, whether it is one of {@link #all} or not.
   *
   * @throws IllegalArgumentException when it is none
   */
  static ScaleRow of(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "A row (%s) must read like planar-100000x200-0.5-loose-30s: zip or planar, and contiguous or loose."
              .formatted(name));
    }
    return new ScaleRow(
        World.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        Double.parseDouble(parts.group(4)),
        parts.group(5).equals("contiguous"),
        Duration.ofSeconds(Long.parseLong(parts.group(6))));
  }
}
