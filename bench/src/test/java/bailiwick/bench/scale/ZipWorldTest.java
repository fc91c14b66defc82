package bailiwick.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.atlas.Atlas;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.measure.Contiguity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipWorldTest {

  private static final int AREAS = 33_791;
  private static final long ACCOUNTS = 2_000;

  @TempDir Path folder;

  private final ZipWorld zips = new ZipWorld(Atlas.packaged());

  @Test
  void areas_hold_the_potential_of_their_accounts_and_no_folder_is_left() throws Exception {
    long[] potential = zips.potential(folder, ACCOUNTS, 1);

    assertThat(potential).hasSize(AREAS);
    assertThat(LongStream.of(potential).filter(cents -> cents > 0).count())
        .isBetween(ACCOUNTS / 4, ACCOUNTS);
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void the_same_seed_gives_the_same_potential_whether_it_was_kept_or_not() throws Exception {
    long[] made = zips.potential(folder, ACCOUNTS, 1);
    long[] kept = zips.potential(folder, ACCOUNTS, 1);
    long[] other = zips.potential(folder, ACCOUNTS, 2);

    assertThat(kept).containsExactly(made);
    assertThat(zips.potential(folder.resolve("elsewhere"), ACCOUNTS, 1)).containsExactly(made);
    assertThat(other).isNotEqualTo(made);
  }

  @Test
  void what_is_kept_is_that_of_this_atlas_and_whole() throws Exception {
    Path old = folder.resolve("potential-%s-1.txt".formatted(ACCOUNTS));
    Files.writeString(old, "17\n"); // of any other atlas, or of a run that was stopped
    Path left = Files.createDirectories(folder.resolve("company"));
    Files.writeString(left.resolve("potential.txt"), "17\n");

    assertThat(zips.potential(folder, ACCOUNTS, 1)).hasSize(AREAS);
    assertThat(left).doesNotExist();
    try (var kept = Files.list(folder)) {
      assertThat(kept)
          .filteredOn(file -> !file.equals(old))
          .singleElement()
          .asString()
          .contains(Atlas.packaged().version("US"));
    }
  }

  @Test
  void all_areas_are_one_piece_of_land() {
    DesignProblem problem = zips.problem(new long[AREAS], true).freeTerritories(1).build();

    assertThat(Contiguity.holds(problem.graph().orElseThrow(), new int[AREAS], 1)).isTrue();
  }
}
