package bailiwick.intake.deal;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.ImportProblem;
import bailiwick.intake.table.TableSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DealImportTest {

  @Test
  void an_opportunity_is_read_with_its_state() {
    List<Opportunity> read = new ArrayList<>();

    ImportReport report =
        OpportunityImport.with(ImportSettings.DEFAULT)
            .read(
                text(
                    """
                    Opportunity ID,Account,Deal Stage,Close Value,Engage Date,Close Date
                    O1,Acme,Won,1054,2016-10-20,2017-03-01
                    O2,Acme,Engaging,,2016-11-03,
                    O3,,Lost,0,2016-11-03,2016-12-01
                    """),
                MappingRequest.GUESSED,
                read::add);

    assertThat(read)
        .containsExactly(
            new Opportunity(
                "O1",
                "Acme",
                "",
                "Won",
                Opportunity.State.WON,
                105_400,
                LocalDate.of(2016, 10, 20),
                LocalDate.of(2017, 3, 1)),
            new Opportunity(
                "O2",
                "Acme",
                "",
                "Engaging",
                Opportunity.State.OPEN,
                0,
                LocalDate.of(2016, 11, 3),
                null));
    assertThat(report.counts()).isEqualTo(new ImportReport.Counts(3, 0, 2, 1, 0));
    assertThat(report.problems())
        .containsExactly(new ImportProblem.MissingValue("test.csv", 3, "Account", "account"));
  }

  @Test
  void rows_of_unknown_accounts_are_rejected() {
    ImportReport report =
        RevenueImport.with(ImportSettings.DEFAULT)
            .among(Set.of("A1")::contains)
            .read(
                text("account,year,amount\nA1,2025,10\nA2,2025,20\n"),
                MappingRequest.GUESSED,
                r -> {});

    assertThat(report.counts().accepted()).isEqualTo(1);
    assertThat(report.problemCounts()).containsOnlyKeys("IMPORT_UNKNOWN_ACCOUNT");
  }

  @Test
  void activities_count_one_when_nothing_is_said() {
    List<AccountActivity> read = new ArrayList<>();

    ActivityImport.with(ImportSettings.DEFAULT)
        .read(
            text("account,date,kind,count\nA1,2026-01-05,call,\n"),
            MappingRequest.GUESSED,
            read::add);

    assertThat(read)
        .containsExactly(new AccountActivity("A1", "", LocalDate.of(2026, 1, 5), "call", 1));
  }

  @Test
  void one_bad_row_in_ten_thousand_is_found_and_only_it() {
    StringBuilder text = new StringBuilder("id,account,amount\n");
    for (int r = 1; r <= 10_000; r++) {
      text.append("O").append(r).append(",A,").append(r == 7_777 ? "many" : "10").append('\n');
    }

    ImportReport report =
        OpportunityImport.with(ImportSettings.DEFAULT)
            .read(text(text.toString()), MappingRequest.GUESSED, deal -> {});

    assertThat(report.counts()).isEqualTo(new ImportReport.Counts(10_000, 0, 9_999, 1, 0));
    assertThat(report.clean()).isFalse();
    assertThat(report.complete()).isTrue();
    assertThat(report.problems().getFirst())
        .isInstanceOfSatisfying(
            ImportProblem.BadValue.class,
            bad -> {
              assertThat(bad.row()).isEqualTo(7_777);
              assertThat(bad.column()).isEqualTo("amount");
            });
  }

  @Test
  void problems_kept_are_few_and_those_counted_are_all() {
    String text = "id,account,amount\n" + "O1,A,1\n".repeat(50);

    ImportReport report =
        OpportunityImport.with(new ImportSettings("file", "", 10, ImportSettings.DEFAULT.table()))
            .read(text(text), MappingRequest.GUESSED, deal -> {});

    assertThat(report.problems()).hasSize(10);
    assertThat(report.problemCounts()).containsEntry("IMPORT_DUPLICATE_ID", 49L);
  }

  /** Whatever stands in a file: every row is accepted or rejected, and nothing throws. */
  @Test
  void rows_are_accepted_or_rejected_whatever_the_file_holds() {
    long seed = Long.getLong("seed", 42);
    int worlds = Boolean.getBoolean("bailiwick.deep") ? 10_000 : 300;
    for (int world = 0; world < worlds; world++) {
      SplittableRandom random = new SplittableRandom(seed + world);
      String text = messy(random);
      List<Opportunity> read = new ArrayList<>();

      ImportReport report =
          OpportunityImport.with(ImportSettings.DEFAULT)
              .read(text(text), MappingRequest.GUESSED, read::add);

      assertThat(report.counts().rows())
          .as("-Dseed=%s", seed + world)
          .isEqualTo(report.counts().accepted() + report.counts().rejected());
      assertThat(report.counts().accepted()).as("-Dseed=%s", seed + world).isEqualTo(read.size());
    }
  }

  private static String messy(SplittableRandom random) {
    String[] cells = {
      "O1",
      "O2",
      "",
      "Acme",
      "\"Acme, Inc\"",
      "1,5",
      "-3",
      "\"open",
      "x\0y",
      "é",
      "2026-01-01",
      "32.13.2026",
      "\"a\nb\"",
      "won",
      "$1,000",
      "\r",
      "=1+1",
      "  ",
      "\uFFFD",
      "\"\"\"\""
    };
    StringBuilder text = new StringBuilder("id,account,stage,amount,closed\n");
    for (int row = random.nextInt(30); row > 0; row--) {
      for (int c = random.nextInt(8); c > 0; c--) {
        text.append(cells[random.nextInt(cells.length)]).append(c > 1 ? "," : "");
      }
      text.append(random.nextInt(10) == 0 ? "\r\n" : "\n");
    }
    return text.toString();
  }

  private static TableSource text(String text) {
    return TableSource.of("test.csv", text.getBytes(StandardCharsets.UTF_8));
  }
}
