package bailiwick.core.optimize.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.fixture.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WholeDealTest {

  @Test
  void the_best_choice_of_all_is_found() {
    Seeds.check((random, size) -> {
      int count = 1 + size % 12;
      double[] gain = random.doubles(count, 0.1, 10).toArray();
      long[] amount = random.longs(count, 0, 20).toArray();
      long room = random.nextLong(0, 80);
      WholeDeal deal = new WholeDeal(count);
      deal.clear();
      for (int k = 0; k < count; k++) {
        deal.add(k, gain[k], amount[k]);
      }

      assertThat(deal.solve(room)).isTrue();

      assertThat(deal.gain()).isCloseTo(best(gain, amount, room), within(1e-9));
      assertThat(taken(deal, gain)).isCloseTo(deal.gain(), within(1e-9));
    });
  }

  private static double best(double[] gain, long[] amount, long room) {
    double best = 0;
    for (int choice = 0; choice < 1 << gain.length; choice++) {
      double sum = 0;
      long load = 0;
      for (int k = 0; k < gain.length; k++) {
        sum += (choice >> k & 1) * gain[k];
        load += (choice >> k & 1) * amount[k];
      }
      best = load <= room ? Math.max(best, sum) : best;
    }
    return best;
  }

  private static double taken(WholeDeal deal, double[] gain) {
    double sum = 0;
    for (int rank = 0; rank < deal.count(); rank++) {
      sum += deal.takes(rank) ? gain[deal.option(rank)] : 0;
    }
    return sum;
  }

  @Test
  void it_gives_up_where_too_many_choices_are_alike() {
    SplittableRandom random = new SplittableRandom(3);
    WholeDeal deal = new WholeDeal(200);
    for (int k = 0; k < 200; k++) {
      long amount = 2 * random.nextLong(1_000_000, 1_000_100);
      deal.add(k, (double) amount, amount);
    }

    assertThat(deal.solve(100_000_001)).isFalse();
  }
}
