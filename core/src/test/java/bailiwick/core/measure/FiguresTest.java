package bailiwick.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.LonLat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void an_index_of_120_is_a_fifth_above_average() {
    assertThat(Index.of(new long[] {120, 80})).containsExactly(120, 80);
  }

  @Test
  void a_half_timer_with_half_a_territory_is_average() {
    assertThat(Index.of(new long[] {100, 50}, new double[] {1, 0.5}))
        .containsExactly(new double[] {100, 100}, within(1e-9));
  }

  @Test
  void disruption_is_what_changes_hands_of_what_was_held() {
    long[] amounts = {10, 30, 60};

    assertThat(Disruption.share(amounts, new int[] {0, 0, 1}, new int[] {0, 1, 1})).isEqualTo(0.3);
  }

  @Test
  void nobody_loses_what_nobody_held() {
    assertThat(Disruption.share(new long[] {5, 5}, new int[] {-1, 0}, new int[] {1, 0})).isZero();
  }

  @Test
  void a_straight_border_cuts_few_edges() {
    var straight = Worlds.grid("AABB", "AABB");
    var ragged = Worlds.grid("ABAB", "BABA");

    assertThat(Compactness.cutEdges(straight.graph(), straight.territoryOf())).isEqualTo(2);
    assertThat(Compactness.cutEdges(ragged.graph(), ragged.territoryOf())).isEqualTo(10);
  }

  @Test
  void two_equal_weights_lie_half_their_distance_from_the_middle() {
    List<LonLat> points = List.of(new LonLat(0, 0), new LonLat(1, 0));
    double half = points.get(0).distanceKm(points.get(1)) / 2;

    double[] moment = Compactness.momentOfInertia(points, new double[] {1, 1}, new int[] {0, 0}, 1);

    assertThat(moment[0]).isCloseTo(2 * half * half, within(1e-6));
  }

  @Test
  void the_date_line_is_no_border() {
    List<LonLat> points = List.of(new LonLat(179.5, 0), new LonLat(-179.5, 0));

    double[] moment = Compactness.momentOfInertia(points, new double[] {1, 1}, new int[] {0, 0}, 1);

    assertThat(moment[0]).isLessThan(2 * 56 * 56);
  }
}
