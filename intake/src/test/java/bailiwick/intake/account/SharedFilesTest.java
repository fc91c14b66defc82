package bailiwick.intake.account;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.Precision;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real files of customers; each test runs where the file is. */
class SharedFilesTest {

  private final List<ImportedAccount> read = new ArrayList<>();

  @Test
  void hospitals_are_placed_and_blank_beds_filled() {
    ImportReport report =
        read(
            "hifld_hospitals/us_hospitals_2019.csv.gz",
            MappingRequest.parse(
                List.of("owner="),
                List.of(),
                List.of("STATUS=OPEN"),
                List.of("beds=BEDS"),
                List.of("beds=median-by TYPE")));

    assertThat(report.counts().rows()).isEqualTo(7_146);
    assertThat(report.counts().filtered()).isEqualTo(435);
    assertThat(report.counts().accepted()).isEqualTo(7_146);
    assertThat(report.problemCounts()).containsEntry("IMPORT_IMPUTED", 570L);
    assertThat(placed(report, Precision.EXACT)).isGreaterThan(7_100);
    assertThat(read).allMatch(each -> each.measures().getOrDefault("beds", 0L) > 0);
  }

  @Test
  void northwind_customers_are_read_as_they_are() {
    ImportReport report = read("northwind/customers.csv", MappingRequest.GUESSED);

    assertThat(report.counts().rows()).isEqualTo(91);
    assertThat(report.counts().accepted()).isEqualTo(91);
    assertThat(report.placed()).containsEntry(Precision.NONE, 0L);
    assertThat(placed(report, Precision.POSTCODE) + placed(report, Precision.CITY))
        .isGreaterThan(80);
  }

  @Test
  void adventure_works_stores_are_read_as_they_are() {
    ImportReport report = read("adventureworks/stores.csv", MappingRequest.GUESSED);

    assertThat(report.counts().rows()).isEqualTo(701);
    assertThat(report.counts().accepted()).isEqualTo(701);
    assertThat(placed(report, Precision.EXACT)).isEqualTo(671);
    assertThat(report.problemCounts()).containsEntry("IMPORT_BAD_VALUE", 30L);
    assertThat(read).allMatch(each -> !each.account().ownerKey().isEmpty());
  }

  @Test
  void maven_accounts_have_a_country_for_a_place() {
    ImportReport report =
        read(
            "maven_crm/accounts.csv",
            MappingRequest.parse(
                List.of("country=office_location"), List.of(), List.of(), List.of(), List.of()));

    assertThat(report.counts().rows()).isEqualTo(85);
    assertThat(report.counts().accepted()).isEqualTo(85);
    assertThat(placed(report, Precision.COUNTRY)).isGreaterThan(80);
    assertThat(report.problemCounts()).containsEntry("IMPORT_UNKNOWN_INDUSTRY", 12L);
  }

  private static long placed(ImportReport report, Precision precision) {
    return report.placed().getOrDefault(precision, 0L);
  }

  private ImportReport read(String file, MappingRequest request) {
    Path path = Ground.findShared("data/crm/" + file).orElse(null);
    Assumptions.assumeTrue(path != null, "needs " + file);
    return AccountImport.with(Ground.ATLAS, ImportSettings.DEFAULT)
        .read(TableSource.of(Objects.requireNonNull(path)), request, read::add);
  }
}
