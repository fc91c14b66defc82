package bailiwick.intake.crm;

import static bailiwick.intake.crm.Exchange.account;
import static bailiwick.intake.crm.Exchange.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.crm.fixture.Fault;
import bailiwick.intake.crm.fixture.SalesforceStub;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SalesforceClientTest {

  private final Exchange exchange = new Exchange();

  private static String code(Throwable failure) {
    return ((ProblemException) failure).problems().getFirst().code();
  }

  @Test
  void an_account_comes_as_a_row_of_an_import() {
    try (SalesforceStub stub = Exchange.salesforceWith(0)) {
      stub.put(
          "Account",
          account(1),
          "Name",
          "Lakeview Clinic",
          "BillingPostalCode",
          "60614",
          "BillingCountry",
          "United States",
          "AnnualRevenue",
          "350000000",
          "NumberOfEmployees",
          "250",
          "OwnerId",
          user(1),
          "Territory__c",
          "Chicago North");

      CrmRecord row =
          exchange.salesforce(stub).page(CrmKind.ACCOUNTS, CrmPosition.START).records().getFirst();

      assertThat(row.cells())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "id", account(1),
                  "name", "Lakeview Clinic",
                  "postcode", "60614",
                  "country", "United States",
                  "revenue", "350000000",
                  "employees", "250",
                  "owner", user(1),
                  "territory", "Chicago North"));
      assertThat(row.version()).isEqualTo(stub.row("Account", account(1)).modified());
    }
  }

  @Test
  void people_who_left_and_deals_that_are_closed_are_told_as_files_tell_them() {
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      stub.put("User", user(1), "IsActive", "false");
      stub.put(
          "Opportunity",
          "006000000000001AAA",
          "AccountId",
          account(1),
          "StageName",
          "Signed",
          "IsClosed",
          "true",
          "IsWon",
          "true",
          "Amount",
          "1200.5",
          "CloseDate",
          "2026-09-30");
      SalesforceClient client = exchange.salesforce(stub);

      MemoryBooks books = Exchange.pull(client, CrmKind.PEOPLE, new MemoryBooks());
      Exchange.pull(client, CrmKind.DEALS, books);

      assertThat(books.row(CrmKind.PEOPLE, user(1)).cells().get("left")).startsWith("2026-11");
      assertThat(books.row(CrmKind.PEOPLE, user(2)).cells()).doesNotContainKey("left");
      assertThat(books.row(CrmKind.DEALS, "006000000000001AAA").cells())
          .containsEntry("stage", "Signed (won)")
          .containsEntry("amount", "1200.5");
    }
  }

  @Test
  void pages_go_on_behind_the_last_row_though_the_server_answers_fewer_than_asked_for() {
    try (SalesforceStub stub = Exchange.salesforceWith(23)) {
      stub.batch(5);

      MemoryBooks books =
          Exchange.pull(exchange.salesforce(stub), CrmKind.ACCOUNTS, new MemoryBooks());

      assertThat(books.rows(CrmKind.ACCOUNTS)).hasSize(23);
    }
  }

  @Test
  void an_increment_brings_what_changed_and_a_little_before_it() {
    try (SalesforceStub stub = Exchange.salesforceWith(3)) {
      SalesforceClient client = exchange.salesforce(stub);
      MemoryBooks books = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
      stub.passSeconds(3_600);
      stub.put("Account", account(2), "Name", "Renamed");
      Exchange.pull(client, CrmKind.ACCOUNTS, books);

      CrmPage increment = client.page(CrmKind.ACCOUNTS, books.position(CrmKind.ACCOUNTS));

      assertThat(increment.records()).extracting(CrmRecord::id).containsExactly(account(2));
      assertThat(books.row(CrmKind.ACCOUNTS, account(2)).cells()).containsEntry("name", "Renamed");
    }
  }

  @Test
  void an_account_in_the_bin_comes_as_deleted() {
    try (SalesforceStub stub = Exchange.salesforceWith(2)) {
      stub.delete("Account", account(1));

      MemoryBooks books =
          Exchange.pull(exchange.salesforce(stub), CrmKind.ACCOUNTS, new MemoryBooks());

      assertThat(books.row(CrmKind.ACCOUNTS, account(1)).deleted()).isTrue();
      assertThat(books.row(CrmKind.ACCOUNTS, account(2)).deleted()).isFalse();
    }
  }

  @Test
  void many_rows_come_by_a_query_job_in_pieces() {
    try (SalesforceStub stub = Exchange.salesforceWith(17)) {
      stub.batch(5);

      MemoryBooks books =
          Exchange.pull(exchange.salesforce(stub, 10), CrmKind.ACCOUNTS, new MemoryBooks());

      assertThat(books.rows(CrmKind.ACCOUNTS)).hasSize(17);
      assertThat(stub.calls()).anyMatch(path -> path.endsWith("/results"));
      assertThat(exchange.waits).as("looks at the job").contains(Duration.ofSeconds(5));
    }
  }

  @Test
  void what_changes_while_a_query_job_runs_comes_with_the_next_pull() {
    try (SalesforceStub stub = Exchange.salesforceWith(17)) {
      stub.batch(5);
      SalesforceClient client = exchange.salesforce(stub, 10);
      MemoryBooks books = new MemoryBooks();
      int[] pages = {0};
      CrmPull.run(client, CrmKind.ACCOUNTS, books, () -> pages[0]++ < 2);
      assertThat(books.rows(CrmKind.ACCOUNTS)).as("the first piece").hasSize(5);
      stub.passSeconds(3_600);
      stub.put("Account", account(1), "Name", "Changed behind the first piece");
      stub.passSeconds(3_600);
      stub.put("Account", account(17), "Name", "Changed before the last piece");
      Exchange.pull(client, CrmKind.ACCOUNTS, books);

      Exchange.pull(exchange.salesforce(stub), CrmKind.ACCOUNTS, books);

      assertThat(books.row(CrmKind.ACCOUNTS, account(1)).cells())
          .containsEntry("name", "Changed behind the first piece");
      assertThat(books.row(CrmKind.ACCOUNTS, account(17)).cells())
          .containsEntry("name", "Changed before the last piece");
    }
  }

  @Test
  void a_query_job_that_is_forgotten_is_replaced_by_queries() {
    try (SalesforceStub stub = Exchange.salesforceWith(17)) {
      stub.batch(5);
      SalesforceClient client = exchange.salesforce(stub, 10);
      MemoryBooks books = new MemoryBooks();
      int[] pages = {0};
      CrmPull.run(client, CrmKind.ACCOUNTS, books, () -> pages[0]++ < 3);
      stub.forgetJobs();

      Exchange.pull(client, CrmKind.ACCOUNTS, books);

      assertThat(books.rows(CrmKind.ACCOUNTS)).hasSize(17);
    }
  }

  @Test
  void a_token_that_ran_out_is_renewed_without_a_wait() {
    try (SalesforceStub stub = Exchange.salesforceWith(20)) {
      stub.batch(2);
      stub.callsOfAToken(3);

      MemoryBooks books =
          Exchange.pull(exchange.salesforce(stub), CrmKind.ACCOUNTS, new MemoryBooks());

      assertThat(books.rows(CrmKind.ACCOUNTS)).hasSize(20);
      assertThat(stub.tokens()).isGreaterThan(2);
      assertThat(exchange.waits).isEmpty();
    }
  }

  @Test
  void the_wait_that_is_asked_for_is_kept() {
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      failing(stub, "/queryAll", Fault.TOO_MANY, Fault.ERROR_BEFORE, Fault.CUT_IN_THE_MIDDLE);

      MemoryBooks books =
          Exchange.pull(exchange.salesforce(stub), CrmKind.ACCOUNTS, new MemoryBooks());

      assertThat(books.rows(CrmKind.ACCOUNTS)).hasSize(1);
      assertThat(exchange.waits).hasSize(3);
      assertThat(exchange.waits.getFirst()).isEqualTo(Duration.ofSeconds(2));
    }
  }

  /** The next calls of a path fail in order. */
  private static void failing(SalesforceStub stub, String path, Fault... faults) {
    Deque<Fault> next = new ArrayDeque<>(List.of(faults));
    stub.faults(called -> called.endsWith(path) && !next.isEmpty() ? next.poll() : Fault.NONE);
  }

  @Test
  void rows_are_written_each_for_itself() {
    try (SalesforceStub stub = Exchange.salesforceWith(4)) {
      SalesforceClient client = exchange.salesforce(stub);
      MemoryBooks books = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
      stub.lock(account(2));
      stub.put("Account", account(3), "OwnerId", user(2), "Phone", "1");
      Exchange.planAll(books, user(2), "North");
      books.plan(
          new CrmWrite(
              account(4), stub.row("Account", account(4)).modified(), "005nobodyAAA", null));

      CrmPush.run(client, books, Exchange::always);

      assertThat(books.outcomes())
          .isEqualTo(
              Map.of(
                  account(1), PushOutcome.WRITTEN,
                  account(2), PushOutcome.REFUSED,
                  account(3), PushOutcome.CONFLICT,
                  account(4), PushOutcome.REFUSED));
      assertThat(books.end(account(2)).message())
          .contains("Finance holds this account until the audit");
      assertThat(stub.row("Account", account(1)).fields())
          .containsEntry("OwnerId", user(2))
          .containsEntry("Territory__c", "North");
      assertThat(stub.row("Account", account(3)).fields()).doesNotContainKey("Territory__c");
    }
  }

  @Test
  void rows_that_the_server_answers_in_pieces_are_not_taken_for_gone() {
    try (SalesforceStub stub = Exchange.salesforceWith(30)) {
      SalesforceClient client = exchange.salesforce(stub);
      MemoryBooks books = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
      Exchange.planAll(books, user(2), "North");
      stub.batch(7);

      CrmPush.run(client, books, Exchange::always);

      assertThat(books.outcomes().values()).containsOnly(PushOutcome.WRITTEN);
    }
  }

  @Test
  void after_a_lost_answer_rows_are_read_again_with_a_pause_before() {
    try (SalesforceStub stub = Exchange.salesforceWith(3)) {
      SalesforceClient client = exchange.salesforce(stub);
      MemoryBooks books = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
      Exchange.planAll(books, user(2), "North");
      failing(stub, "/composite", Fault.ERROR_AFTER, Fault.ERROR_AFTER);

      CrmPush.run(client, books, Exchange::always);

      assertThat(exchange.waits).as("one lost answer, one wait").hasSize(1);
      assertThat(books.outcomes().values()).containsOnly(PushOutcome.WRITTEN);
      assertThat(Exchange.timesWritten(stub)).isEqualTo(3);
    }
  }

  @Test
  void a_row_that_is_held_for_a_moment_is_written_when_it_is_free() {
    for (String code :
        List.of("UNABLE_TO_LOCK_ROW", "REQUEST_LIMIT_EXCEEDED", "SERVER_UNAVAILABLE")) {
      Exchange one = new Exchange();
      try (SalesforceStub stub = Exchange.salesforceWith(3)) {
        SalesforceClient client = one.salesforce(stub);
        MemoryBooks books = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
        Exchange.planAll(books, user(2), "North");
        stub.holdRow(account(2), code, 2);

        CrmPush.run(client, books, Exchange::always);

        assertThat(books.outcomes().values()).as(code).containsOnly(PushOutcome.WRITTEN);
        assertThat(one.waits).hasSize(2);
        assertThat(stub.writes().values()).allMatch(times -> times == 1);
      }
    }
  }

  @Test
  void a_row_that_stays_held_is_told_and_keeps_no_other_back() {
    try (SalesforceStub stub = Exchange.salesforceWith(60)) {
      SalesforceClient client = exchange.salesforce(stub);
      MemoryBooks books = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
      Exchange.planAll(books, user(2), "North");
      stub.holdRow(account(2), "UNABLE_TO_LOCK_ROW", Integer.MAX_VALUE);

      CrmPush.run(client, books, Exchange::always);

      assertThat(books.end(account(2)).outcome()).isEqualTo(PushOutcome.REFUSED);
      assertThat(books.end(account(2)).message()).contains("UNABLE_TO_LOCK_ROW", "6 times");
      assertThat(stub.writes()).hasSize(59);
    }
  }

  @Test
  void what_changes_between_the_look_and_the_write_is_not_overwritten() {
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      SalesforceClient client = exchange.salesforce(stub);
      MemoryBooks books = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
      CrmRecord row = books.row(CrmKind.ACCOUNTS, account(1));
      stub.passSeconds(5);
      stub.put("Account", account(1), "Phone", "555");

      List<CrmWritten> written =
          client.write(List.of(new CrmWrite(row.id(), row.version(), user(2), null)));

      assertThat(written).containsExactly(new CrmWritten.Changed(account(1)));
      assertThat(Exchange.timesWritten(stub)).isZero();
    }
  }

  @Test
  void what_became_of_rows_that_were_sent_is_found_out_without_writing_any() {
    try (SalesforceStub stub = Exchange.salesforceWith(4)) {
      SalesforceClient client = exchange.salesforce(stub);
      MemoryBooks books = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
      Exchange.planAll(books, user(2), "North");
      books.sent(
          books.next(4).stream()
              .map(PushRow::write)
              .filter(row -> !row.id().equals(account(4)))
              .toList());
      stub.put("Account", account(1), "OwnerId", user(2), "Territory__c", "North");
      stub.put("Account", account(2), "Phone", "555");

      assertThat(CrmPush.settleSent(client, books, Exchange::always)).isTrue();

      assertThat(books.outcomes())
          .isEqualTo(
              Map.of(
                  account(1), PushOutcome.WRITTEN,
                  account(2), PushOutcome.CONFLICT,
                  account(3), PushOutcome.SUPERSEDED));
      assertThat(books.next(4)).extracting(PushRow::sent).containsExactly(false);
      assertThat(Exchange.timesWritten(stub)).isZero();
    }
  }

  @Test
  void a_second_push_writes_nothing() {
    try (SalesforceStub stub = Exchange.salesforceWith(60)) {
      SalesforceClient client = exchange.salesforce(stub);
      MemoryBooks books = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
      Exchange.planAll(books, user(2), "North");
      CrmPush.run(client, books, Exchange::always);
      MemoryBooks again = Exchange.pull(client, CrmKind.ACCOUNTS, new MemoryBooks());
      Exchange.planAll(again, user(2), "North");

      CrmPush.run(client, again, Exchange::always);

      assertThat(again.outcomes().values()).containsOnly(PushOutcome.HELD);
      assertThat(Collections.max(stub.writes().values())).isEqualTo(1);
    }
  }

  @Test
  void the_test_of_a_connection_tells_who_we_are_and_how_many_calls_are_left() {
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      CrmIdentity identity = exchange.salesforce(stub).test();

      assertThat(identity.organisation()).isEqualTo("00D000000000001EAA");
      assertThat(identity.usage().orElseThrow().allowed()).isEqualTo(15_000);
    }
  }

  @Test
  void wrong_credentials_are_told_without_the_secret() {
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      SalesforceClient client =
          exchange.salesforce(
              stub, Exchange.NEVER_BULK, new CrmCredentials.ClientSecret("client", "guessed"));

      assertThatThrownBy(client::test)
          .satisfies(failure -> assertThat(code(failure)).isEqualTo("CRM_WRONG_CREDENTIALS"))
          .hasMessageContaining("invalid client credentials")
          .hasMessageNotContaining("guessed");
    }
  }

  @Test
  void a_refresh_token_and_a_signed_token_sign_in_too() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    String key =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      for (CrmCredentials credentials :
          List.of(
              new CrmCredentials.RefreshToken("client", SalesforceStub.CLIENT_SECRET, "granted"),
              new CrmCredentials.SignedToken("client", "dana@example.com", key))) {
        assertThat(exchange.salesforce(stub, Exchange.NEVER_BULK, credentials).test().user())
            .isEqualTo("005000000000001AAA");
      }
    }
  }

  @Test
  void a_refresh_token_that_is_replaced_at_each_sign_in_is_handed_out_to_be_kept() {
    try (SalesforceStub stub = Exchange.salesforceWith(20)) {
      stub.rotateRefreshTokens();
      stub.batch(2);
      stub.callsOfAToken(4);
      var granted = new CrmCredentials.RefreshToken("client", "", "granted");

      MemoryBooks books =
          Exchange.pull(
              exchange.salesforce(stub, Exchange.NEVER_BULK, granted),
              CrmKind.ACCOUNTS,
              new MemoryBooks());

      assertThat(books.rows(CrmKind.ACCOUNTS)).hasSize(20);
      assertThat(exchange.held)
          .hasSize(1 + stub.tokens())
          .last()
          .isEqualTo(new CrmCredentials.RefreshToken("client", "", "granted-" + stub.tokens()));
    }
  }

  @Test
  void a_client_signs_in_by_the_token_that_another_was_given_meanwhile() {
    try (SalesforceStub stub = Exchange.salesforceWith(20)) {
      stub.rotateRefreshTokens();
      var granted = new CrmCredentials.RefreshToken("client", "", SalesforceStub.GRANTED);
      SalesforceClient job = exchange.salesforce(stub, Exchange.NEVER_BULK, granted);
      job.test();

      exchange.beside(stub).test();

      job.test();
      assertThat(stub.tokens()).isEqualTo(3);
    }
  }

  @Test
  void a_key_that_is_none_is_told() {
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      SalesforceClient client =
          exchange.salesforce(
              stub,
              Exchange.NEVER_BULK,
              new CrmCredentials.SignedToken("client", "dana@example.com", "no key"));

      assertThatThrownBy(client::test)
          .satisfies(failure -> assertThat(code(failure)).isEqualTo("CRM_BAD_KEY"));
    }
  }

  @Test
  void what_the_company_does_not_allow_is_told_as_what_it_is() {
    assertThat(answered(403, "API_DISABLED_FOR_ORG", "The REST API is not enabled"))
        .isEqualTo("CRM_API_DISABLED");
    assertThat(answered(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."))
        .isEqualTo("CRM_DAILY_LIMIT");
    // Of calls at one moment there are fewer in the next, unlike of those of a day.
    assertThat(
            answered(
                403,
                "REQUEST_LIMIT_EXCEEDED",
                "ConcurrentRequests (Concurrent API Requests) Limit exceeded."))
        .isEqualTo("nothing");
    assertThat(exchange.waits).hasSize(1);
    assertThat(answered(403, "INSUFFICIENT_ACCESS", "insufficient access rights"))
        .isEqualTo("CRM_MISSING_PERMISSION");
    assertThat(answered(400, "INVALID_TYPE", "sObject type 'User' is not supported."))
        .isEqualTo("CRM_MISSING_PERMISSION");
    assertThat(answered(400, "INVALID_FIELD", "No such column 'Territory__c'"))
        .isEqualTo("CRM_UNKNOWN_FIELD");
    assertThat(answered(400, "MALFORMED_QUERY", "unexpected token"))
        .isEqualTo("CRM_UNEXPECTED_ANSWER");
  }

  @Test
  void an_answer_without_its_rows_is_not_the_last_page() {
    for (String answer : List.of("{}", "{\"done\":true,\"records\":null}", "<html>")) {
      assertThat(answered("/queryAll", 200, answer)).isEqualTo("CRM_UNEXPECTED_ANSWER");
    }
    assertThat(answered("/queryAll", 200, "{\"done\":true,\"records\":[]}")).isEqualTo("nothing");
  }

  @Test
  void a_moment_or_address_that_cannot_be_read_is_an_answer_that_nobody_foresaw() {
    assertThat(
            answered(
                "/queryAll",
                200,
                "{\"done\":true,\"records\":[{\"Id\":\"001\",\"SystemModstamp\":\"today\"}]}"))
        .isEqualTo("CRM_UNEXPECTED_ANSWER");
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      stub.answerNext(
          "/token", 200, "{\"access_token\":\"t\",\"instance_url\":\"https://not an address\"}");

      assertThatThrownBy(exchange.salesforce(stub)::test)
          .satisfies(failure -> assertThat(code(failure)).isEqualTo("CRM_UNEXPECTED_ANSWER"));
    }
  }

  private String answered(int status, String errorCode, String message) {
    return answered(
        "", status, "[{\"message\":\"" + message + "\",\"errorCode\":\"" + errorCode + "\"}]");
  }

  private String answered(String path, int status, String json) {
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      SalesforceClient client = exchange.salesforce(stub);
      client.test();
      stub.answerNext(path, status, json);
      try {
        // In the middle, where no count of the rows goes before them.
        client.page(CrmKind.ACCOUNTS, SalesforceClient.fromTheBeginning(CrmPosition.START));
      } catch (ProblemException refused) {
        return refused.problems().getFirst().code();
      }
      return "nothing";
    }
  }

  @Test
  void a_territory_field_that_is_not_there_is_found_by_the_test() {
    try (SalesforceStub stub = new SalesforceStub()) {
      SalesforceClient client = exchange.salesforce(stub);

      assertThatThrownBy(client::test)
          .satisfies(failure -> assertThat(code(failure)).isEqualTo("CRM_UNKNOWN_FIELD"))
          .hasMessageContaining("Territory__c");
    }
  }

  @Test
  void a_server_that_is_gone_is_unreachable() {
    SalesforceStub stub = Exchange.salesforceWith(1);
    SalesforceClient client = exchange.salesforce(stub);
    stub.close();

    assertThatThrownBy(client::test)
        .satisfies(failure -> assertThat(code(failure)).isEqualTo("CRM_UNREACHABLE"));
    assertThat(exchange.waits).hasSize(5);
  }

  @Test
  void a_server_that_stays_busy_is_given_up() {
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      stub.faults(path -> path.endsWith("/queryAll") ? Fault.ERROR_BEFORE : Fault.NONE);

      assertThatThrownBy(exchange.salesforce(stub)::test)
          .satisfies(failure -> assertThat(code(failure)).isEqualTo("CRM_BUSY"));
    }
  }
}
