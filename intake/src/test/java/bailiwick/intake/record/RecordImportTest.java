package bailiwick.intake.record;

import static bailiwick.intake.mapping.MappingRequest.GUESSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bailiwick.core.account.Precision;
import bailiwick.core.problem.Place;
import bailiwick.intake.account.Ground;
import bailiwick.intake.deal.DealImport;
import bailiwick.intake.deal.Product;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.ImportProblem;
import bailiwick.intake.table.TableSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordImportTest {

  private static final ImportSettings SETTINGS = ImportSettings.DEFAULT.withCountry("US");
  private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

  @Test
  void a_contact_is_known_by_its_mail_address_where_no_system_gave_an_id() {
    List<ContactPerson> read = new ArrayList<>();

    ImportReport report =
        read(
            RecordImport.contacts(SETTINGS).among(Set.of("A1", "A2")::contains),
            """
            Account ID,First Name,Last Name,Job Title,Email,Phone
            A1,Ana,Trujillo,Owner,ana@example.com,(5) 555-4729
            A1,Ana,Trujillo,Owner,ana@example.com,
            A2,Ana,Trujillo,Owner,ana@example.com,
            A9,Bo,Berg,,bo@example.com,
            A2,,,,,
            """,
            read);

    assertThat(read)
        .containsExactly(
            new ContactPerson(
                "ana@example.com",
                "A1",
                "Ana Trujillo",
                "Owner",
                "ana@example.com",
                "(5) 555-4729"),
            new ContactPerson(
                "ana@example.com", "A2", "Ana Trujillo", "Owner", "ana@example.com", ""));
    assertThat(report.problemCounts())
        .containsOnly(
            Map.entry("IMPORT_DUPLICATE_ID", 1L),
            Map.entry("IMPORT_UNKNOWN_ACCOUNT", 1L),
            Map.entry("IMPORT_MISSING_VALUE", 1L));
  }

  @Test
  void sites_are_put_on_the_map_and_an_account_has_several() {
    List<AccountSite> read = new ArrayList<>();

    ImportReport report =
        read(
            RecordImport.sites(Ground.ATLAS, SETTINGS),
            """
            Site ID,Account,Type,Zip
            S1,A1,headquarters,60614
            S2,A1,warehouse,2134
            S2,A1,office,60614
            """,
            read);

    assertThat(read)
        .extracting(
            AccountSite::externalId,
            AccountSite::kind,
            site -> site.address().postcode(),
            site -> site.location().precision())
        .containsExactly(
            tuple("S1", "headquarters", "60614", Precision.POSTCODE),
            tuple("S2", "warehouse", "02134", Precision.POSTCODE));
    assertThat(report.placed()).containsEntry(Precision.POSTCODE, 2L);
    assertThat(report.problems())
        .extracting(ImportProblem::message)
        .contains("The id `S2` stands in an earlier row already.");
  }

  @Test
  void a_territory_above_itself_has_none_above() {
    List<ListedTerritory> read = new ArrayList<>();

    ImportReport report =
        read(
            RecordImport.territories(SETTINGS),
            "territory_id,description,group\n1,Northwest,Land\n2,,2\n,Nameless,1\n",
            read);

    assertThat(read)
        .containsExactly(
            new ListedTerritory("1", "Northwest", "Land"), new ListedTerritory("2", "2", ""));
    assertThat(report.counts().rejected()).isEqualTo(1);
    assertThat(report.problemCounts()).containsEntry("IMPORT_BAD_VALUE", 1L);
  }

  @Test
  void an_assignment_is_of_an_account_a_unit_or_a_territory() {
    List<ListedAssignment> read = new ArrayList<>();

    ImportReport report =
        read(
            RecordImport.assignments(SETTINGS),
            """
            account,zip,territory,owner,start_date,end_date
            A1,,T1,,2026-01-01,2026-03-31
            ,60614,T1,Ada,,
            ,,T1,Ada,2026-01-01,
            ,,T1,,2026-01-01,
            A2,,T1,,2026-03-01,2026-02-27
            """,
            read);

    assertThat(read)
        .containsExactly(
            new ListedAssignment("A1", "", "T1", "", JAN_1, LocalDate.of(2026, 4, 1)),
            new ListedAssignment("", "60614", "T1", "Ada", null, null),
            new ListedAssignment("", "", "T1", "Ada", JAN_1, null));
    assertThat(report.problems())
        .extracting(problem -> problem.code())
        .containsExactly("IMPORT_MISSING_VALUE", "IMPORT_BAD_VALUE");
  }

  @Test
  void hours_of_somebody_nobody_knows_are_rejected() {
    List<WorkedTime> read = new ArrayList<>();

    ImportReport report =
        read(
            RecordImport.time(SETTINGS, "Ada"::equals),
            "employee,date,hours\nAda,2026-01-01,8\nBob,2026-01-01,8\n,2026-01-01,8\n",
            read);

    assertThat(read).containsExactly(new WorkedTime("Ada", JAN_1, "", 800));
    assertThat(report.problemCounts())
        .containsOnly(Map.entry("IMPORT_UNKNOWN_OWNER", 1L), Map.entry("IMPORT_MISSING_VALUE", 1L));
    assertThat(report.problems().getFirst().place())
        .isEqualTo(new Place.InTable(report.file(), 2, "employee"));
  }

  @Test
  void nobody_works_no_hours_or_more_than_a_day_has() {
    List<WorkedTime> read = new ArrayList<>();

    ImportReport report =
        read(
            RecordImport.time(SETTINGS, any -> true),
            """
            employee,date,hours,type
            Ada,2026-01-01,7.5,visit
            Ada,2026-01-01,24,driving
            Ada,2026-01-01,0,
            Ada,2026-01-01,24.01,
            Ada,2026-01-01,,
            Ada,yesterday,1,
            """,
            read);

    assertThat(read)
        .containsExactly(
            new WorkedTime("Ada", JAN_1, "visit", 750),
            new WorkedTime("Ada", JAN_1, "driving", 2_400));
    assertThat(report.counts().rejected()).isEqualTo(4);
  }

  @Test
  void products_stand_under_their_id_or_their_name() {
    List<Product> read = new ArrayList<>();

    read(
        DealImport.products(SETTINGS), "product,series,sales_price\nGTX Pro,GTX,4821\nX,,\n", read);

    assertThat(read)
        .containsExactly(
            new Product("GTX Pro", "GTX Pro", "GTX", OptionalLong.of(482_100)),
            new Product("X", "X", "", OptionalLong.empty()));
  }

  @Test
  void market_figures_are_of_the_smallest_area_that_a_row_names() {
    List<MarketRow> read = new ArrayList<>();

    ImportReport report =
        read(
            RecordImport.market(Ground.ATLAS, SETTINGS),
            """
            state,county,zip,establishments,Employees
            IL,,60614,10,200
            IL,Cook,,"1,000.0",
            IL,,,5000,7
            IL,,99999,1,1
            IL,Nowhere,,1,1
            IL,,60614,many,1
            IL,,60614,,
            ,,,1,1
            """,
            read);

    assertThat(read)
        .containsExactly(
            new MarketRow(
                "US/IL/17031/60614", Map.of("establishments", 1_000L, "employees", 20_000L)),
            new MarketRow("US/IL/17031", Map.of("establishments", 100_000L)),
            new MarketRow("US/IL", Map.of("establishments", 500_000L, "employees", 700L)));
    assertThat(report.problemCounts())
        .containsOnly(
            Map.entry("IMPORT_UNKNOWN_AREA", 2L),
            Map.entry("IMPORT_BAD_VALUE", 1L),
            Map.entry("IMPORT_MISSING_VALUE", 2L));
  }

  @Test
  void each_row_of_a_market_file_may_name_its_measure() {
    List<MarketRow> read = new ArrayList<>();

    read(
        RecordImport.market(Ground.ATLAS, SETTINGS),
        MappingRequest.parse(List.of(), List.of(), List.of(), List.of("vans=vehicles"), List.of()),
        "fips,measure,amount,vehicles\n17031,clinics,12,3\n17031,clinics,,3\n",
        read);

    assertThat(read)
        .containsExactly(
            new MarketRow("US/IL/17031", Map.of("clinics", 1_200L, "vans", 300L)),
            new MarketRow("US/IL/17031", Map.of("vans", 300L)));
  }

  private static <T> ImportReport read(RecordImport<T> reader, String text, List<T> read) {
    return read(reader, GUESSED, text, read);
  }

  private static <T> ImportReport read(
      RecordImport<T> reader, MappingRequest request, String text, List<T> read) {
    return reader.read(
        TableSource.of("test.csv", text.getBytes(StandardCharsets.UTF_8)), request, read::add);
  }
}
