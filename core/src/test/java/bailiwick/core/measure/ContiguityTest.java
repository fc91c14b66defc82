package bailiwick.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.fixture.Worlds;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContiguityTest {

  @Test
  void corners_that_touch_are_not_neighbours() {
    var world = Worlds.grid("AB", "BA");

    assertThat(Contiguity.pieceCounts(world.graph(), world.territoryOf(), 2)).containsExactly(2, 2);
  }

  @Test
  void a_fault_names_the_smaller_piece() {
    var world = Worlds.grid("AAB", "ABA");

    List<Contiguity.Piece> faults = Contiguity.faults(world.graph(), world.territoryOf(), 2);

    assertThat(faults)
        .containsExactly(new Contiguity.Piece(1, List.of(4)), new Contiguity.Piece(0, List.of(5)));
  }

  @Test
  void units_without_a_territory_belong_to_no_piece() {
    var world = Worlds.grid("A.A");

    assertThat(Contiguity.pieceOf(world.graph(), world.territoryOf())).containsExactly(0, -1, 1);
    assertThat(Contiguity.holds(world.graph(), world.territoryOf(), 1)).isFalse();
  }

  @Test
  void an_empty_territory_has_no_piece() {
    var world = Worlds.grid("AAA");

    assertThat(Contiguity.pieceCounts(world.graph(), world.territoryOf(), 2)).containsExactly(1, 0);
    assertThat(Contiguity.holds(world.graph(), world.territoryOf(), 2)).isTrue();
  }
}
