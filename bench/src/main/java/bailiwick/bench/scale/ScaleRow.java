package bailiwick.bench.scale;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A large design to be measured.
 *
 * @param world where its units are from
 * @param units how many there are; of the postal areas all, whatever is said
 * @param territories to draw
 * @param tolerancePercent largest deviation from the mean
 * @param contiguous whether each territory must be one piece
 * @param timeLimit as given to the design command
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

  /** Its name, such as {@code planar-100000x200-2-loose-30s}. */
  String name() {
    return String.format(
        Locale.ROOT,
        "%s-%dx%d-%.0f-%s-%ds",
        world.name().toLowerCase(Locale.ROOT),
        units,
        territories,
        tolerancePercent,
        contiguous ? "contiguous" : "loose",
        timeLimit.toSeconds());
  }

  /**
   * The row of a name, whether it is one of {@link #all} or not.
   *
   * @throws IllegalArgumentException when it is none
   */
  static ScaleRow of(String name) {
    String[] parts = name.split("-", -1);
    if (parts.length != 5 || !parts[1].contains("x") || !parts[4].endsWith("s")) {
      throw new IllegalArgumentException(
          "A row reads like planar-100000x200-2-loose-30s, not %s.".formatted(name));
    }
    int x = parts[1].indexOf('x');
    return new ScaleRow(
        World.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        Integer.parseInt(parts[1].substring(0, x)),
        Integer.parseInt(parts[1].substring(x + 1)),
        Double.parseDouble(parts[2]),
        parts[3].equals("contiguous"),
        Duration.ofSeconds(Long.parseLong(parts[4].substring(0, parts[4].length() - 1))));
  }
}
