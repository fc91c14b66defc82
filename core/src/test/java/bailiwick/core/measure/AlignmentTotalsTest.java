package bailiwick.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class AlignmentTotalsTest {

  @Test
  void moving_a_unit_changes_only_two_totals() {
    var world = Worlds.grid("AABC");
    var totals =
        AlignmentTotals.of(new long[][] {{1, 2, 4, 8}}, world.graph(), world.territoryOf(), 3);

    BitSet touched = totals.move(new int[] {1}, 1);

    assertThat(totals.totals(0)).containsExactly(1, 6, 8);
    assertThat(touched.stream()).containsExactly(0, 1);
  }

  @Test
  void a_unit_that_is_there_already_touches_nothing() {
    var world = Worlds.grid("AB");
    var totals = AlignmentTotals.of(new long[][] {{1, 2}}, world.graph(), world.territoryOf(), 2);

    assertThat(totals.move(new int[] {0}, 0).isEmpty()).isTrue();
  }

  @Test
  void taking_the_middle_splits_a_territory() {
    var world = Worlds.grid("AAAB");
    var totals =
        AlignmentTotals.of(new long[][] {{1, 1, 1, 1}}, world.graph(), world.territoryOf(), 2);

    totals.move(new int[] {1}, 1);

    assertThat(totals.isConnected(0)).isFalse();
    assertThat(totals.isConnected(1)).isFalse();
  }

  @Test
  void running_totals_equal_those_from_scratch() {
    Seeds.check((random, size) -> {
      int n = 4 + size % 20;
      long[][] amounts = {random.longs(n, 0, 1000).toArray(), random.longs(n, 0, 1000).toArray()};
      int[] territoryOf = random.ints(n, -1, 4).toArray();
      var world = Worlds.grid(n, 1);
      var totals = AlignmentTotals.of(amounts, world.graph(), territoryOf, 4);
      for (int k = 0; k < 20; k++) {
        totals.move(random.ints(3, 0, n).toArray(), random.nextInt(-1, 4));
        assertThat(totals.matchesFromScratch()).isTrue();
        for (int t = 0; t < 4; t++) {
          assertThat(totals.isConnected(t))
              .isEqualTo(Contiguity.pieceCounts(world.graph(), totals.toArray(), 4)[t] <= 1);
        }
      }
    });
  }
}
