package bailiwick.geo.adjacency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.unit.LonLat;
import bailiwick.geo.Squares;
import bailiwick.geo.adjacency.Borders.Border;
import bailiwick.geo.adjacency.IslandBridges.Gap;
import bailiwick.geo.shape.Grid;
import bailiwick.geo.shape.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;

class BordersTest {

  private static Topology topology(String... rows) {
    return Topology.of(Grid.ofStep(1), Squares.drawn(rows));
  }

  private static List<List<Integer>> pairs(Topology topology) {
    return Borders.of(topology, 0.1).stream()
        .map(border -> List.of(border.from(), border.to()))
        .toList();
  }

  @Test
  void shapes_that_share_a_side_touch_and_corners_do_not() {
    assertThat(pairs(topology("AB", "CD")))
        .containsExactly(List.of(0, 1), List.of(0, 2), List.of(1, 3), List.of(2, 3));
  }

  @Test
  void a_border_is_as_long_as_on_the_ground() {
    Border border = Borders.of(topology("AB"), 0).getFirst();

    assertThat(border.km()).isCloseTo(new LonLat(1, 0).distanceKm(new LonLat(1, 1)), within(1e-9));
  }

  @Test
  void borders_shorter_than_asked_are_left_out() {
    assertThat(Borders.of(topology("AB"), 200)).isEmpty();
  }

  @Test
  void an_island_is_bridged_to_the_nearest_shape() {
    Topology topology = topology("AA..B", "CC...");

    List<Gap> bridges = IslandBridges.joining(topology, Borders.of(topology, 0));

    assertThat(bridges).hasSize(1);
    assertThat(bridges.getFirst().from()).isZero();
    assertThat(bridges.getFirst().to()).isEqualTo(1);
    assertThat(bridges.getFirst().gapKm())
        .isCloseTo(new LonLat(2, 2).distanceKm(new LonLat(4, 2)), within(0.1));
  }

  @Test
  void islands_are_bridged_along_a_chain_with_no_more_bridges_than_needed() {
    Topology topology = topology("A.B..C...D");

    List<Gap> bridges = IslandBridges.joining(topology, List.of());

    assertThat(bridges)
        .extracting(gap -> List.of(gap.from(), gap.to()))
        .containsExactly(List.of(0, 1), List.of(1, 2), List.of(2, 3));
  }

  @Test
  void connected_land_needs_no_bridge() {
    Topology topology = topology("AB", "CD");

    assertThat(IslandBridges.joining(topology, Borders.of(topology, 0))).isEmpty();
  }
}
