package bailiwick.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ImportFlagsTest {

  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void flags_kept_with_a_job_come_back_as_they_were() {
    String kept = json.writeValueAsString(ImportFlags.GUESSED);

    assertThat(json.readValue(kept, ImportFlags.class)).isEqualTo(ImportFlags.GUESSED);
  }

  @Test
  void flags_kept_before_there_were_sheets_and_habits_leave_them_open() {
    String kept =
        """
        {"columns": {}, "set": [], "where": [], "impute": [], "delimiter": "", "encoding": "",
         "country": "", "asOf": null, "goodRowsOnly": false}
        """;

    assertThat(json.readValue(kept, ImportFlags.class)).isEqualTo(ImportFlags.GUESSED);
  }
}
