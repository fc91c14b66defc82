package bailiwick.intake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.mapping.MappingRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportProblemTest {

  static List<ImportProblem> problems() {
    return List.of(
        new FileProblem.NoHeader("a.csv", List.of("1", "2")),
        new FileProblem.MissingColumn("a.csv", "id", List.of("name")),
        new RowProblem.BlankAmount("a.csv", 1, "workload", "workload"),
        new RowProblem.DuplicateId("a.csv", 2, "id", "A1"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void hints_fit_every_caller_and_name_no_flag_of_the_command_line(ImportProblem problem) {
    assertThat(problem.hint()).isNotBlank().doesNotContain("--");
  }

  @Test
  void a_setting_that_cannot_be_read_is_told_by_its_name_on_every_surface() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                MappingRequest.parse(List.of(), List.of(), List.of("OPEN"), List.of(), List.of()));

    assertThat(refused.problems())
        .extracting(problem -> problem.message() + " " + problem.hint())
        .containsExactly(
            "The setting `where` cannot be read from `OPEN`. Write it as COLUMN=value or"
                + " COLUMN!=value.");
  }
}
