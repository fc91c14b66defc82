package bailiwick.core.optimize.part;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Divides the territories of a plan into parts of territories near each other, by cutting the land
 * across its widest side again and again, each time at a place drawn anew: where one division has a
 * border that nothing crosses, the next one has none. O(units + territories · log² territories).
 */
final class Division {

  /** Where the land may be cut, as fractions of its territories. */
  private static final double FIRST_CUT = 0.35;

  private static final double LAST_CUT = 0.65;

  private final double[][] middle; // [territory][dimension] -> mean over its units
  private final int most;
  private final SplittableRandom random;
  private final List<int[]> parts = new ArrayList<>();

  private Division(double[][] middle, int most, SplittableRandom random) {
    this.middle = middle;
    this.most = most;
    this.random = random;
  }

  /**
   * Draws a division.
   *
   * @param plan {@code [unit] -> territory}
   * @param most territories of a part, at least 2
   * @return the territories of each part, ascending; each territory is in one
   */
  static List<int[]> draw(DesignProblem problem, int[] plan, int most, SplittableRandom random) {
    Division division = new Division(middles(problem, plan), most, random);
    division.cut(IntStream.range(0, problem.territoryCount()).toArray());
    return division.parts;
  }

  private static double[][] middles(DesignProblem problem, int[] plan) {
    double[][] middle = new double[problem.territoryCount()][Distances.DIMENSIONS];
    int[] size = new int[middle.length];
    for (int unit = 0; unit < plan.length; unit++) {
      size[plan[unit]]++;
      for (int d = 0; d < Distances.DIMENSIONS; d++) {
        middle[plan[unit]][d] += problem.distances().coordinate(unit, d);
      }
    }
    for (int t = 0; t < middle.length; t++) {
      for (int d = 0; d < Distances.DIMENSIONS; d++) {
        middle[t][d] /= Math.max(1, size[t]);
      }
    }
    return middle;
  }

  private void cut(int[] territories) {
    if (territories.length <= most) {
      int[] part = territories.clone();
      Arrays.sort(part);
      parts.add(part);
      return;
    }
    int across = widestSide(territories);
    int[] ordered =
        Arrays.stream(territories)
            .boxed()
            .sorted(Comparator.comparingDouble(t -> middle[t][across]))
            .mapToInt(Integer::intValue)
            .toArray();
    int at = (int) (ordered.length * random.nextDouble(FIRST_CUT, LAST_CUT));
    cut(Arrays.copyOfRange(ordered, 0, at));
    cut(Arrays.copyOfRange(ordered, at, ordered.length));
  }

  private int widestSide(int[] territories) {
    int widest = 0;
    double width = -1;
    for (int d = 0; d < Distances.DIMENSIONS; d++) {
      int side = d;
      var along = Arrays.stream(territories).mapToDouble(t -> middle[t][side]).summaryStatistics();
      if (along.getMax() - along.getMin() > width) {
        width = along.getMax() - along.getMin();
        widest = d;
      }
    }
    return widest;
  }
}
