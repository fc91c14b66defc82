package bailiwick.intake.deal;

import static bailiwick.intake.mapping.MappingRequest.GUESSED;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.report.ImportWatch;
import bailiwick.intake.table.FileProblem;
import bailiwick.intake.table.RowProblem;
import bailiwick.intake.table.TableSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DealImportTest {

  @Test
  void an_opportunity_is_read_with_its_state() {
    List<Opportunity> read = new ArrayList<>();

    ImportReport report =
        DealImport.opportunities(ImportSettings.DEFAULT)
            .read(
                text(
                    """
                    Opportunity ID,Account,Deal Stage,Close Value,Engage Date,Close Date
                    O1,Acme,Won,1054,2016-10-20,2017-03-01
                    O2,Acme,Engaging,,2016-11-03,
                    O3,,Lost,0,2016-11-03,2016-12-01
                    """),
                GUESSED,
                read::add);

    assertThat(read)
        .containsExactly(
            new Opportunity(
                "O1",
                "Acme",
                "",
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
                "",
                "Engaging",
                Opportunity.State.OPEN,
                0,
                LocalDate.of(2016, 11, 3),
                null));
    assertThat(report.counts()).isEqualTo(new ImportReport.Counts(3, 0, 2, 1, 0));
    assertThat(report.problems())
        .containsExactly(new RowProblem.MissingValue("test.csv", 3, "Account", "account"));
  }

  @Test
  void rows_of_unknown_accounts_are_rejected() {
    ImportReport report =
        DealImport.revenue(ImportSettings.DEFAULT)
            .among(Set.of("A1")::contains)
            .read(text("account,year,amount\nA1,2025,10\nA2,2025,20\n"), GUESSED, r -> {});

    assertThat(report.counts().accepted()).isEqualTo(1);
    assertThat(report.problemCounts()).containsOnlyKeys("IMPORT_UNKNOWN_ACCOUNT");
  }

  @Test
  void activities_count_one_when_nothing_is_said() {
    List<AccountActivity> read = new ArrayList<>();

    DealImport.activities(ImportSettings.DEFAULT)
        .read(text("account,date,kind,count\nA1,2026-01-05,call,\n"), GUESSED, read::add);

    assertThat(read)
        .containsExactly(new AccountActivity("A1", "", LocalDate.of(2026, 1, 5), "call", 1));
  }

  @Test
  void a_quota_belongs_to_a_person_or_a_territory_for_a_period() {
    List<Quota> read = new ArrayList<>();

    ImportReport report =
        DealImport.quotas(ImportSettings.DEFAULT, any -> true)
            .read(
                text(
                    """
                    Rep,Territory,Start Date,End Date,Measure,Quota
                    R-7,,2026-01-01,2027-01-01,,"1,200,000"
                    ,T-03,2026-01-01,2026-04-01,new business,300000.50
                    ,,2026-01-01,2027-01-01,,5
                    R-8,,2026-04-01,2026-04-01,,5
                    R-9,,2026-01-01,2027-01-01,,
                    """),
                GUESSED,
                read::add);

    LocalDate newYear = LocalDate.of(2026, 1, 1);
    assertThat(read)
        .containsExactly(
            new Quota("R-7", "", "revenue", newYear, LocalDate.of(2027, 1, 1), 120_000_000),
            new Quota("", "T-03", "new business", newYear, LocalDate.of(2026, 4, 1), 30_000_050));
    assertThat(report.problemCounts())
        .containsEntry("IMPORT_MISSING_VALUE", 2L)
        .containsEntry("IMPORT_BAD_VALUE", 1L);
  }

  @Test
  void a_quota_of_somebody_nobody_knows_is_rejected_unless_a_territory_has_it() {
    List<Quota> read = new ArrayList<>();

    ImportReport report =
        DealImport.quotas(ImportSettings.DEFAULT, "R-7"::equals)
            .read(
                text(
                    """
                    owner,territory,from,until,amount
                    R-7,,2026-01-01,2027-01-01,1
                    R-8,,2026-01-01,2027-01-01,2
                    R-8,T-03,2026-01-01,2027-01-01,3
                    """),
                GUESSED,
                read::add);

    assertThat(read).extracting(Quota::amountCents).containsExactly(100L, 300L);
    assertThat(report.problemCounts()).containsOnly(Map.entry("IMPORT_UNKNOWN_OWNER", 1L));
  }

  @Test
  void one_bad_row_in_ten_thousand_is_found_and_only_it() {
    StringBuilder text = new StringBuilder("id,account,amount\n");
    for (int r = 1; r <= 10_000; r++) {
      text.append("O").append(r).append(",A,").append(r == 7_777 ? "many" : "10").append('\n');
    }

    ImportReport report =
        DealImport.opportunities(ImportSettings.DEFAULT)
            .read(text(text.toString()), GUESSED, deal -> {});

    assertThat(report.counts()).isEqualTo(new ImportReport.Counts(10_000, 0, 9_999, 1, 0));
    assertThat(report.clean()).isFalse();
    assertThat(report.complete()).isTrue();
    assertThat(report.problems().getFirst())
        .isInstanceOfSatisfying(
            RowProblem.BadValue.class,
            bad -> {
              assertThat(bad.row()).isEqualTo(7_777);
              assertThat(bad.column()).isEqualTo("amount");
            });
  }

  @Test
  void whoever_looks_on_is_told_how_far_the_reading_is() {
    List<Long> rows = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    ImportWatch watch =
        (row, share) -> {
          rows.add(row);
          shares.add(share);
          return true;
        };

    DealImport.revenue(ImportSettings.DEFAULT.watchedBy(watch))
        .read(text("account,year,amount\n" + "A,2025,1\n".repeat(20_000)), GUESSED, r -> {});

    assertThat(rows.subList(0, 20)).as("while habits are learnt").containsOnly(0L);
    assertThat(rows.subList(20, 40)).startsWith(1_000L).endsWith(20_000L);
    assertThat(shares).isSorted().allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
    assertThat(shares.getFirst()).isLessThan(0.6);
  }

  @Test
  void whoever_looks_on_can_stop_the_reading() {
    ImportReport report =
        DealImport.revenue(ImportSettings.DEFAULT.watchedBy((row, share) -> row < 2_000))
            .read(text("account,year,amount\n" + "A,2025,1\n".repeat(20_000)), GUESSED, r -> {});

    assertThat(report.complete()).isFalse();
    assertThat(report.problems()).containsExactly(new FileProblem.Stopped("test.csv", 2_000));
  }

  @Test
  void problems_kept_are_few_and_those_counted_are_all() {
    String text = "id,account,amount\n" + "O1,A,1\n".repeat(50);

    ImportReport report =
        DealImport.opportunities(ImportSettings.DEFAULT.withKeptPerCode(10))
            .read(text(text), GUESSED, deal -> {});

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
          DealImport.opportunities(ImportSettings.DEFAULT).read(text(text), GUESSED, read::add);

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
