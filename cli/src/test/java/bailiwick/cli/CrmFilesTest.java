package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of real systems, checked as they were exported; each test runs where its file is. */
class CrmFilesTest {

  /** Rows: read, accepted, repaired, rejected. */
  private record Rows(long read, long accepted, long repaired, long rejected) {

    static Rows allOf(long rows) {
      return new Rows(rows, rows, 0, 0);
    }
  }

  @Test
  void adventure_works_stores() {
    JsonNode report = check("accounts adventureworks/stores.csv");

    // Repaired: 27 French departments and 22 German states at random for their cities, and row 313,
    // whose postcode is of a place 50 km off its state and city.
    assertThat(rows(report)).isEqualTo(new Rows(701, 701, 50, 0));
    assertThat(problems(report))
        .isEqualTo("IMPORT_BAD_VALUE 30, IMPORT_OUTSIDE_AREAS 235, IMPORT_REPAIRED 51");
    // 30 stores lie at 0, 0, which is no place: they go by city, state or country.
    assertThat(report.path("placed").path("exact").asInt()).isEqualTo(701 - 30);
    assertThat(column(report, "owner")).isEqualTo("salesperson_id");
  }

  @Test
  void adventure_works_people_territories_and_who_had_which() {
    JsonNode people = check("representatives adventureworks/salespeople.csv");
    JsonNode territories = check("territories adventureworks/sales_territories.csv");
    JsonNode history = check("assignments adventureworks/territory_history.csv");
    JsonNode quotas = check("quotas adventureworks/quota_history.csv --set months=3");

    assertThat(rows(people)).isEqualTo(Rows.allOf(17));
    assertThat(rows(territories)).isEqualTo(Rows.allOf(10));
    assertThat(column(territories, "parent")).isEqualTo("group");
    assertThat(rows(history)).isEqualTo(Rows.allOf(17));
    assertThat(column(history, "last")).isEqualTo("end_date");
    assertThat(rows(quotas)).isEqualTo(Rows.allOf(163));
    for (JsonNode report : List.of(people, territories, history, quotas)) {
      assertThat(problems(report)).isEmpty();
    }
  }

  @Test
  void maven_accounts() {
    JsonNode report = check("accounts maven_crm/accounts.csv");

    assertThat(rows(report)).isEqualTo(Rows.allOf(85));
    // `technolgy` is misspelt 12 times, `Philipines` once; offices are told by country alone.
    assertThat(problems(report))
        .isEqualTo("IMPORT_NOT_PLACED 1, IMPORT_OUTSIDE_AREAS 84, IMPORT_UNKNOWN_INDUSTRY 12");
    assertThat(column(report, "country")).isEqualTo("office_location");
    assertThat(column(report, "parent")).isEqualTo("subsidiary_of");
  }

  @Test
  void maven_products_and_people() {
    JsonNode products = check("products maven_crm/products.csv");
    JsonNode people = check("representatives maven_crm/sales_teams.csv");

    assertThat(rows(products)).isEqualTo(Rows.allOf(7));
    assertThat(rows(people)).isEqualTo(Rows.allOf(35));
    assertThat(problems(products) + problems(people)).isEmpty();
    assertThat(column(people, "manager")).isEqualTo("manager");
  }

  @Test
  void maven_pipeline() {
    JsonNode report = check("opportunities maven_crm/sales_pipeline.csv.gz");

    // 1,088 deals in talks and 337 in prospecting name no account yet.
    assertThat(rows(report)).isEqualTo(new Rows(8_800, 7_375, 0, 1_088 + 337));
    assertThat(problems(report)).isEqualTo("IMPORT_MISSING_VALUE 1425");
    assertThat(column(report, "product")).isEqualTo("product");
  }

  @Test
  void a_data_dictionary_is_no_list_of_accounts() {
    assertThat(problems(check("accounts maven_crm/data_dictionary.csv")))
        .isEqualTo("IMPORT_NO_HEADER 1");
  }

  @Test
  void northwind_customers_and_the_people_there() {
    JsonNode accounts = check("accounts northwind/customers.csv");
    JsonNode contacts = check("contacts northwind/customers.csv");

    // Of 60 blank regions 58 follow from city or postcode; 12 others are written otherwise.
    assertThat(rows(accounts)).isEqualTo(new Rows(91, 91, 58 + 12, 0));
    assertThat(problems(accounts)).isEqualTo("IMPORT_OUTSIDE_AREAS 67, IMPORT_REPAIRED 70");
    assertThat(rows(contacts)).isEqualTo(Rows.allOf(91));
    assertThat(column(contacts, "title")).isEqualTo("contact_title");
    assertThat(problems(contacts)).isEmpty();
  }

  @Test
  void northwind_territories_and_who_has_them() {
    JsonNode territories = check("territories northwind/territories.csv");
    JsonNode regions = check("territories northwind/regions.csv --map code=region_id");
    JsonNode assignments = check("assignments northwind/employee_territories.csv");

    assertThat(rows(territories)).isEqualTo(Rows.allOf(53));
    assertThat(column(territories, "parent")).isEqualTo("region_id");
    assertThat(rows(regions)).isEqualTo(Rows.allOf(4));
    assertThat(rows(assignments)).isEqualTo(Rows.allOf(49));
    assertThat(problems(territories) + problems(regions) + problems(assignments)).isEmpty();
  }

  @Test
  void northwind_orders_as_activities() {
    JsonNode report = check("activities northwind/orders.csv --set kind=order");

    assertThat(rows(report)).isEqualTo(Rows.allOf(830));
    assertThat(column(report, "date")).isEqualTo("order_date");
    assertThat(problems(report)).isEmpty();
  }

  @Test
  void hospitals() {
    JsonNode report = check("accounts hifld_hospitals/us_hospitals_2019.csv.gz");

    // 16 points lie far from their address; 3 postcodes contradict city and state and go by point.
    assertThat(rows(report)).isEqualTo(new Rows(7_581, 7_581, 16 + 3, 0));
    assertThat(problems(report)).isEqualTo("IMPORT_OUTSIDE_AREAS 1, IMPORT_REPAIRED 22");
    // Who owns a hospital is no representative: the cells say so, whatever the column is called.
    assertThat(column(report, "owner")).isEmpty();
  }

  @Test
  void market_figures_of_counties_and_postcodes() {
    JsonNode counties = check("market ../geo/test-only/us_county_market_base.csv.gz --country US");
    JsonNode postcodes =
        check("market ../geo/test-only/us_zip_business_patterns_2020.csv.gz --country US");

    assertThat(rows(counties)).isEqualTo(Rows.allOf(3_233));
    assertThat(column(counties, "establishments")).isEqualTo("establishments_zbp2020");
    assertThat(column(counties, "households")).isEqualTo("households_2013");
    // 46210 is no ZIP area that the atlas knows.
    assertThat(rows(postcodes)).isEqualTo(new Rows(35_052, 35_051, 0, 1));
    assertThat(problems(postcodes)).isEqualTo("IMPORT_UNKNOWN_AREA 1");
  }

  private static Rows rows(JsonNode report) {
    return new Rows(
        report.path("rows").asLong(),
        report.path("accepted").asLong(),
        report.path("repaired").asLong(),
        report.path("rejected").asLong());
  }

  private static String problems(JsonNode report) {
    return report.path("problemCounts").properties().stream()
        .map(count -> count.getKey() + " " + count.getValue().asLong())
        .collect(Collectors.joining(", "));
  }

  private static String column(JsonNode report, String field) {
    return report
        .path("mapping")
        .valueStream()
        .filter(use -> use.path("field").asString().equals(field))
        .map(use -> use.path("column").asString())
        .collect(Collectors.joining());
  }

  /** The report of {@code bailiwick import KIND FILE …}. */
  private static JsonNode check(String words) {
    List<String> arguments = new ArrayList<>(Arrays.asList(words.split(" ", -1)));
    Path file = folder().resolve(arguments.get(1));
    Assumptions.assumeTrue(Files.exists(file), "needs " + file);
    arguments.set(1, file.toString());
    arguments.addFirst("import");
    arguments.addAll(List.of("--check", "--json"));
    return JsonMapper.shared().readTree(CommandRun.of(arguments.toArray(String[]::new)).out());
  }

  private static Path folder() {
    String told = System.getProperty("bailiwick.shared");
    Path shared = told == null ? Path.of("..", "..", "shared") : Path.of(told);
    return shared.resolve("data/crm");
  }
}
