package bailiwick.geo.shape;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.geo.Squares;
import org.junit.jupiter.api.Test;

class TopologyTest {

  private static Topology topology(String... rows) {
    return Topology.of(Grid.ofStep(1), Squares.drawn(rows));
  }

  @Test
  void two_squares_share_the_arc_between_them() {
    Topology topology = topology("AB");

    assertThat(topology.arcCount()).isEqualTo(3);
    assertThat(topology.shapes().get(0).polygons().getFirst().getFirst()).hasSize(2);
    assertThat(topology.shapes().get(1).polygons().getFirst().getFirst()).hasSize(2);
  }

  @Test
  void a_lone_square_is_one_arc() {
    assertThat(topology("A").arcCount()).isEqualTo(1);
  }

  @Test
  void an_enclave_fills_the_hole_of_its_neighbour_with_one_arc() {
    Topology topology = topology("AAA", "ABA", "AAA");

    assertThat(topology.arcCount()).isEqualTo(2);
    assertThat(topology.shapes().getFirst().polygons().getFirst()).hasSize(2);
  }

  @Test
  void a_shape_smaller_than_a_step_of_the_grid_vanishes() {
    Topology topology = Topology.of(Grid.ofStep(10), Squares.drawn("A"));

    assertThat(topology.shapes().getFirst().polygons()).isEmpty();
  }

  @Test
  void four_corners_meet_in_a_junction() {
    // Four outer runs and four runs from the middle outwards.
    assertThat(topology("AB", "CD").arcCount()).isEqualTo(8);
  }
}
