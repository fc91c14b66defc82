package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bailiwick.server.Api.Answer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files of what stands beside accounts, people and figures: loaded and shown again. */
class RecordsTest {

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;

  @BeforeAll
  static void start() {
    server = LoadedServer.start(folder);
    admin = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void contacts_sites_and_assignments_are_shown_with_their_account() {
    server.succeed("contacts", "account,name,title,email\nA0,Ana,Owner,ana@example.com\n");
    server.succeed("sites", "id,account,type,zip,city\nS1,A0,warehouse,60614,Chicago\n");
    server.succeed(
        "assignments",
        """
        account,zip,territory,owner,from,last
        A0,,T1,R0,2025-01-01,2025-12-31
        ,60614,T1,,,
        """);

    JsonNode records = admin.get("/accounts/" + idOf("A0") + "/records").json();

    assertThat(records.get("contacts").get(0).get("name").asString()).isEqualTo("Ana");
    assertThat(records.get("sites").get(0).get("address").asString())
        .isEqualTo("Chicago, IL, 60614, US");
    JsonNode assignment = records.get("assignments").get(0);
    assertThat(assignment.get("until").asString()).isEqualTo("2026-01-01");
    assertThat(assignment.get("representative").isNull()).isFalse();
    assertThat(
            admin
                .get("/listed-territories")
                .json()
                .get("assignments")
                .get(0)
                .get("unit")
                .asString())
        .isEqualTo("60614");
  }

  @Test
  void opportunities_find_their_products_by_name_and_others_are_told() {
    server.succeed("products", "sku,name,price\nP1,GTX Pro,4821\n");

    JsonNode ended =
        server.load(
            "opportunities",
            "id,account,product,stage,amount\nO1,A0,gtx pro,Won,1\nO2,A0,GTXPro,Won,1\n");

    assertThat(ended.get("problems"))
        .extracting(problem -> problem.get("message").asString())
        .containsExactly("The product of 1 rows is none that we know, such as `GTXPro`.");
    JsonNode product = admin.get("/products").json().get("items").get(0);
    assertThat(product.get("price").get("amount").asString()).isEqualTo("4821.00");
  }

  @Test
  void the_last_file_of_each_kind_is_told_with_its_rows() {
    server.succeed("territories", "code,name,parent\n1,North,\n2,Town,1\n");
    server.succeed("market", "zip,establishments,employees\n60614,10,20\n");
    server.succeed("time", "owner,date,hours\nR0,2026-01-05,8\n");

    assertThat(rowsOf("territories")).isEqualTo(2);
    assertThat(rowsOf("market")).isEqualTo(2);
    assertThat(rowsOf("time")).isEqualTo(1);
    assertThat(admin.get("/listed-territories").json().get("territories"))
        .extracting(each -> each.get("parent").asString())
        .containsExactly("", "1");
  }

  @Test
  void hours_of_somebody_nobody_knows_are_rejected_and_the_file_before_stays() {
    String known = "owner,date,hours\nR0,2026-01-05,8\n";
    String unknown = "owner,date,hours\nNobody Known,2026-01-05,8\n";
    server.succeed("time", known);

    JsonNode checked = admin.upload("/imports/time/check", "time.csv", unknown).json();
    JsonNode loaded = server.load("time", unknown);

    assertThat(checked.get("rejected").asInt()).isEqualTo(1);
    assertThat(checked.get("problems"))
        .extracting(problem -> problem.get("code").asString())
        .containsExactly("IMPORT_UNKNOWN_OWNER");
    assertThat(loaded.get("state").asString()).isEqualTo("FAILED");
    assertThat(loaded.get("message").asString())
        .isEqualTo("1 of 1 rows cannot be used; nothing was loaded.");
    assertThat(rowsOf("time")).isEqualTo(1);
  }

  @Test
  void a_profile_is_saved_used_by_name_and_deleted() {
    String csv = "Nr,Firma,PLZ-Ort,Ziel\nQ1,One,60614,\"1.234,5\"\n";
    Answer saved =
        admin.put(
            "/imports/accounts/profiles/ERP",
            Map.of(
                "columns",
                Map.of("id", "Nr", "name", "Firma", "postcode", "PLZ-Ort", "potential", "Ziel"),
                "decimal",
                "comma"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);

    JsonNode report = admin.upload("/imports/accounts/check?profile=erp", "q.csv", csv).json();

    assertThat(report.get("profile").asString()).as(report.toString()).isEqualTo("ERP");
    assertThat(report.get("accepted").asInt()).isEqualTo(1);
    assertThat(admin.get("/imports/accounts/profiles").json().get("ready"))
        .extracting(JsonNode::asString)
        .contains("salesforce-accounts", "hubspot-companies", "dynamics-accounts");
    server.succeed("accounts?profile=ERP", csv);
    assertThat(admin.delete("/imports/accounts/profiles/ERP").status()).isEqualTo(204);
    Answer gone = admin.upload("/imports/accounts/check?profile=erp", "q.csv", csv);
    assertThat(gone.code()).isEqualTo("IMPORT_BAD_FLAG");
  }

  @Test
  void a_profile_that_could_not_be_read_again_is_refused() {
    String path = "/imports/accounts/profiles/Broken";
    Map<String, Object> nullColumn = Map.of("columns", Collections.singletonMap("id", null));
    Map<String, Object> nullSet =
        Map.of("columns", Map.of(), "set", Collections.singletonList(null));

    assertThat(admin.put(path, Map.of("columns", Map.of(), "set", List.of("foo"))).code())
        .isEqualTo("IMPORT_BAD_FLAG");
    assertThat(admin.put(path, Map.of("columns", Map.of(), "decimal", "dot")).code())
        .isEqualTo("IMPORT_BAD_FLAG");
    assertThat(admin.put(path, nullColumn).code()).isEqualTo("REQUEST_FIELD");
    assertThat(admin.put(path, nullSet).code()).isEqualTo("REQUEST_FIELD");
    assertThat(admin.get("/imports/accounts/profiles").status()).isEqualTo(200);
  }

  @Test
  void a_profile_of_a_field_that_there_is_not_or_under_a_ready_name_is_refused() {
    assertThat(
            admin
                .put("/imports/market/profiles/x", Map.of("columns", Map.of("colour", "Hue")))
                .code())
        .isEqualTo("IMPORT_UNKNOWN_FIELD");
    assertThat(
            admin
                .put("/imports/accounts/profiles/HubSpot-companies", Map.of("columns", Map.of()))
                .status())
        .isEqualTo(400);
  }

  @Test
  void an_export_of_a_crm_is_recognised_and_loaded_as_it_is() {
    JsonNode ended =
        server.load(
            "opportunities",
            """
            Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Associated Company IDs
            77,Big one,Closed won,1200,2026-01-05,2026-02-05,A0;A1
            """);

    assertThat(ended.get("report").get("profile").asString()).isEqualTo("hubspot-deals");
    assertThat(ended.get("report").get("repaired").asInt()).isEqualTo(1);
  }

  @Test
  void prospects_are_no_second_copy_of_a_customer_and_become_one_by_their_id() {
    server.succeed(
        "accounts", "id,name,postcode,country,website\nP0,Old Customer,60614,US,www.old.com\n");
    JsonNode before = admin.get("/market").json();
    long customers = before.get("customers").asLong();
    long prospects = before.get("prospects").asLong();

    JsonNode ended =
        server.load(
            "prospects",
            """
            id,name,postcode,country,website
            P0,Old Customer,60614,US,
            X1,Old Customer Ltd,60614,US,https://shop.old.com/en
            X2,New One,60614,US,new.com
            X3,New Two,60614,US,
            """);

    assertThat(ended.get("problems").get(0).get("message").asString())
        .isEqualTo(
            "Of the prospects 2 are customers already and are left out, such as `Old Customer`.");
    assertThat(admin.get("/market").json().get("prospects").asLong()).isEqualTo(prospects + 2);
    assertThat(admin.get("/market").json().get("customers").asLong()).isEqualTo(customers);

    server.succeed("prospects", "id,name,postcode,country\nX2,New One Inc,60614,US\n");
    server.succeed("accounts", "id,name,postcode,country\nX3,New Two,60614,US\n");

    assertThat(admin.get("/market").json().get("prospects").asLong()).isEqualTo(prospects + 1);
    assertThat(admin.get("/market").json().get("customers").asLong()).isEqualTo(customers + 1);
    assertThat(admin.get("/accounts?q=X3").json().get("items")).hasSize(1);
    assertThat(admin.get("/accounts?q=X2").json().get("items").get(0).get("name").asString())
        .isEqualTo("New One Inc");
  }

  @Test
  void a_prospect_whose_domain_a_later_customer_has_is_merged_into_it_once_and_told() {
    server.succeed(
        "prospects", "id,name,postcode,country,website\nL1,Larkspur,60614,US,www.larkspur.com\n");
    JsonNode before = admin.get("/market").json();
    String customer =
        "id,name,postcode,country,website\nC77,Larkspur Ltd,60614,US,https://larkspur.com/en\n";

    assertThat(codes(server.load("accounts?partOnly=true", customer)))
        .as("a pair that waits, unless the load says so")
        .contains("IMPORT_PROSPECT_LIKE_CUSTOMER");
    assertThat(admin.get("/market").json().get("prospects")).isEqualTo(before.get("prospects"));
    assertThat(codes(server.load("accounts/dry-run?partOnly=true&mergeProspects=true", customer)))
        .contains("IMPORT_PROSPECT_TO_BE_MERGED");

    JsonNode told = server.load("accounts?partOnly=true&mergeProspects=true", customer);

    assertThat(told.get("problems").valueStream().map(each -> each.get("message").asString()))
        .contains(
            "1 prospects, such as `Larkspur`, have the web domain of a customer and were merged"
                + " into it.");
    JsonNode after = admin.get("/market").json();
    assertThat(after.get("prospects").asLong()).isEqualTo(before.get("prospects").asLong() - 1);
    assertThat(after.get("customers").asLong()).isEqualTo(before.get("customers").asLong() + 1);
    JsonNode pair =
        admin
            .get("/duplicates?state=MERGED")
            .json()
            .get("items")
            .valueStream()
            .filter(each -> each.get("second").get("externalId").asString().equals("L1"))
            .findFirst()
            .orElseThrow();
    assertThat(pair.get("decision").get("byRule").asBoolean()).isTrue();

    admin.post("/duplicates/" + pair.get("id").asString() + "/undo", Map.of());
    assertThat(codes(server.load("accounts?partOnly=true&mergeProspects=true", customer)))
        .as("who took it back is not overruled")
        .doesNotContain("IMPORT_PROSPECT_BECAME_CUSTOMER");
    assertThat(admin.get("/market").json().get("prospects").asLong())
        .isEqualTo(before.get("prospects").asLong());
  }

  private static List<String> codes(JsonNode job) {
    return job.get("problems").valueStream().map(each -> each.get("code").asString()).toList();
  }

  @Test
  void the_number_of_a_list_is_not_that_of_an_account_of_another_name() {
    server.succeed("prospects", "id,name,postcode,country\n17,Bought Lead,60614,US\n");
    server.succeed("accounts", "id,name,postcode,country\n17,Seventeen Ltd,60614,US\n");

    assertThat(admin.get("/accounts?q=Bought").json().get("items")).hasSize(1);
    assertThat(admin.get("/accounts?q=Seventeen").json().get("items")).hasSize(1);
  }

  @Test
  void the_market_stands_against_the_customers_of_each_area() {
    server.succeed(
        "market?measure=clinics%3Dclinics",
        "state,county,zip,establishments,clinics\nIL,,60614,2000,4\nIL,,60601,500,\n");

    JsonNode table = admin.get("/market/establishments?by=county").json();
    JsonNode county = table.get("items").get(0);

    assertThat(county.get("area").asString()).isEqualTo("US/IL/17031");
    assertThat(county.get("market").asDouble()).isEqualTo(2500);
    assertThat(county.get("own").asLong()).isEqualTo(county.get("customers").asLong());
    assertThat(county.get("open").asDouble()).isEqualTo(2500 - county.get("customers").asDouble());
    assertThat(county.get("share").asDouble()).isEqualTo(county.get("customers").asDouble() / 2500);
    assertThat(admin.get("/market/clinics?by=postcode&own=customers").json().get("items"))
        .extracting(area -> area.get("area").asString())
        .contains("US/IL/17031/60614");
    assertThat(admin.get("/market/unicorns").status()).isEqualTo(404);
    assertThat(admin.get("/market/clinics?by=village").status()).isEqualTo(400);
  }

  @Test
  void areas_have_names_and_are_sorted_and_written_as_asked() {
    server.succeed(
        "market?measure=stalls%3Dstalls", "zip,stalls\n60614,5000\n53202,400\n46202,700\n");

    JsonNode open = admin.get("/market/stalls").json();
    JsonNode share = admin.get("/market/stalls?sort=share&limit=1").json();
    String csv = admin.get("/market/stalls/export?sort=area&by=region").text();

    assertThat(open.get("items"))
        .extracting(area -> area.get("name").asString())
        .startsWith("Cook, IL", "Marion, IN", "Milwaukee, WI");
    assertThat(open.get("areas").asInt()).isEqualTo(open.get("items").size());
    assertThat(share.get("items")).hasSize(1);
    assertThat(share.get("items").get(0).get("share").asDouble())
        .as("the smallest share comes first")
        .isEqualTo(
            open.get("items")
                .valueStream()
                .filter(area -> !area.get("share").isNull())
                .mapToDouble(area -> area.get("share").asDouble())
                .min()
                .orElseThrow());
    assertThat(csv)
        .startsWith("area,name,market,own,share,open,customers,prospects\nUS/IL,Illinois,5000,");
    assertThat(csv.lines().skip(1)).isSorted();
    assertThat(admin.get("/market/stalls?by=postcode&sort=market&limit=1").json().get("items"))
        .extracting(area -> area.get("name").asString())
        .containsExactly("60614 Chicago, IL");
    assertThat(admin.get("/market/stalls?sort=colour").status()).isEqualTo(400);
    assertThat(admin.get("/market/unicorns/export").status()).isEqualTo(404);
  }

  @Test
  void prospects_and_customers_are_told_apart_and_listed_alone() {
    server.succeed("prospects", "id,name,postcode,country\nY1,Zzz Only Asked,60614,US\n");

    JsonNode found = admin.get("/accounts?q=Zzz&standing=prospect").json().get("items");

    assertThat(found).hasSize(1);
    assertThat(found.get(0).get("standing").asString()).isEqualTo("PROSPECT");
    assertThat(
            admin
                .get("/accounts/" + found.get(0).get("id").asString())
                .json()
                .get("standing")
                .asString())
        .isEqualTo("PROSPECT");
    assertThat(admin.get("/accounts?q=Zzz&standing=customer").json().get("items")).isEmpty();
    assertThat(admin.get("/accounts?standing=customer&limit=500").json().get("items"))
        .isNotEmpty()
        .allMatch(account -> account.get("standing").asString().equals("CUSTOMER"));
    assertThat(admin.get("/accounts?standing=friend").status()).isEqualTo(400);
  }

  @Test
  void who_was_in_touch_and_what_the_owner_worked_stands_with_the_account() {
    server.succeed(
        "activities?asOf=2026-10-01",
        """
        account,owner,date,kind
        A4,R0,2026-09-10,visit
        A4,R0,2026-09-12,visit
        A4,Nobody Known,2026-09-01,call
        """);
    server.succeed(
        "time?asOf=2026-10-01",
        """
        owner,date,hours,kind
        R0,2026-01-05,8,visits
        R0,2026-01-06,2.5,office
        R0,2026-02-05,3,visits
        R1,2026-01-05,7,visits
        """);
    String id = idOf("A4");
    JsonNode unowned = admin.get("/accounts/" + id + "/records").json();
    assertThat(unowned.get("ownerTime")).as("nobody owns it yet").isEmpty();
    assertThat(unowned.get("touches"))
        .extracting(
            touch -> touch.get("kind").asString(),
            touch -> touch.get("number").asInt(),
            touch -> touch.get("last").asString(),
            touch -> touch.get("representative").asString(""))
        .containsExactly(
            tuple("visit", 2, "2026-09-12", "Ann Archer"), tuple("call", 1, "2026-09-01", ""));

    String scenario = server.today(server.plan("In force", LocalDate.of(2026, 1, 1), "POSTCODE"));
    Answer published =
        admin.post(
            "/scenarios/" + scenario + "/publications",
            Map.of("effectiveFrom", "2026-01-01"),
            "Idempotency-Key",
            "records-in-force");
    assertThat(published.status()).as(published.text()).isEqualTo(201);

    assertThat(admin.get("/accounts/" + id + "/records").json().get("ownerTime"))
        .extracting(
            worked -> worked.get("kind").asString(),
            worked -> worked.get("hours").asDouble(),
            worked -> worked.get("from").asString(),
            worked -> worked.get("last").asString())
        .containsExactly(
            tuple("visits", 11.0, "2026-01-05", "2026-02-05"),
            tuple("office", 2.5, "2026-01-06", "2026-01-06"));
  }

  @Test
  void deals_find_their_account_by_a_name_that_one_account_alone_has() {
    server.succeed(
        "accounts",
        """
        id,name,postcode,country
        N1,Only One Ltd,60614,US
        N2,Twice,60614,US
        N3,Twice,60614,US
        """);

    JsonNode report =
        admin
            .upload(
                "/imports/opportunities/check",
                "deals.xlsx.csv",
                """
                (Do Not Modify) Opportunity,Potential Customer,Est. Revenue,Status
                {1},only one ltd,10,Open
                {2},Twice,10,Open
                """)
            .json();

    assertThat(report.get("profile").asString()).isEqualTo("dynamics-opportunities");
    assertThat(report.get("accepted").asInt()).isEqualTo(1);
    assertThat(report.get("problems").get(0).get("code").asString())
        .isEqualTo("IMPORT_UNKNOWN_ACCOUNT");
  }

  private static long rowsOf(String kind) {
    for (JsonNode delivery : admin.get("/deliveries").json().get("items")) {
      if (delivery.get("kind").asString().equals(kind)) {
        return delivery.get("rows").asLong();
      }
    }
    throw new AssertionError(kind);
  }

  private static String idOf(String externalId) {
    return admin.get("/accounts?q=" + externalId).json().get("items").get(0).get("id").asString();
  }
}
