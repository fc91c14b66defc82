package bailiwick.intake.account;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.report.ReportView;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report of a small messy file, word for word; {@code -Dgolden=write} rewrites it. */
class GoldenReportTest {

  private static final Path FOLDER = Path.of("src/test/resources/bailiwick/intake/account");

  @Test
  void the_report_of_a_messy_file_is_as_reviewed() throws IOException {
    ImportReport report =
        AccountImport.with(Ground.ATLAS, ImportSettings.DEFAULT)
            .read(
                TableSource.of(FOLDER.resolve("messy.csv")), MappingRequest.GUESSED, account -> {});
    String json =
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(ReportView.of(report))
            + "\n";

    Path golden = FOLDER.resolve("messy.report.json");
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(golden, json);
    }
    assertThat(json).isEqualTo(Files.readString(golden));
  }
}
