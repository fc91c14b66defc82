package bailiwick.bench.scale;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A made-up country: places on a grid, each moved at random within its cell, and the cells between
 * four of them cut by one diagonal or the other, so that the graph is a planar triangulation. Most
 * places hold little; around each of some towns they hold much. The same for the same size and
 * seed.
 */
final class PlanarWorld {

  /** How far a place is from the middle of its cell at most, in cells. */
  private static final double MOVED = 0.4;

  private static final int PLACES_OF_A_TOWN = 2_500;

  /** Accounts in an average place far from towns, and how many times more in the middle of one. */
  private static final double RURAL = 40;

  private static final double TOWN = 12;

  /** Cells from its middle at which a town has thinned out to a third. */
  private static final double TOWN_RADIUS = 7;

  private final int width;
  private final int units;
  private final double[] x; // [unit]
  private final double[] y; // [unit]
  private final SplittableRandom random;

  private PlanarWorld(int units, long seed) {
    this.units = units;
    this.width = (int) Math.ceil(Math.sqrt(units));
    this.x = new double[units];
    this.y = new double[units];
    this.random = new SplittableRandom(seed);
    for (int unit = 0; unit < units; unit++) {
      x[unit] = column(unit) + random.nextDouble(-MOVED, MOVED);
      y[unit] = row(unit) + random.nextDouble(-MOVED, MOVED);
    }
  }

  /** A problem over so many places with one measure, the accounts; rules are still to be added. */
  static DesignProblemBuilder problem(int units, boolean contiguous, long seed) {
    PlanarWorld world = new PlanarWorld(units, seed);
    DesignProblemBuilder builder =
        DesignProblem.builder(
            UnitNumbering.of(IntStream.range(0, units).mapToObj(k -> new UnitId("u" + k)).toList()),
            PlanarDistances.of(world.x, world.y));
    builder.measure(Measure.ACCOUNTS, world.accounts());
    UnitGraph graph = world.graph();
    return contiguous ? builder.contiguous(graph) : builder.graph(graph);
  }

  private int column(int unit) {
    return unit % width;
  }

  private int row(int unit) {
    return unit / width;
  }

  private long[] accounts() {
    double[] density = new double[units];
    Arrays.fill(density, 1);
    for (int town = 0; town < Math.max(1, units / PLACES_OF_A_TOWN); town++) {
      addTown(random.nextInt(units), density);
    }
    return Arrays.stream(density)
        .mapToLong(d -> Math.round(d * RURAL * -StrictMath.log(1 - random.nextDouble())))
        .toArray();
  }

  private void addTown(int middle, double[] density) {
    int reach = (int) (4 * TOWN_RADIUS);
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        int place = middle + dy * width + dx;
        if (place >= 0 && place < units && Math.abs(column(place) - column(middle)) <= reach) {
          double cells = Math.sqrt(dx * dx + dy * dy);
          density[place] += TOWN * StrictMath.exp(-cells / TOWN_RADIUS);
        }
      }
    }
  }

  private UnitGraph graph() {
    int[] from = new int[3 * units];
    int[] to = new int[3 * units];
    int count = 0;
    for (int unit = 0; unit < units; unit++) {
      boolean hasRight = column(unit) + 1 < width && unit + 1 < units;
      boolean hasBelow = unit + width < units;
      boolean hasCell = hasRight && unit + width + 1 < units;
      boolean falls = random.nextBoolean();
      int[] ends = {
        hasRight ? unit + 1 : unit,
        hasBelow ? unit + width : unit,
        hasCell && falls ? unit + width + 1 : unit
      };
      for (int end : ends) {
        from[count] = unit;
        to[count++] = end;
      }
      if (hasCell && !falls) {
        from[count - 1] = unit + 1;
        to[count - 1] = unit + width;
      }
    }
    return UnitGraph.of(units, from, to);
  }
}
