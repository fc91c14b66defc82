package bailiwick.intake.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of instances that are wrong, odd, damaged or too large. */
class BadInstanceTest {

  @TempDir Path folder;

  @BeforeEach
  void drawAStripOfFour() throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,1\nb,1,0,1\nc,2,0,1\nd,3,0,1\n");
    write("edges.csv", "u,v\na,b\nb,c\nc,d\n");
    settings("\"p\": 2", "\"type\": \"tau\", \"tau\": [0.5], \"criteria\": [\"w1\"]");
  }

  @Test
  void problems_of_all_files_are_told_at_once_and_nothing_is_written() throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,-1\nb,1,0,1\n");
    write("edges.csv", "u,v\na,z\n");
    settings("\"p\": 0", "\"type\": \"fair\"");

    assertThatThrownBy(this::design).isInstanceOf(ProblemException.class);

    assertThat(codes())
        .containsExactly(
            "INSTANCE_WRONG_SETTING",
            "INSTANCE_WRONG_SETTING",
            "INSTANCE_WRONG_NUMBER",
            "INSTANCE_UNKNOWN_ID");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void every_error_says_what_to_try() throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,-1\n,1,0,1\na,1,0,1\nc,1,0\n");
    write("edges.csv", "u,v\na,z\n");

    assertThat(problems()).hasSize(5).allSatisfy(problem -> assertThat(problem.hint()).isNotNull());
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity", "-1", "1e13", "''", "many", "1e-5000", "'1,5'"})
  void an_amount_that_is_none_is_told_with_its_row(String amount) throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,1\nb,1,0,\"" + amount + "\"\nc,2,0,1\nd,3,0,1\n");

    assertThat(messages())
        .containsExactly(
            "The value `%s` of `w1` in row 2 of `units.csv` must be a number from 0 to 1e12."
                .formatted(amount));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "-Infinity", "1e300", "east"})
  void a_coordinate_that_is_none_is_told_with_its_row(String coordinate) throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,1\nb,1," + coordinate + ",1\nc,2,0,1\nd,3,0,1\n");

    assertThat(messages())
        .containsExactly(
            "The value `%s` of `y` in row 2 of `units.csv` must be a finite number from -1e12 to 1e12."
                .formatted(coordinate));
  }

  @Test
  void an_id_that_stands_twice_or_is_missing_is_told() throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,1\nb,1,0,1\nb,2,0,1\n,3,0,1\n");
    write("edges.csv", "u,v\na,b\n");

    assertThat(messages())
        .containsExactly(
            "The unit id `b` in row 3 of `units.csv` stood in row 2 before.",
            "Row 4 of `units.csv` has no id.");
  }

  @Test
  void a_row_cut_short_is_told_once_and_not_by_the_edges_to_its_unit() throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,1\nb,1,0,1\nc,2,0,1\nd,3,0");

    assertThat(messages())
        .containsExactly("Row 4 of `units.csv` has 3 cells where the header has 4.");
  }

  @Test
  void a_table_that_ends_within_quotes_is_told() throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,1\n\"b,1,0,1\n");

    assertThat(codes()).containsExactly("IMPORT_ROW_TOO_LONG");
  }

  @Test
  void many_problems_of_a_file_are_counted() throws IOException {
    write("edges.csv", "u,v\n" + "a,z\n".repeat(1_000));

    assertThat(messages())
        .hasSize(101)
        .first()
        .isEqualTo("The file `edges.csv` has 1000 problems; the first 100 are told.");
  }

  @Test
  void missing_columns_are_told_with_those_that_are_there() throws IOException {
    write("units.csv", "id,lon,lat,w1\na,0,0,1\n");

    assertThat(messages())
        .containsExactly(
            "The file `units.csv` has no column `x`.", "The file `units.csv` has no column `y`.");
    assertThat(problems().getFirst().hint()).isEqualTo("Its columns are id, lon, lat, w1.");
  }

  @Test
  void a_measure_without_a_column_is_told() throws IOException {
    settings("\"p\": 2", "\"type\": \"tau\", \"tau\": [0.1], \"criteria\": [\"w2\"]");

    assertThat(messages()).containsExactly("The file `units.csv` has no column `w2`.");
  }

  @ParameterizedTest
  @CsvSource({
    "units.csv, IMPORT_EMPTY_FILE",
    "edges.csv, IMPORT_EMPTY_FILE",
    "instance.json, INSTANCE_UNREADABLE"
  })
  void an_empty_file_is_told(String file, String code) throws IOException {
    write(file, "");

    assertThat(codes()).containsExactly(code);
  }

  @Test
  void units_without_a_row_are_told() throws IOException {
    write("units.csv", "id,x,y,w1\n");

    assertThat(codes()).containsExactly("INSTANCE_NO_UNITS");
  }

  @Test
  void settings_cut_short_are_told_with_their_line() throws IOException {
    write("instance.json", "{\n\"p\": 2,\n\"metric\": \"eu");

    assertThat(messages()).singleElement().asString().contains("in line 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"p\": 2 | \"p\": 2.5 | /p",
        "\"p\": 2 | \"p\": 2000000000 | /p",
        "sum_dist | profit | /objective",
        "sum_dist | moi_home | /objective",
        "euclid | miles | /metric",
        "true | \"yes\" | /contiguity",
        "[0.5] | [-0.5] | /balance",
        "[0.5] | [Infinity] | /balance",
        "[0.5] | [0.5, 0.1] | /balance",
        "[\"w1\"] | [\"w1\"], \"most\": 9 | /balance/most",
        "\"tau\", | \"fair\", | /balance/type",
      })
  void a_setting_that_makes_no_sense_is_told_by_its_place(String right, String wrong, String at)
      throws IOException {
    String text = Files.readString(folder.resolve("instance.json"));
    write("instance.json", text.replace(right, wrong));

    assertThat(problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("`" + at + "`"));
  }

  @Test
  void homes_must_be_units_each_once() throws IOException {
    settings(
        "\"p\": 3, \"homes\": [\"a\", \"a\", \"z\"]",
        "\"type\": \"tau\", \"tau\": [0.5], \"criteria\": [\"w1\"]");

    assertThat(messages())
        .containsExactly(
            "The setting `/homes/1` (a) of `instance.json` must be a unit that is no other"
                + " territory's home.",
            "The setting `/homes/2` (z) of `instance.json` must be an id of `units.csv`.");
  }

  @Test
  void amounts_whose_sum_does_not_fit_are_told() throws IOException {
    StringBuilder units = new StringBuilder("id,x,y,w1\n");
    for (int unit = 0; unit < 10; unit++) {
      units.append(unit).append(",0,0,999999999999.999999\n");
    }
    write("units.csv", units.toString());
    write("edges.csv", "u,v\n");

    assertThat(codes()).containsExactly("INSTANCE_SUM_TOO_LARGE");
  }

  @Test
  void units_of_no_weight_are_designed_with() throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,1\nb,1,0,0\nc,2,0,0\nd,3,0,1\n");

    assertThat(design().exitCode()).isZero();
  }

  @Test
  void units_that_all_have_no_weight_are_designed_with() throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,0\nb,1,0,0\nc,2,0,0\nd,3,0,0\n");

    for (String objective : List.of("sum_dist", "moi_1e6_km2", "cut_edges", "max_diameter")) {
      assertThat(design(objective).exitCode()).describedAs(objective).isZero();
    }
  }

  @Test
  void a_unit_larger_than_a_territory_is_proved_impossible_by_name() throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,1\nb,1,0,1\nc,2,0,1\nd,3,0,19\n");

    assertThat(proof()).containsExactly("DESIGN_UNIT_TOO_LARGE");
  }

  @Test
  void more_territories_than_units_are_proved_impossible() throws IOException {
    settings("\"p\": 100000", "\"type\": \"tau\", \"tau\": [0.5], \"criteria\": [\"w1\"]");

    assertThat(proof()).contains("DESIGN_TOO_MANY_TERRITORIES");
  }

  @Test
  void pieces_that_no_edge_joins_are_told_and_designed_apart() throws IOException {
    write("edges.csv", "u,v\na,b\nc,d\n");

    InstanceResult result = design();

    assertThat(result.exitCode()).isZero();
    assertThat(result.warnings())
        .extracting(Problem::message)
        .containsExactly(
            "The units form 2 pieces that no edge joins (2 around `a`, 2 around `c`); no territory"
                + " reaches from one to another.");
    assertThat(result.report()).contains("INSTANCE_SEPARATE_PIECES");
  }

  @Test
  void more_pieces_than_territories_are_proved_impossible() throws IOException {
    write("edges.csv", "u,v\n");

    assertThat(proof()).containsExactly("DESIGN_TOO_MANY_PIECES");
  }

  @Test
  void a_network_in_pieces_cannot_be_measured_along() throws IOException {
    write(
        "instance.json",
        Files.readString(folder.resolve("instance.json"))
            .replace("euclid", "network_shortest_path"));
    write("edges.csv", "u,v,length\na,b,1\nc,d,1\n");

    assertThat(messages())
        .containsExactly(
            "No way leads from unit `a` to unit `c`: the network falls into 2 pieces.");
  }

  @Test
  void edges_that_say_nothing_new_are_counted() throws IOException {
    write("edges.csv", "u,v\na,b\nb,a\nb,b\nb,c\nc,d\n");

    assertThat(InstanceFolder.read(folder).warnings())
        .extracting(Problem::message)
        .containsExactly(
            "Of the edges, 1 stand twice and 1 join a unit to itself, first in row 3; each pair"
                + " counts once.");
  }

  @Test
  void a_file_in_another_encoding_is_read_with_a_warning() throws IOException {
    Files.write(
        folder.resolve("units.csv"),
        "id,x,y,w1\nMünchen,0,0,1\nKöln,1,0,1\n".getBytes(StandardCharsets.ISO_8859_1));
    write("edges.csv", "u,v\nMünchen,Köln\n");

    InstanceFolder read = InstanceFolder.read(folder);

    assertThat(read.warnings())
        .extracting(Problem::code)
        .containsExactly("INSTANCE_OTHER_ENCODING");
  }

  @Test
  void a_broken_character_in_a_good_file_is_told_with_its_row() throws IOException {
    byte[] text =
        ("id,x,y,w1\nMünchen,0,0,1\nKöln,1,0,1\n" + "Höf~".repeat(40) + ",2,0,1\nx?x,3,0,1\n")
            .getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < text.length; at++) {
      text[at] = text[at] == '?' ? (byte) 0xFC : text[at];
    }
    Files.write(folder.resolve("units.csv"), text);
    write("edges.csv", "u,v\n");

    assertThat(messages())
        .containsExactly("The cell `id` in row 4 of `units.csv` holds bytes that are no UTF-8.");
  }

  @Test
  void millions_of_edges_are_read_within_the_memory_of_the_tests() throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("edges.csv"))) {
      out.write("u,v\n");
      for (int row = 0; row < 2_000_000; row++) {
        out.write(row % 2 == 0 ? "a,b\n" : "c,d\n");
      }
    }

    assertThat(InstanceFolder.read(folder).warnings())
        .extracting(Problem::message)
        .first()
        .isEqualTo(
            "Of the edges, 1999998 stand twice and 0 join a unit to itself; each pair counts once.");
  }

  @Test
  void a_graph_far_denser_than_any_map_is_refused_with_its_number() throws IOException {
    int n = 1_500;
    StringBuilder units = new StringBuilder("id,x,y,w1\n");
    StringBuilder edges = new StringBuilder("u,v\n");
    for (int u = 0; u < n; u++) {
      units.append(u).append(",0,0,1\n");
      for (int v = 0; v < u; v++) {
        edges.append(u).append(',').append(v).append('\n');
      }
    }
    write("units.csv", units.toString());
    write("edges.csv", edges.toString());

    assertThat(messages())
        .containsExactly(
            "The edges join 1124250 pairs of 1500 units; at most 1000000 of so many can be worked"
                + " with.");
  }

  @Test
  void more_edges_than_can_be_worked_with_are_refused_with_their_number() {
    assertThat(
            new InstanceProblem.TooLarge("edges.csv", "edges", 30_000_000, EdgeTable.MOST_EDGES)
                .message())
        .isEqualTo("The file `edges.csv` has 30000000 edges; at most 20000000 can be worked with.");
  }

  @Test
  void a_place_for_results_that_is_a_file_is_told_before_the_work() throws IOException {
    write("out", "in the way");

    assertThatThrownBy(this::design).isInstanceOf(FileAlreadyExistsException.class);
  }

  private List<String> proof() throws IOException {
    DesignOutcome outcome = design().outcome();
    return ((DesignOutcome.Infeasible) outcome).proof().stream().map(Problem::code).toList();
  }

  private List<String> messages() {
    return problems().stream().map(Problem::message).toList();
  }

  private List<String> codes() {
    return problems().stream().map(Problem::code).toList();
  }

  private List<Problem> problems() {
    return catchThrowableOfType(ProblemException.class, () -> InstanceFolder.read(folder))
        .problems();
  }

  private InstanceResult design() throws IOException {
    return design("sum_dist");
  }

  private InstanceResult design(String objective) throws IOException {
    return InstanceDesign.run(
        folder,
        Optional.of(objective),
        problem -> DesignSettings.ofWork(1, 10_000),
        folder.resolve("out"),
        DesignListener.NONE,
        Cancellation.none(),
        ExactSolver.NONE);
  }

  private void settings(String territories, String balance) throws IOException {
    write(
        "instance.json",
        "{\"name\": \"strip\", "
            + territories
            + ", \"metric\": \"euclid\", \"objective\": \"sum_dist\","
            + " \"contiguity\": true, \"balance\": {"
            + balance
            + "}}");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
