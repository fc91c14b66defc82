package bailiwick.intake.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.crm.fixture.Fault;
import bailiwick.intake.crm.fixture.HubSpotStub;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HubSpotClientTest {

  private final Exchange exchange = new Exchange();

  private static String code(Throwable failure) {
    return ((ProblemException) failure).problems().getFirst().code();
  }

  @Test
  void a_company_in_the_bin_comes_as_deleted_though_no_search_tells_of_it() {
    try (HubSpotStub stub = Exchange.hubSpotWith(9)) {
      stub.page(3);
      MemoryBooks books =
          Exchange.pull(exchange.hubSpot(stub), CrmKind.ACCOUNTS, new MemoryBooks());
      for (String gone : List.of("2", "3", "4", "5", "8")) {
        stub.archive("companies", gone);
      }

      Exchange.pull(exchange.hubSpot(stub), CrmKind.ACCOUNTS, books);

      assertThat(books.rows(CrmKind.ACCOUNTS).values())
          .filteredOn(CrmRecord::deleted)
          .extracting(CrmRecord::id)
          .containsExactly("2", "3", "4", "5", "8");
      assertThat(books.row(CrmKind.ACCOUNTS, "2").cells()).containsEntry("name", "Company 2");
    }
  }

  @Test
  void a_company_that_two_were_merged_into_names_both_and_neither_is_written_by_its_old_id() {
    try (HubSpotStub stub = Exchange.hubSpotWith(3)) {
      HubSpotClient client = exchange.hubSpot(stub);
      MemoryBooks books = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
      Exchange.planAll(books, "12", "North");
      stub.passSeconds(7_200);
      stub.merge("1", "2", "77");

      Exchange.pull(client, CrmKind.ACCOUNTS, books);
      CrmPush.run(client, books, Exchange::always);

      assertThat(books.row(CrmKind.ACCOUNTS, "77").cells())
          .containsEntry("name", "Company 1")
          .containsEntry(CrmRecord.MERGED, "1;2");
      assertThat(stub.writes().keySet()).containsExactly("3");
      assertThat(books.end("1").message()).isEqualTo("It is no longer in the CRM.");
    }
  }

  @Test
  void a_company_comes_as_a_row_of_an_import() {
    try (HubSpotStub stub = Exchange.hubSpotWith(0)) {
      stub.put(
          "companies",
          "501",
          "domain",
          "lakeview.example",
          "zip",
          "60614",
          "industry",
          "HOSPITAL_HEALTH_CARE",
          "hubspot_owner_id",
          "12",
          "territory",
          "Chicago North");

      CrmRecord row =
          exchange.hubSpot(stub).page(CrmKind.ACCOUNTS, CrmPosition.START).records().getFirst();

      assertThat(row.cells())
          .isEqualTo(
              Map.of(
                  "id", "501",
                  "name", "lakeview.example",
                  "website", "lakeview.example",
                  "postcode", "60614",
                  "industry", "HOSPITAL HEALTH CARE",
                  "owner", "12",
                  "territory", "Chicago North"));
      assertThat(row.version()).isEqualTo(stub.modified("501"));
    }
  }

  @Test
  void more_than_a_search_tells_is_pulled_all_the_same() {
    try (HubSpotStub stub = Exchange.hubSpotWith(10_450)) {
      MemoryBooks books =
          Exchange.pull(exchange.hubSpot(stub), CrmKind.ACCOUNTS, new MemoryBooks());

      assertThat(books.rows(CrmKind.ACCOUNTS)).hasSize(10_450);
    }
  }

  @Test
  void an_increment_brings_what_changed() {
    try (HubSpotStub stub = Exchange.hubSpotWith(30)) {
      stub.page(7);
      HubSpotClient client = exchange.hubSpot(stub);
      MemoryBooks books = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
      stub.passSeconds(7_200);
      stub.put("companies", "9", "name", "Renamed");

      CrmPage increment = client.page(CrmKind.ACCOUNTS, books.position(CrmKind.ACCOUNTS));

      assertThat(books.rows(CrmKind.ACCOUNTS)).hasSize(30);
      assertThat(increment.records()).extracting(CrmRecord::id).containsExactly("9");
    }
  }

  @Test
  void a_row_that_changes_behind_the_page_comes_with_the_next_increment() {
    try (HubSpotStub stub = Exchange.hubSpotWith(20)) {
      stub.page(5);
      HubSpotClient client = exchange.hubSpot(stub);
      MemoryBooks books = new MemoryBooks();
      int[] pages = {0};
      CrmPull.run(client, CrmKind.ACCOUNTS, books, () -> pages[0]++ < 2);
      stub.passSeconds(7_200);
      stub.put("companies", "2", "name", "Changed meanwhile");
      Exchange.pull(client, CrmKind.ACCOUNTS, books);

      Exchange.pull(client, CrmKind.ACCOUNTS, books);

      assertThat(books.row(CrmKind.ACCOUNTS, "2").cells())
          .containsEntry("name", "Changed meanwhile");
    }
  }

  @Test
  void a_token_that_is_entered_in_the_middle_of_a_pull_is_taken_from_the_next_call_on() {
    try (HubSpotStub stub = Exchange.hubSpotWith(20)) {
      stub.page(5);
      HubSpotClient client = exchange.hubSpot(stub.address(), "of-yesterday");
      MemoryBooks books = new MemoryBooks();
      assertThatThrownBy(() -> Exchange.pull(client, CrmKind.ACCOUNTS, books))
          .satisfies(failure -> assertThat(code(failure)).isEqualTo("CRM_WRONG_CREDENTIALS"));

      exchange.held.add(new CrmCredentials.AccessToken(HubSpotStub.TOKEN));
      Exchange.pull(client, CrmKind.ACCOUNTS, books);

      assertThat(books.rows(CrmKind.ACCOUNTS)).hasSize(20);
    }
  }

  @Test
  void owners_come_in_pages_and_those_archived_have_left() {
    try (HubSpotStub stub = Exchange.hubSpotWith(0)) {
      stub.put("owners", "13", "email", "kim@example.com");
      stub.put("owners", "14", "firstName", "Ida", "email", "ida@example.com");
      stub.delete("owners", "14");

      MemoryBooks books = Exchange.pull(exchange.hubSpot(stub), CrmKind.PEOPLE, new MemoryBooks());

      assertThat(books.rows(CrmKind.PEOPLE).keySet()).containsExactly("11", "12", "13", "14");
      assertThat(books.row(CrmKind.PEOPLE, "13").cells()).containsEntry("name", "kim@example.com");
      assertThat(books.row(CrmKind.PEOPLE, "14").cells()).containsKey("left");
    }
  }

  @Test
  void a_deal_belongs_to_its_primary_company() {
    try (HubSpotStub stub = Exchange.hubSpotWith(3)) {
      stub.put(
          "deals",
          "71",
          "dealstage",
          "98765",
          "hs_is_closed",
          "true",
          "hs_is_closed_won",
          "false",
          "amount",
          "900");
      stub.associate("71", "3");

      MemoryBooks books = Exchange.pull(exchange.hubSpot(stub), CrmKind.DEALS, new MemoryBooks());

      assertThat(books.row(CrmKind.DEALS, "71").cells())
          .containsEntry("account", "3")
          .containsEntry("stage", "98765 (lost)");
    }
  }

  @Test
  void partial_failures_are_kept_by_row() {
    try (HubSpotStub stub = Exchange.hubSpotWith(6)) {
      HubSpotClient client = exchange.hubSpot(stub);
      MemoryBooks books = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
      Exchange.planAll(books, "12", "North");
      stub.lock("2");
      stub.delete("companies", "3");
      stub.put("companies", "4", "phone", "1");
      books.plan(new CrmWrite("5", stub.modified("5"), "99", "North"));

      CrmPush.run(client, books, Exchange::always);

      assertThat(books.outcomes())
          .isEqualTo(
              Map.of(
                  "1", PushOutcome.WRITTEN,
                  "2", PushOutcome.REFUSED,
                  "3", PushOutcome.REFUSED,
                  "4", PushOutcome.CONFLICT,
                  "5", PushOutcome.REFUSED,
                  "6", PushOutcome.WRITTEN));
      assertThat(books.end("2").message()).isEqualTo("Company 2 is read-only");
      assertThat(books.end("5").message()).contains("owner 99 unknown");
      assertThat(books.end("1").now()).extracting(CrmRecord::owner).isEqualTo("12");
    }
  }

  @Test
  void the_limits_of_the_moment_are_waited_for() {
    try (HubSpotStub stub = Exchange.hubSpotWith(1)) {
      Deque<Fault> next = new ArrayDeque<>(List.of(Fault.TOO_MANY, Fault.ERROR_BEFORE));
      stub.faults(path -> next.isEmpty() ? Fault.NONE : next.poll());

      Exchange.pull(exchange.hubSpot(stub), CrmKind.ACCOUNTS, new MemoryBooks());

      assertThat(exchange.waits.getFirst()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
      assertThat(exchange.waits).hasSize(2);
    }
  }

  @Test
  void when_the_calls_of_an_interval_are_used_up_it_rests() {
    try (HubSpotStub stub = Exchange.hubSpotWith(1)) {
      stub.useUpTheInterval(Duration.ofSeconds(10));

      exchange.hubSpot(stub).test();

      assertThat(exchange.waits).containsOnly(Duration.ofSeconds(10)).isNotEmpty();
    }
  }

  @Test
  void what_the_company_does_not_allow_is_told_as_what_it_is() {
    assertThat(
            answered(
                403,
                "{\"category\":\"MISSING_SCOPES\",\"message\":\"This app hasn't been granted all"
                    + " required scopes\"}"))
        .isEqualTo("CRM_MISSING_PERMISSION");
    assertThat(
            answered(
                429,
                "{\"policyName\":\"DAILY\",\"message\":\"You have reached your daily limit.\"}"))
        .isEqualTo("CRM_DAILY_LIMIT");
    assertThat(answered(418, "a teapot")).isEqualTo("CRM_UNEXPECTED_ANSWER");
  }

  @Test
  void an_answer_without_its_rows_is_not_the_last_page() {
    for (String answer :
        List.of("{}", "{\"results\":{},\"total\":0}", "{\"results\":[]}", "<html>")) {
      assertThat(answered(200, answer)).as(answer).isEqualTo("CRM_UNEXPECTED_ANSWER");
    }
    assertThat(answered(200, "{\"results\":[],\"total\":0}")).isEqualTo("nothing");
    try (HubSpotStub stub = Exchange.hubSpotWith(1)) {
      stub.answerNext("/owners", 200, "{}");
      assertThatThrownBy(() -> exchange.hubSpot(stub).page(CrmKind.PEOPLE, CrmPosition.START))
          .satisfies(failure -> assertThat(code(failure)).isEqualTo("CRM_UNEXPECTED_ANSWER"));
      stub.answerNext("/batch/read", 200, "{}");
      assertThatThrownBy(() -> exchange.hubSpot(stub).readAccounts(List.of("1")))
          .satisfies(failure -> assertThat(code(failure)).isEqualTo("CRM_UNEXPECTED_ANSWER"));
    }
  }

  @Test
  void a_moment_or_number_that_cannot_be_read_is_an_answer_that_nobody_foresaw() {
    String row = "{\"total\":1,\"results\":[{\"id\":\"%s\",\"updatedAt\":\"%s\"}]}";
    assertThat(answered(200, row.formatted("1", "today"))).isEqualTo("CRM_UNEXPECTED_ANSWER");
    assertThat(answered(200, row.formatted("one", "2026-11-21T09:30:00Z")))
        .isEqualTo("CRM_UNEXPECTED_ANSWER");
    assertThat(answered(200, row.formatted("1", "2026-11-21T09:30:00Z"))).isEqualTo("nothing");
  }

  private String answered(int status, String json) {
    try (HubSpotStub stub = Exchange.hubSpotWith(1)) {
      stub.answerNext("", status, json);
      try {
        exchange.hubSpot(stub).page(CrmKind.ACCOUNTS, CrmPosition.START);
      } catch (ProblemException refused) {
        return refused.problems().getFirst().code();
      }
      return "nothing";
    }
  }

  @Test
  void the_test_of_a_connection_finds_a_wrong_token_and_a_property_that_is_not_there() {
    try (HubSpotStub stub = new HubSpotStub()) {
      assertThatThrownBy(exchange.hubSpot(stub.address(), "pat-guessed")::test)
          .satisfies(failure -> assertThat(code(failure)).isEqualTo("CRM_WRONG_CREDENTIALS"))
          .hasMessageNotContaining("pat-guessed");
      assertThatThrownBy(exchange.hubSpot(stub)::test)
          .satisfies(failure -> assertThat(code(failure)).isEqualTo("CRM_UNKNOWN_FIELD"));
      stub.addProperty("companies", "territory");
      assertThat(exchange.hubSpot(stub).test().organisation()).isEqualTo("62515");
    }
  }
}
