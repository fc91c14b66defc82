package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files of real systems loaded into a server as they were exported; run where the files are. */
class CrmFilesOnServerTest {

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(Files.isDirectory(shared()), "needs " + shared());
    server = LoadedServer.start(folder);
    admin = server.admin();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_company_s_files_find_their_accounts_people_and_products() throws IOException {
    assertThat(load("accounts", "maven_crm/accounts.csv")).isEqualTo("SUCCEEDED 85 of 85");
    assertThat(load("representatives", "maven_crm/sales_teams.csv"))
        .isEqualTo("SUCCEEDED 35 of 35");
    assertThat(load("products", "maven_crm/products.csv")).isEqualTo("SUCCEEDED 7 of 7");
    // 1,480 deals are about `GTXPro`, which the list of products writes `GTX Pro`; 222 of these
    // name
    // no account and are rejected before.
    assertThat(load("opportunities?goodRowsOnly=true", "maven_crm/sales_pipeline.csv.gz"))
        .isEqualTo("SUCCEEDED 7375 of 8800, IMPORT_UNKNOWN_PRODUCT");
    assertThat(load("opportunities", "maven_crm/sales_pipeline.csv.gz"))
        .startsWith("FAILED 7375 of 8800");
  }

  @Test
  void stores_with_their_people_territories_history_and_quotas() throws IOException {
    assertThat(load("accounts", "adventureworks/stores.csv")).isEqualTo("SUCCEEDED 701 of 701");
    assertThat(load("representatives", "adventureworks/salespeople.csv"))
        .isEqualTo("SUCCEEDED 17 of 17");
    assertThat(load("territories", "adventureworks/sales_territories.csv"))
        .isEqualTo("SUCCEEDED 10 of 10");
    assertThat(load("assignments", "adventureworks/territory_history.csv"))
        .isEqualTo("SUCCEEDED 17 of 17");
    assertThat(load("quotas?set=" + encoded("months=3"), "adventureworks/quota_history.csv"))
        .isEqualTo("SUCCEEDED 163 of 163");

    assertThat(admin.get("/listed-territories").json().get("territories")).hasSize(10);
    assertThat(admin.get("/listed-territories").json().get("assignments"))
        .hasSize(17)
        .allMatch(one -> !one.get("representative").isNull());
  }

  @Test
  void customers_with_the_people_there_and_their_orders() throws IOException {
    assertThat(load("accounts", "northwind/customers.csv")).isEqualTo("SUCCEEDED 91 of 91");
    assertThat(load("contacts", "northwind/customers.csv")).isEqualTo("SUCCEEDED 91 of 91");
    assertThat(load("activities?set=" + encoded("kind=order"), "northwind/orders.csv"))
        .startsWith("SUCCEEDED 830 of 830");

    String id = admin.get("/accounts?q=ALFKI").json().get("items").get(0).get("id").asString();
    assertThat(admin.get("/accounts/" + id + "/records").json().get("contacts"))
        .extracting(contact -> contact.get("name").asString())
        .containsExactly("Maria Anders");
  }

  @Test
  void hospitals() throws IOException {
    assertThat(load("accounts", "hifld_hospitals/us_hospitals_2019.csv.gz"))
        .isEqualTo("SUCCEEDED 7581 of 7581");
  }

  /** State of the job, accepted of all rows, and the codes of what is worth knowing beside. */
  private static String load(String address, String file) throws IOException {
    byte[] bytes = Files.readAllBytes(shared().resolve(file));
    Api.Answer job = admin.upload("/imports/" + address, file, bytes);
    JsonNode ended = admin.follow(job.json().get("id").asString());
    JsonNode report = ended.get("report");
    StringBuilder told = new StringBuilder();
    told.append(ended.get("state").asString())
        .append(' ')
        .append(report.get("accepted").asLong())
        .append(" of ")
        .append(report.get("rows").asLong());
    ended
        .get("problems")
        .forEach(problem -> told.append(", ").append(problem.get("code").asString()));
    return told.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Path shared() {
    String told = System.getProperty("bailiwick.shared");
    Path shared = told == null ? Path.of("..", "..", "shared") : Path.of(told);
    return shared.resolve("data/crm");
  }
}
