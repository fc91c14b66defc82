package bailiwick.server.potential;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Firmographics;
import bailiwick.server.fixture.ServerParts;
import bailiwick.server.intake.ImportKind;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobState;
import bailiwick.store.account.AccountUnits;
import bailiwick.store.account.StoredAccount;
import bailiwick.store.duplicate.FoundPair;
import bailiwick.store.duplicate.KeptPair;
import bailiwick.store.duplicate.PairState;
import bailiwick.store.job.JobId;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A model worked out over all accounts while somebody changes one. */
@Timeout(120)
class PotentialsTest {

  @TempDir private static Path folder;
  private static ServerParts parts;

  @BeforeAll
  static void open() {
    parts = ServerParts.open(folder);
  }

  @AfterAll
  static void close() {
    parts.close();
  }

  @BeforeEach
  void two_accounts_under_a_model() {
    parts.load(
        ImportKind.ACCOUNTS,
        """
        id,name,postcode,country,employees,potential
        A,Alder Works,60614,US,200,1
        B,Birch Mills,60614,US,300,1
        """);
    parts.force(ServerParts.MODEL);
  }

  @Test
  void what_somebody_changes_while_the_model_is_worked_out_anew_is_not_overwritten()
      throws Exception {
    meanwhile(
        () -> {
          employees("A", 500);
          return parts.id("A");
        },
        parts.potentials::renew);

    assertThat(parts.terms("A").spendCents()).as("500 employees").isEqualTo(500_000);
    assertThat(parts.terms("B").spendCents()).isEqualTo(300_000);
  }

  @Test
  void what_somebody_changes_while_a_model_is_put_in_force_is_not_overwritten() throws Exception {
    long version = parts.potentials.get().version();
    parts.potentials.save(JsonMapper.shared().readTree(ServerParts.MODEL), version, "planner");

    meanwhile(
        () -> {
          employees("A", 700);
          return parts.id("A");
        },
        () -> {
          Job asked = parts.potentials.apply(version + 1, "planner");
          Job ended = parts.jobs.await(new JobId(UUID.fromString(asked.id())), news -> {});
          assertThat(ended.state()).as(ended.message()).isEqualTo(JobState.SUCCEEDED);
        });

    assertThat(parts.terms("A").spendCents()).as("700 employees").isEqualTo(700_000);
    assertThat(parts.store.potential().findInForce().orElseThrow().modelVersion())
        .isEqualTo(version + 1);
  }

  @Test
  void deals_of_an_account_merged_while_the_model_is_worked_out_anew_count_for_its_survivor()
      throws Exception {
    parts.load(ImportKind.OPPORTUNITIES, "id,account,stage,amount,closed\n1,B,Offer,1000,\n");
    parts.store.duplicates().keep(List.of(new FoundPair(parts.id("A"), parts.id("B"), 0.9, "[]")));
    KeptPair pair = parts.store.duplicates().list(PairState.OPEN, null, 1).items().getFirst();

    meanwhile(
        () -> {
          parts.store.duplicates().merge(pair.id(), parts.id("A"), "planner", false);
          return parts.id("A");
        },
        parts.potentials::renew);

    assertThat(parts.terms("A").openDealsCents()).as("75 % of B's deal").isEqualTo(75_000);
    parts.store.duplicates().undo(pair.id(), "planner");
  }

  /** Changes an account. */
  @FunctionalInterface
  private interface Change {
    AccountId make();
  }

  /** Works on all accounts. */
  @FunctionalInterface
  private interface Work {
    void run() throws InterruptedException;
  }

  /** Begins work while a change is made and not yet committed, and ends both. */
  private static void meanwhile(Change change, Work work) throws Exception {
    CountDownLatch made = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> changing =
          threads.submit(() ->
              parts.store.inTransaction(() -> {
                AccountId changed = change.make();
                made.countDown();
                await(goOn);
                parts.potentials.renew(changed);
                return changed;
              }));
      made.await();
      Future<?> working =
          threads.submit(() -> {
            work.run();
            return true;
          });
      parts.awaitWaiting();
      goOn.countDown();
      changing.get();
      working.get();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static void employees(String externalId, long employees) {
    StoredAccount stored = parts.store.accounts().get(parts.id(externalId));
    Account account = stored.asImported();
    Firmographics firm = account.firmographics();
    Account changed =
        new Account(
            account.id(),
            account.externalId(),
            account.name(),
            account.address(),
            account.location(),
            new Firmographics(
                firm.industry(),
                OptionalLong.of(employees),
                firm.annualRevenueCents(),
                firm.segment()),
            account.worth(),
            account.ties(),
            account.upkeep(),
            account.ownerKey(),
            account.territoryKey());
    parts.store.accounts().update(changed, AccountUnits.NONE, stored.version());
  }
}
