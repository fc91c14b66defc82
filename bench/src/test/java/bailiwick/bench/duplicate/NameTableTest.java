package bailiwick.bench.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameTableTest {

  @Test
  void pairs_told_rightly_wrongly_and_not_at_all_are_counted() {
    NameTable table =
        new NameTable(
            List.of(
                new NamePair("own", "Borealis Foods Inc", "BOREALIS FOODS", true),
                new NamePair("own", "Borealis Foods", "Boreal Zinc", false),
                new NamePair("own", "Crystalord", "Quite Another Name", true),
                new NamePair("own", "Deutsche Bank AG", "Deutsche Bank GmbH", false)));
    assertThat(table.alike(pair -> true)).isEqualTo(new Counted(1, 1, 1));
    assertThat(table.alike(NamePair::match)).isEqualTo(new Counted(1, 0, 1));
  }

  @Test
  void precision_and_recall_are_shares_of_those_told_and_of_the_matches() {
    Counted counted = new Counted(6, 2, 4);
    assertThat(counted.precision()).isEqualTo(0.75);
    assertThat(counted.recall()).isEqualTo(0.6);
    assertThat(counted.f1()).isEqualTo(12 / 18.0);
    assertThat(new Counted(0, 0, 0).precision()).isEqualTo(1);
  }

  @Test
  void labelled_names_of_the_half_not_chosen_by_are_told_apart_as_well_as_the_page_says()
      throws IOException {
    String told = System.getProperty("bailiwick.shared");
    Path shared = told == null ? Path.of("..", "..", "shared") : Path.of(told);
    Path folder = shared.resolve("data").resolve("matching");
    assumeThat(Files.isDirectory(folder)).isTrue();
    Counted test = new NameTable(NamePair.readAll(folder)).alike(pair -> !pair.isTraining());
    assertThat(test.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(test.recall()).isGreaterThanOrEqualTo(0.8);
  }
}
