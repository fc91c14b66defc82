package bailiwick.intake.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InstanceDesignTest {

  @TempDir Path folder;

  @BeforeEach
  void drawAStripOfFour() throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,1\nb,1,0,1\nc,2,0,1\nd,3,0,1\n");
    write("edges.csv", "u,v\na,b\nb,c\nc,d\n");
    settings("\"tau\": [0.0], \"criteria\": [\"w1\"], \"type\": \"tau\"");
  }

  @Test
  void a_plan_comes_with_its_assignment_and_its_figures() throws IOException {
    InstanceResult result = design(Optional.empty());

    assertThat(result.exitCode()).isZero();
    assertThat(Files.readAllLines(folder.resolve("out/assignment.csv")))
        .hasSize(5)
        .first()
        .isEqualTo("id,territory,center");
    JsonNode report = report();
    assertThat(report.path("feasible").asBoolean()).isTrue();
    assertThat(report.path("objectiveName").asString()).isEqualTo("sum_dist");
    assertThat(report.path("objective").asDouble()).isEqualTo(2);
    assertThat(report.path("violations")).isEmpty();
    assertThat(report.path("territories").get(0).path("totals").path("w1").asDouble()).isEqualTo(2);
    assertThat(report.path("inputHash").asString()).hasSize(64);
    assertThat(report.path("seed").asLong()).isEqualTo(1);
    assertThat(report.path("evaluations").asLong()).isPositive();
  }

  @Test
  void another_objective_can_be_asked_for() throws IOException {
    design(Optional.of("cut_edges"));

    assertThat(report().path("objectiveName").asString()).isEqualTo("cut_edges");
    assertThat(report().path("objective").asDouble()).isEqualTo(1);
  }

  @Test
  void a_proof_stands_in_the_report_and_leaves_no_old_assignment() throws IOException {
    design(Optional.empty());
    write("units.csv", "id,x,y,w1\na,0,0,9\nb,1,0,1\nc,2,0,1\nd,3,0,1\n");

    InstanceResult result = design(Optional.empty());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("out/assignment.csv")).doesNotExist();
    assertThat(report().path("proof").get(0).path("code").asString())
        .isEqualTo("DESIGN_UNIT_TOO_LARGE");
  }

  @Test
  void how_even_territories_are_and_could_be_stands_in_the_report() throws IOException {
    write("units.csv", "id,x,y,w1\na,0,0,6\nb,1,0,1\nc,2,0,1\nd,3,0,1\n");
    settings("\"tau\": [0.5], \"criteria\": [\"w1\"], \"type\": \"tau\"");

    design(Optional.empty());

    JsonNode balance = report().path("balance").get(0);
    assertThat(balance.path("measure").asString()).isEqualTo("w1");
    assertThat(balance.path("largestDeviation").asDouble()).isCloseTo(6 / 4.5 - 1, within(1e-9));
    assertThat(balance.path("lowerBound").asDouble())
        .isCloseTo(6 / 4.5 - 1, within(2e-5))
        .isLessThan(6 / 4.5 - 1);
  }

  @Test
  void the_same_input_has_the_same_hash_and_other_input_another() throws IOException {
    String first = InstanceFolder.read(folder).inputHash();
    assertThat(InstanceFolder.read(folder).inputHash()).isEqualTo(first);

    write("edges.csv", "u,v\na,b\nb,c\nc,d\na,d\n");

    assertThat(InstanceFolder.read(folder).inputHash()).isNotEqualTo(first);
  }

  @Test
  void every_bad_cell_is_told_at_once_with_its_row() throws IOException {
    write("units.csv", "id,x,y,w1\na,NaN,0,1\nb,1,0,-1\nb,2,0,1\nd,3,0,\n");
    write("edges.csv", "u,v\na,z\n");

    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> InstanceFolder.read(folder));

    assertThat(thrown.problems())
        .extracting(Problem::message)
        .containsExactly(
            "The value `NaN` of `x` in row 1 of `units.csv` must be a finite number from -1e12"
                + " to 1e12.",
            "The value `-1` of `w1` in row 2 of `units.csv` must be a number from 0 to 1e12.",
            "The unit id `b` in row 3 of `units.csv` stood in row 2 before.",
            "The value `` of `w1` in row 4 of `units.csv` must be a number from 0 to 1e12.",
            "No unit has the id `z` that stands in `v` in row 1 of `edges.csv`.");
  }

  @Test
  void an_edge_to_nowhere_names_its_row() throws IOException {
    write("edges.csv", "u,v\na,b\nb,z\n");

    assertThat(problems())
        .containsExactly("No unit has the id `z` that stands in `v` in row 2 of `edges.csv`.");
  }

  @Test
  void a_missing_file_is_named() throws IOException {
    Files.delete(folder.resolve("edges.csv"));

    assertThat(problems()).containsExactly("The instance has no file `edges.csv`.");
  }

  @Test
  void settings_that_make_no_sense_are_told() throws IOException {
    write(
        "instance.json",
        "{\"p\": 0, \"metric\": \"miles\", \"objective\": \"sum_dist\","
            + " \"balance\": {\"type\": \"LU\", \"L\": 5, \"U\": 4}}");

    assertThat(problems()).hasSize(4);
  }

  @Test
  void more_territories_than_units_are_proved_impossible() throws IOException {
    Files.writeString(
        folder.resolve("instance.json"),
        Files.readString(folder.resolve("instance.json")).replace("\"p\": 2", "\"p\": 9"));

    assertThat(design(Optional.empty()).exitCode()).isEqualTo(2);
  }

  private List<String> problems() {
    return catchThrowableOfType(ProblemException.class, () -> InstanceFolder.read(folder))
        .problems()
        .stream()
        .map(Problem::message)
        .toList();
  }

  private InstanceResult design(Optional<String> objective) throws IOException {
    return InstanceDesign.run(
        folder,
        objective,
        problem -> DesignSettings.ofWork(1, 10_000),
        folder.resolve("out"),
        DesignListener.NONE,
        Cancellation.none(),
        ExactSolver.NONE);
  }

  private JsonNode report() throws IOException {
    return JsonMapper.builder()
        .build()
        .readTree(Files.readString(folder.resolve("out/report.json")));
  }

  private void settings(String balance) throws IOException {
    write(
        "instance.json",
        "{\"name\": \"strip\", \"p\": 2, \"metric\": \"euclid\", \"objective\": \"sum_dist\","
            + " \"contiguity\": true, \"balance\": {"
            + balance
            + "}}");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
