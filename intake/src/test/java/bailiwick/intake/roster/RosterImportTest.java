package bailiwick.intake.roster;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.roster.Representative;
import bailiwick.intake.account.Ground;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterImportTest {

  private final List<ImportedRepresentative> read = new ArrayList<>();

  @Test
  void a_representative_is_read_with_everything() {
    ImportReport report =
        read(
            """
            id,name,email,territory,zip,skills,start,left,ramp,quota
            R01,Grace Huang,grace@example.com,T01,60614,health; enterprise,2024-05-01,2026-07-11,50%,"$500,000"
            """);

    ImportedRepresentative imported = read.getFirst();
    Representative person = imported.representative();
    assertThat(person.externalId()).isEqualTo("R01");
    assertThat(person.home()).isNotNull();
    assertThat(person.skills()).containsExactly("health", "enterprise");
    assertThat(person.startedOn()).isEqualTo(LocalDate.of(2024, 5, 1));
    assertThat(person.leftOn()).isEqualTo(LocalDate.of(2026, 7, 11));
    assertThat(person.rampShare()).isEqualTo(0.5);
    assertThat(person.quotaCents()).isEqualTo(50_000_000);
    assertThat(imported.territoryKey()).isEqualTo("T01");
    assertThat(report.clean()).isTrue();
  }

  @Test
  void blanks_mean_a_full_load_and_no_dates() {
    read("name\nGrace Huang\n");

    Representative person = read.getFirst().representative();
    assertThat(person.externalId()).isEqualTo("Grace Huang");
    assertThat(person.rampShare()).isEqualTo(1);
    assertThat(person.home()).isNull();
    assertThat(person.startedOn()).isNull();
  }

  @Test
  void a_person_cannot_leave_before_the_start() {
    ImportReport report = read("name,start,left\nGrace,2026-01-01,2025-01-01\n");

    assertThat(read.getFirst().representative().leftOn()).isNull();
    assertThat(report.problemCounts()).containsOnlyKeys("IMPORT_BAD_VALUE");
  }

  @Test
  void a_second_row_of_a_person_is_rejected() {
    ImportReport report = read("id,name\nR1,Grace\nR1,Felix\n,Zoe\n");

    assertThat(report.counts()).isEqualTo(new ImportReport.Counts(3, 0, 1, 2, 0));
  }

  private ImportReport read(String text) {
    return RosterImport.with(Ground.ATLAS, ImportSettings.DEFAULT)
        .read(
            TableSource.of("test.csv", text.getBytes(StandardCharsets.UTF_8)),
            MappingRequest.GUESSED,
            read::add);
  }
}
