package bailiwick.intake.account;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.Account;
import bailiwick.core.account.Address;
import bailiwick.core.account.Precision;
import bailiwick.core.account.Ties;
import bailiwick.core.account.Traits;
import bailiwick.core.problem.Place;
import bailiwick.intake.export.AccountExport;
import bailiwick.intake.mapping.ColumnUse;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.mapping.OwnField;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.ImportProblem;
import bailiwick.intake.table.RowProblem;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountImportTest {

  private final List<ImportedAccount> read = new ArrayList<>();

  @Test
  void an_account_is_read_cleaned_and_placed() {
    ImportReport report =
        read(
            """
            id,name,city,state,zip,industry,employees,potential,owner,territory
            A1,Acme,chicago,Illinois,60614-1234,311812,120,"$45,000.50",R01,T01
            """);

    Account account = read.getFirst().account();
    assertThat(account.externalId()).isEqualTo("A1");
    assertThat(account.address().postcode()).isEqualTo("60614");
    assertThat(account.address().region()).isEqualTo("IL");
    assertThat(account.address().country()).isEqualTo("US");
    assertThat(account.location().precision()).isEqualTo(Precision.POSTCODE);
    assertThat(account.location().area()).isEqualTo("US/IL/17031/60614");
    assertThat(account.firmographics().industry()).isEqualTo("311812");
    assertThat(account.firmographics().employees()).hasValue(120);
    assertThat(account.worth().potentialCents()).isEqualTo(4_500_050);
    assertThat(account.ownerKey()).isEqualTo("R01");
    assertThat(account.territoryKey()).isEqualTo("T01");
    assertThat(report.clean()).isTrue();
    assertThat(report.placed()).containsEntry(Precision.POSTCODE, 1L);
  }

  @Test
  void coordinates_place_exactly() {
    read("id,name,lon,lat\nA1,Acme,-87.65,41.92\n");

    assertThat(read.getFirst().account().location().precision()).isEqualTo(Precision.EXACT);
    assertThat(read.getFirst().account().location().area()).startsWith("US/IL/17031/");
  }

  @Test
  void an_account_that_reaches_no_postcode_area_is_listed() {
    ImportReport report = read("id,name,state,zip\nA1,Acme,VA,\nA2,Reef,,96940\nA3,Lake,,60614\n");

    assertThat(report.counts().accepted()).isEqualTo(3);
    assertThat(report.problems())
        .extracting(problem -> ((RowProblem) problem).row() + " " + problem.code())
        .contains("1 IMPORT_OUTSIDE_AREAS", "2 IMPORT_NOT_PLACED")
        .doesNotContain("3 IMPORT_OUTSIDE_AREAS", "3 IMPORT_NOT_PLACED");
  }

  @Test
  void a_state_that_contradicts_the_postcode_is_repaired_and_listed() {
    ImportReport report = read("id,name,state,zip\nA1,Acme,TX,60614\n");

    assertThat(read.getFirst().account().address().region()).isEqualTo("IL");
    assertThat(report.counts().repaired()).isEqualTo(1);
    assertThat(report.problems())
        .anyMatch(problem ->
            problem instanceof RowProblem.Repaired repaired
                && repaired.row() == 1
                && repaired.column().equals("state")
                && repaired.after().equals("IL"));
  }

  @Test
  void a_lost_zero_is_put_back() {
    ImportReport report = read("id,name,zip\nA1,Acme,2134\n");

    assertThat(read.getFirst().account().address().postcode()).isEqualTo("02134");
    assertThat(report.counts().repaired()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,name\n,Acme\n",
        "id,name\nA1,\n",
        "id,name,potential\nA1,Acme,much\n",
        "id,name,potential\nA1,Acme,-5\n",
        "id,name\nA1\n"
      })
  void a_row_that_a_plan_could_not_rest_on_is_rejected(String text) {
    ImportReport report = read(text);

    assertThat(report.counts()).isEqualTo(new ImportReport.Counts(1, 0, 0, 1, 0));
    assertThat(read).isEmpty();
    assertThat(report.clean()).isFalse();
    assertThat(report.complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,name,employees\nA1,Acme,lots\n",
        "id,name,lon,lat\nA1,Acme,200,41\n",
        "id,name,lon,lat\nA1,Acme,0,0\n",
        "id,name,industry\nA1,Acme,Misc\n",
      })
  void a_doubtful_optional_value_is_left_out_with_a_warning(String text) {
    ImportReport report = read(text);

    assertThat(report.counts().accepted()).isEqualTo(1);
    assertThat(report.problemCounts().keySet())
        .containsAnyOf("IMPORT_BAD_VALUE", "IMPORT_UNKNOWN_INDUSTRY");
  }

  @Test
  void a_second_row_of_an_id_is_rejected() {
    ImportReport report = read("id,name\nA1,Acme\nA1,Acme again\n");

    assertThat(report.problems()).contains(new RowProblem.DuplicateId("test.csv", 2, "id", "A1"));
    assertThat(read).hasSize(1);
  }

  @Test
  void the_name_stands_for_a_missing_id_column_and_the_id_for_a_missing_name_column() {
    read("name\nAcme\n");
    read("account id\nA7\n");

    assertThat(read).extracting(each -> each.account().externalId()).containsExactly("Acme", "A7");
    assertThat(read).extracting(each -> each.account().name()).containsExactly("Acme", "A7");
  }

  @Test
  void rows_a_filter_leaves_out_are_counted_apart() {
    ImportReport report =
        read(
            "id,name,status\nA1,Acme,open\nA2,Bolt,CLOSED\nA3,Cog,OPEN\n",
            MappingRequest.parse(
                List.of(), List.of(), List.of("STATUS=OPEN"), List.of(), List.of()));

    assertThat(report.counts()).isEqualTo(new ImportReport.Counts(2, 1, 2, 0, 0));
  }

  @Test
  void blanks_are_filled_by_the_median_of_their_group_and_listed() {
    ImportReport report =
        read(
            """
            id,name,type,beds
            A1,a,GENERAL,100
            A2,b,GENERAL,200
            A3,c,GENERAL,
            A4,d,RURAL,20
            A5,e,RURAL,n/a
            A6,f,MILITARY,
            """,
            MappingRequest.parse(
                List.of(),
                List.of(),
                List.of(),
                List.of("beds=BEDS"),
                List.of("beds=median-by type")));

    assertThat(read)
        .extracting(each -> each.measures().getOrDefault("beds", -1L))
        .containsExactly(10_000L, 20_000L, 15_000L, 2_000L, 2_000L, 10_000L);
    assertThat(report.counts().repaired()).isEqualTo(3);
    assertThat(report.problems())
        .contains(
            new RowProblem.Imputed(
                "test.csv", 3, "beds", "beds", "150", "the median where type is GENERAL"),
            new RowProblem.Imputed("test.csv", 6, "beds", "beds", "100", "the median of all rows"));
  }

  @Test
  void a_single_further_measure_stands_for_the_workload() {
    read(
        "id,name,beds\nA1,Acme,120\n",
        MappingRequest.parse(List.of(), List.of(), List.of(), List.of("beds=beds"), List.of()));

    assertThat(read.getFirst().account().worth().workloadCentihours()).isEqualTo(12_000);
  }

  @Test
  void a_file_that_breaks_off_is_not_complete() {
    ImportReport report = read("id,name\nA1,Acme\nA2,\"Bolt\nA3,Cog\n");

    assertThat(report.complete()).isFalse();
    assertThat(report.counts().accepted()).isEqualTo(1);
    assertThat(report.problemCounts()).containsKey("IMPORT_ROW_TOO_LONG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Acme,Boston,MA\nBolt,Salem,OR\n", "city,zip\nBoston,02134\n"})
  void a_file_that_is_no_list_of_accounts_gives_one_problem_and_no_account(String text) {
    ImportReport report = read(text);

    assertThat(report.complete()).isFalse();
    assertThat(report.counts()).isEqualTo(ImportReport.Counts.NONE);
    assertThat(report.problems()).hasSize(1);
    assertThat(read).isEmpty();
  }

  @Test
  void what_is_exported_comes_back_the_same() throws IOException {
    read(
        """
        id,name,street,city,state,zip,industry,employees,revenue,segment,potential,workload,sales,pipeline,owner,territory,website,phone,parent
        A1,"Acme, ""Best"" Inc",12 Main St,Chicago,IL,60614,311812,120,12500000,smb,45000.5,12.25,-300,10,R01,T01,https://acme.com/us,+1 (312) 555-0100,A2
        A2,Bolt,,Boston,MA,02134,484121,,,,12000,6,0,0,,,,,
        """);
    List<Account> first = read.stream().map(ImportedAccount::account).toList();
    assertThat(first.getFirst().ties())
        .isEqualTo(new Ties("https://acme.com/us", "+1 (312) 555-0100", "A2"));
    StringWriter out = new StringWriter();
    try (AccountExport export = AccountExport.open(out)) {
      for (Account account : first) {
        export.add(account);
      }
    }
    read.clear();

    ImportReport again = read(out.toString());

    assertThat(read).extracting(ImportedAccount::account).isEqualTo(first);
    assertThat(again.counts().repaired()).isZero();
  }

  @Test
  void further_measures_are_exported_as_columns() throws IOException {
    read(
        "id,name,beds\nA1,Acme,120\n",
        MappingRequest.parse(List.of(), List.of(), List.of(), List.of("beds=beds"), List.of()));
    StringWriter out = new StringWriter();
    try (AccountExport export = AccountExport.open(out, List.of(), List.of("beds"))) {
      export.add(read.getFirst().account(), read.getFirst().measures());
    }

    assertThat(out.toString().lines().toList().getFirst()).endsWith(",imputed,beds");
    assertThat(out.toString().lines().toList().getLast()).endsWith(",120");
  }

  @Test
  void product_line_tags_and_own_fields_come_back_as_they_went() throws IOException {
    read(
        """
        id,name,Product Line,Tags,field.tier,field.founded
        A1,Acme,imaging,vip; key account|vip,gold,1950
        A2,Bolt,,,,
        """);
    List<Account> first = read.stream().map(ImportedAccount::account).toList();
    assertThat(first.getFirst().traits())
        .isEqualTo(
            new Traits(
                "imaging",
                List.of("key account", "vip"),
                Map.of("tier", "gold", "founded", "1950")));
    assertThat(first.getLast().traits()).isEqualTo(Traits.NONE);
    StringWriter out = new StringWriter();
    try (AccountExport export = AccountExport.open(out, read.getLast().ownFields(), List.of())) {
      for (Account account : first) {
        export.add(account);
      }
    }
    read.clear();

    read(out.toString());

    assertThat(read).extracting(ImportedAccount::account).isEqualTo(first);
  }

  @Test
  void a_column_named_as_a_field_that_is_looked_for_is_read_as_it_and_as_nothing_guessed() {
    ImportReport report =
        readOwn(
            """
            id,name,Tier,pipeline,other
            A1,Acme,gold,12.50,x
            """,
            word("tier", "gold", "silver"),
            word("pipeline", "12.50"));

    Account account = read.getFirst().account();
    assertThat(account.traits().fields()).isEqualTo(Map.of("tier", "gold", "pipeline", "12.50"));
    assertThat(account.firmographics().segment()).isEmpty(); // which `tier` is guessed to be
    assertThat(account.worth().pipelineCents()).isEqualTo(1_250); // by its exact name
    assertThat(report.mapping())
        .extracting(ColumnUse::field)
        .contains("field.tier", "field.pipeline");
  }

  @Test
  void a_text_that_is_no_value_of_its_field_is_told_by_row_and_column_and_left_out() {
    ImportReport report =
        readOwn("id,name,tier\nA1,Acme,gold\nA2,Bolt,gilded\n", word("tier", "gold", "silver"));

    assertThat(report.counts().accepted()).isEqualTo(2);
    assertThat(read.getLast().account().traits()).isEqualTo(Traits.NONE);
    assertThat(read.getLast().account().upkeep().leftOut())
        .isEqualTo(Map.of("field.tier", "gilded"));
    assertThat(report.problems())
        .filteredOn(problem -> problem.code().equals("IMPORT_BAD_VALUE"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.message())
              .isEqualTo(
                  "The field.tier `gilded` is not one of gold, silver; it is read as unknown.");
          assertThat(problem.place()).isEqualTo(new Place.InTable("test.csv", 2, "tier"));
        });
  }

  @Test
  void a_column_is_read_as_an_own_field_where_the_user_says_so() {
    read(
        "id,name,Status\nA1,Acme,open\n",
        MappingRequest.parse(
            List.of("field.state=Status"),
            List.of("field.region=EMEA"),
            List.of(),
            List.of(),
            List.of()));

    assertThat(read.getFirst().account().traits().fields())
        .isEqualTo(Map.of("state", "open", "region", "EMEA"));
    ImportReport wrong =
        read(
            "id,name,Status\nA1,Acme,open\n",
            MappingRequest.parse(
                List.of("field.1st=Status"), List.of(), List.of(), List.of(), List.of()));
    assertThat(wrong.problems())
        .extracting(ImportProblem::code)
        .containsExactly("IMPORT_UNKNOWN_FIELD");
  }

  private static OwnField word(String name, String... values) {
    return new OwnField(name, List.of(values)::contains, "one of " + String.join(", ", values));
  }

  private ImportReport readOwn(String text, OwnField... own) {
    return AccountImport.with(Ground.ATLAS, ImportSettings.DEFAULT)
        .withOwn(List.of(own))
        .read(
            TableSource.of("test.csv", text.getBytes(StandardCharsets.UTF_8)),
            MappingRequest.GUESSED,
            read::add);
  }

  /** Whatever stands in a file: every row is accepted or rejected, and nothing throws. */
  @Test
  void rows_are_accepted_or_rejected_whatever_the_file_holds() {
    long seed = Long.getLong("seed", 42);
    int worlds = Boolean.getBoolean("bailiwick.deep") ? 10_000 : 200;
    for (int world = 0; world < worlds; world++) {
      read.clear();
      String text = messy(new SplittableRandom(seed + world));

      ImportReport report = read(text);

      assertThat(report.counts().accepted()).as("-Dseed=%s", seed + world).isEqualTo(read.size());
      assertThat(report.counts().rows())
          .as("-Dseed=%s", seed + world)
          .isEqualTo(report.counts().accepted() + report.counts().rejected());
      assertThat(report.placed().values().stream().mapToLong(Long::longValue).sum())
          .as("-Dseed=%s", seed + world)
          .isEqualTo(read.size());
    }
  }

  private static String messy(SplittableRandom random) {
    Map<Integer, String[]> cells =
        Map.of(
            0, new String[] {"A1", "A2", "", "A3", "\"A4\"", "A5", "A6"},
            1, new String[] {"Acme", "Bolt", "\"Cog, Inc\"", "", "Z\u00FCrich", "x\0y"},
            2, new String[] {"60614", "2134", "ABC", "", "SW1A 1AA", "99999", "00000"},
            3, new String[] {"IL", "Texas", "", "ZZ", "16", "\"open"},
            4, new String[] {"12", "$1,000", "many", "", "-5", "1.5E3", "n/a"},
            5, new String[] {"-87.6", "999", "", "x", "0", "12,5"});
    StringBuilder text = new StringBuilder("id,name,zip,state,potential,lon,lat\n");
    for (int row = random.nextInt(20); row > 0; row--) {
      int width = random.nextInt(12) == 0 ? random.nextInt(9) : 7;
      for (int c = 0; c < width; c++) {
        String[] choices = cells.getOrDefault(Math.min(c, 5), new String[] {""});
        text.append(c > 0 ? "," : "").append(choices[random.nextInt(choices.length)]);
      }
      text.append(random.nextInt(10) == 0 ? "\r\n" : "\n");
    }
    return text.toString();
  }

  private ImportReport read(String text) {
    return read(text, MappingRequest.GUESSED);
  }

  private ImportReport read(String text, MappingRequest request) {
    return AccountImport.with(Ground.ATLAS, ImportSettings.DEFAULT)
        .read(
            TableSource.of("test.csv", text.getBytes(StandardCharsets.UTF_8)), request, read::add);
  }

  @Test
  void the_address_is_unknown_when_nothing_is_given() {
    read("id,name\nA1,Acme\n");

    assertThat(read.getFirst().account().address()).isEqualTo(Address.UNKNOWN);
    assertThat(read.getFirst().account().location().precision()).isEqualTo(Precision.NONE);
  }
}
