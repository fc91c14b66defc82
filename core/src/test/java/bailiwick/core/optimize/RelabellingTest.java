package bailiwick.core.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.fixture.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RelabellingTest {

  @Test
  void rows_and_columns_are_matched_at_the_least_cost_of_all_orders() {
    Seeds.check(
        100,
        (random, size) -> {
          double[][] cost = costs(random, 1 + size % 6);

          int[] chosen = Relabelling.cheapest(cost);

          assertThat(Arrays.stream(chosen).distinct().count()).isEqualTo(cost.length);
          assertThat(sum(cost, chosen)).isEqualTo(least(cost, new boolean[cost.length], 0));
        });
  }

  private static double[][] costs(SplittableRandom random, int n) {
    double[][] cost = new double[n][n];
    for (double[] row : cost) {
      Arrays.setAll(row, k -> random.nextInt(-20, 20));
    }
    return cost;
  }

  private static double sum(double[][] cost, int[] chosen) {
    double sum = 0;
    for (int row = 0; row < chosen.length; row++) {
      sum += cost[row][chosen[row]];
    }
    return sum;
  }

  private static double least(double[][] cost, boolean[] taken, int row) {
    if (row == cost.length) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int column = 0; column < cost.length; column++) {
      if (!taken[column]) {
        taken[column] = true;
        least = Math.min(least, cost[row][column] + least(cost, taken, row + 1));
        taken[column] = false;
      }
    }
    return least;
  }
}
