package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DuplicatesOnFilesTest {

  private static final String ACCOUNTS =
      """
      Account ID,Account Name,Website,Phone,Billing Street,Billing Zip,Billing Country,Parent Account ID
      1,"Acme Tools, Inc.",www.acme.com,(312) 555-0187,12 Main St,60614,US,
      2,ACME TOOLS,info@acme.com,,12 Main Street,60614,US,
      3,Borealis Foods,borealis.com,,9 Elm Rd,75201,US,
      4,Borealis Foods Dallas,borealis.com,,77 Oak Ave,75204,US,3
      """;

  @TempDir Path folder;

  @Test
  void pairs_are_told_with_score_and_evidence_and_families_counted() throws IOException {
    CommandRun run = CommandRun.of("duplicates", file(ACCOUNTS));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("4 accounts", "1 may be duplicates")
        .contains("1 Acme Tools, Inc.  |  2 ACME TOOLS")
        .contains("same name; same domain acme.com; same street 12 Main St; same postcode 60614")
        .contains("families: 1 by parents, 1 more by web domain");
  }

  @Test
  void the_same_comes_as_json() throws IOException {
    CommandRun run = CommandRun.of("duplicates", file(ACCOUNTS), "--json");
    JsonNode told = JsonMapper.shared().readTree(run.out());
    assertThat(told.path("accounts").asInt()).isEqualTo(4);
    JsonNode pair = told.path("pairs").path(0);
    assertThat(pair.path("first").path("id").asString()).isEqualTo("1");
    assertThat(pair.path("second").path("row").asInt()).isEqualTo(2);
    assertThat(pair.path("score").asDouble()).isBetween(0.99, 1.0);
    assertThat(pair.path("evidence").path(1).path("field").asString()).isEqualTo("domain");
    assertThat(told.path("families").path(0).path("basis").asString()).isEqualTo("parents");
    assertThat(told.path("problems").isEmpty()).isTrue();
  }

  @Test
  void all_pairs_go_to_a_file() throws IOException {
    Path pairs = folder.resolve("pairs.csv");
    CommandRun run = CommandRun.of("duplicates", file(ACCOUNTS), "--out", pairs.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllLines(pairs)).hasSize(2);
    assertThat(Files.readString(pairs)).contains("\"Acme Tools, Inc.\",1,2,ACME TOOLS,2,");
  }

  @Test
  void a_circle_of_parents_and_a_row_that_cannot_be_read_are_problems() throws IOException {
    CommandRun run =
        CommandRun.of("duplicates", file("id,name,parent\n1,A,2\n2,B,1\n2,C,\n3,D,9\n"));
    assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.err())
        .contains("FAMILY_CIRCLE", "`1` → `2` → `1`")
        .contains("FAMILY_MISSING_PARENT")
        .contains("IMPORT_DUPLICATE_ID");
    assertThat(run.out()).contains("3 accounts");
  }

  @Test
  void a_least_score_beyond_1_is_wrong_usage() throws IOException {
    CommandRun run = CommandRun.of("duplicates", file(ACCOUNTS), "--least", "2");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--least (2.0) must lie between 0 and 1");
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("accounts.csv"), text).toString();
  }
}
