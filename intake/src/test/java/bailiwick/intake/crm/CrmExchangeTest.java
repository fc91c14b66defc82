package bailiwick.intake.crm;

import static bailiwick.intake.crm.Exchange.account;
import static bailiwick.intake.crm.Exchange.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.fixture.Seeds;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.crm.fixture.CrmStub;
import bailiwick.intake.crm.fixture.Fault;
import bailiwick.intake.crm.fixture.HubSpotStub;
import bailiwick.intake.crm.fixture.SalesforceStub;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever fails, wherever the process dies: the end is the one without failures. */
class CrmExchangeTest {

  private static final int MOST_RUNS = 500;

  /** All but the answer without an end, which lasts as long as the patience with it. */
  private static final Fault[] QUICK =
      EnumSet.complementOf(EnumSet.of(Fault.NEVER_ENDING)).toArray(Fault[]::new);

  @Test
  void a_pull_with_failures_anywhere_ends_like_one_without() {
    Seeds.check(
        40,
        (random, size) -> {
          try (SalesforceStub stub = Exchange.salesforceWith(1 + size)) {
            stub.batch(1 + random.nextInt(7));
            stub.callsOfAToken(1 + random.nextInt(9));
            long bulkFrom = random.nextBoolean() ? 3 : Exchange.NEVER_BULK;
            pullsLikeWithoutFailures(stub, () -> new Exchange().salesforce(stub, bulkFrom), random);
          }
          try (HubSpotStub stub = Exchange.hubSpotWith(1 + size)) {
            stub.page(1 + random.nextInt(7));
            pullsLikeWithoutFailures(stub, () -> new Exchange().hubSpot(stub), random);
          }
        });
  }

  private static void pullsLikeWithoutFailures(
      CrmStub stub, Supplier<CrmClient> clients, SplittableRandom random) {
    MemoryBooks calm = Exchange.pull(clients.get(), CrmKind.ACCOUNTS, new MemoryBooks());
    MemoryBooks books = new MemoryBooks(() -> random.nextInt(15) == 0);
    stub.faults(path -> drawn(random));

    untilDone(() -> CrmPull.run(clients.get(), CrmKind.ACCOUNTS, books, Exchange::always));

    assertThat(books.rows(CrmKind.ACCOUNTS)).isEqualTo(calm.rows(CrmKind.ACCOUNTS));
  }

  @Test
  void a_push_with_failures_anywhere_ends_like_one_without_and_writes_no_row_twice() {
    Seeds.check(
        40,
        (random, size) -> {
          try (SalesforceStub stub = Exchange.salesforceWith(1 + size)) {
            stub.callsOfAToken(2 + random.nextInt(9));
            String locked = account(1 + random.nextInt(1 + size));
            String changed = account(1 + random.nextInt(1 + size));
            stub.lock(locked);
            pushesLikeWithoutFailures(
                stub,
                () -> new Exchange().salesforce(stub),
                random,
                () -> stub.put("Account", changed, "Phone", "555"),
                user(2));
            assertThat(fields(stub, "Account"))
                .isEqualTo(expected(stub, "Account", "OwnerId", user(2), locked, changed));
          }
          try (HubSpotStub stub = Exchange.hubSpotWith(1 + size)) {
            String locked = String.valueOf(1 + random.nextInt(1 + size));
            String changed = String.valueOf(1 + random.nextInt(1 + size));
            stub.lock(locked);
            pushesLikeWithoutFailures(
                stub,
                () -> new Exchange().hubSpot(stub),
                random,
                () -> stub.put("companies", changed, "phone", "555"),
                "12");
            assertThat(fields(stub, "companies"))
                .isEqualTo(expected(stub, "companies", "hubspot_owner_id", "12", locked, changed));
          }
        });
  }

  private static Map<String, String> fields(CrmStub stub, String table) {
    return stub.rows(table).entrySet().stream()
        .collect(
            Collectors.toMap(
                row -> row.getKey(),
                row -> String.valueOf(new TreeMap<>(row.getValue().fields())),
                (a, b) -> a,
                TreeMap::new));
  }

  /** What a person with a list would have done: all but the locked and the changed row. */
  private static Map<String, String> expected(
      CrmStub stub, String table, String ownerField, String owner, String locked, String changed) {
    String territoryField = table.equals("Account") ? "Territory__c" : "territory";
    Map<String, String> expected = new TreeMap<>();
    stub.rows(table)
        .forEach((id, row) -> {
          var fields = new TreeMap<>(row.fields());
          boolean left = id.equals(locked) || id.equals(changed);
          fields.remove(territoryField);
          fields.put(ownerField, left ? (table.equals("Account") ? user(1) : "11") : owner);
          if (!left) {
            fields.put(territoryField, "North");
          }
          expected.put(id, String.valueOf(fields));
        });
    return expected;
  }

  private static void pushesLikeWithoutFailures(
      CrmStub stub,
      Supplier<CrmClient> clients,
      SplittableRandom random,
      Runnable somebodyChangesARow,
      String owner) {
    MemoryBooks books = new MemoryBooks(() -> random.nextInt(25) == 0);
    untilDone(() -> CrmPull.run(clients.get(), CrmKind.ACCOUNTS, books, Exchange::always));
    Exchange.planAll(books, owner, "North");
    somebodyChangesARow.run();
    stub.faults(path -> drawn(random));

    untilDone(() -> CrmPush.run(clients.get(), books, Exchange::always));

    stub.faults(path -> Fault.NONE);
    assertThat(books.settled).hasSameSizeAs(books.rows(CrmKind.ACCOUNTS));
    assertThat(stub.writes().values()).allMatch(times -> times == 1);
    assertThat(stub.writes().keySet())
        .isEqualTo(
            books.settled.entrySet().stream()
                .filter(end -> end.getValue().outcome() == PushOutcome.WRITTEN)
                .map(end -> end.getKey())
                .collect(Collectors.toSet()));
  }

  private static Fault drawn(SplittableRandom random) {
    return random.nextInt(3) > 0 ? Fault.NONE : QUICK[random.nextInt(QUICK.length)];
  }

  /** Starts work again after every failure and every death, as jobs are. */
  private static void untilDone(Supplier<Boolean> work) {
    for (int run = 0; run < MOST_RUNS; run++) {
      try {
        if (work.get()) {
          return;
        }
      } catch (MemoryBooks.Killed | ProblemException again) {
        // the next run goes on
      }
    }
    throw new AssertionError("It does not end.");
  }

  @Test
  void secrets_go_only_to_encrypted_addresses() {
    for (String address :
        new String[] {"http://crm.example.com", "https://user:word@crm.example.com", "crm"}) {
      assertThatThrownBy(() -> new CrmSettings(CrmSystem.HUBSPOT, "ours", URI.create(address), ""))
          .hasMessageContaining("https://");
    }
    assertThatThrownBy(() ->
            new CrmSettings(CrmSystem.SALESFORCE, "ours", URI.create("https://a.example"), "a, b"))
        .hasMessageContaining("`a, b`");
  }

  @Test
  void waits_double_up_to_their_cap_and_never_fall_below_what_is_asked() {
    SplittableRandom random = new SplittableRandom(1);
    for (int failed = 1; failed < 40; failed++) {
      long span = Math.min(30_000, 1_000L << Math.min(failed - 1, 20));
      assertThat(CrmPatience.OF_JOBS.backOff().before(failed, Duration.ZERO, random).toMillis())
          .isBetween(0L, span);
      assertThat(CrmPatience.OF_JOBS.backOff().before(failed, Duration.ofSeconds(50), random))
          .isEqualTo(Duration.ofSeconds(50));
    }
  }

  @Test
  void credentials_are_never_told_in_words() {
    assertThat(
            new CrmCredentials.ClientSecret("id", "word").toString()
                + new CrmCredentials.RefreshToken("id", "word", "word")
                + new CrmCredentials.SignedToken("id", "me", "word")
                + new CrmCredentials.AccessToken("word"))
        .doesNotContain("word");
  }
}
