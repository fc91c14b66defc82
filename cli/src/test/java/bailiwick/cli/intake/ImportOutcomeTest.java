package bailiwick.cli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportOutcomeTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String JOB =
      """
      {"state": "%s",
       "problems": [{"code": "IMPORT_UNKNOWN_OWNER", "severity": "WARNING",
                     "message": "The owner of 3 rows is nobody.", "thing": "owner"}],
       "report": {"file": "deals.csv", "rows": 3, "accepted": 3, "rejected": 0,
                  "complete": true, "loaded": true, "problems": []}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void what_a_server_says_beside_a_load_is_told_to_people_and_machines() {
    ImportOutcome outcome = ImportOutcome.ofJob(JSON.readTree(JOB.formatted("SUCCEEDED")));

    assertThat(tell(outcome, false)).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).contains("The owner of 3 rows is nobody.");
    assertThat(out.toString()).contains("3 rows, 3 accepted");

    out.getBuffer().setLength(0);
    tell(outcome, true);
    JsonNode document = JSON.readTree(out.toString());
    assertThat(document.at("/notes/0/code").asString()).isEqualTo("IMPORT_UNKNOWN_OWNER");
    assertThat(document.get("accepted").asInt()).isEqualTo(3);
  }

  @Test
  void the_problems_of_a_failed_load_are_told_once_by_its_report() {
    ImportOutcome outcome = ImportOutcome.ofJob(JSON.readTree(JOB.formatted("FAILED")));

    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.document().has("notes")).isFalse();
  }

  private int tell(ImportOutcome outcome, boolean json) {
    return outcome.tell(json, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
