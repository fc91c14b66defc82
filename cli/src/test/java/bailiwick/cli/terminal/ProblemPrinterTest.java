package bailiwick.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemPrinterTest {

  @TempDir Path folder;

  private record Sample(Place place) implements Problem {
    @Override
    public String code() {
      return "SAMPLE_CODE";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "Something is amiss.";
    }
  }

  @Test
  void the_offending_part_of_a_line_is_underlined() throws IOException {
    Path file = Files.writeString(folder.resolve("rules.txt"), "rule one\nrule two to T9\n");
    assertThat(printed(new Sample(new Place.InText(file.toString(), 2, 13, 2))))
        .containsSubsequence(":2:13", "  | rule two to T9", "\n  |             ^^");
  }

  @Test
  void tabs_before_the_part_stay_tabs() throws IOException {
    Path file = Files.writeString(folder.resolve("rules.txt"), "\tto T9\n");
    assertThat(printed(new Sample(new Place.InText(file.toString(), 1, 5, 2))))
        .contains("\n  | \t   ^^");
  }

  @Test
  void a_line_that_cannot_be_read_is_left_out() {
    assertThat(printed(new Sample(new Place.InText("no/such/file", 1, 1, 1))))
        .contains("no/such/file:1:1")
        .doesNotContain("^");
  }

  @Test
  void a_cell_is_named_by_row_and_column() {
    assertThat(printed(new Sample(new Place.InTable("a.csv", 7, "zip"))))
        .isEqualToNormalizingNewlines(
            """
            error SAMPLE_CODE: Something is amiss.
              in a.csv, row 7, column `zip`
            """);
  }

  @Test
  void only_the_first_twenty_are_shown() {
    StringWriter text = new StringWriter();
    List<Sample> many = Collections.nCopies(25, new Sample(Place.WHOLE));
    new ProblemPrinter(new PrintWriter(text)).print(many);
    assertThat(text.toString()).contains("… and 5 more.");
    assertThat(text.toString().split("SAMPLE_CODE")).hasSize(21);
  }

  private static String printed(Problem problem) {
    StringWriter text = new StringWriter();
    new ProblemPrinter(new PrintWriter(text)).print(List.of(problem));
    return text.toString();
  }
}
