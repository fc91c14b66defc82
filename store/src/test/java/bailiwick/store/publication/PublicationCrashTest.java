package bailiwick.store.publication;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.AccountId;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.store.Given;
import bailiwick.store.Store;
import bailiwick.store.StoreConfig;
import bailiwick.store.audit.AuditQuery;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.Plan;
import bailiwick.store.scenario.Scenario;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process publishes and is killed with SIGKILL at a random moment, with or without its
 * PostgreSQL. After a restart the books are wholly as before or wholly as published.
 */
class PublicationCrashTest {

  private static final boolean DEEP = Boolean.getBoolean("bailiwick.deep");
  private static final int ACCOUNTS = DEEP ? 100_000 : 5_000;
  private static final int KILLS = DEEP ? 50 : 5;

  @TempDir Path folder;

  @Test
  void a_killed_publication_has_happened_wholly_or_not_at_all() throws Exception {
    long seed = Long.getLong("seed", 7);
    SplittableRandom random = new SplittableRandom(seed);
    prepare();
    long typicalMillis = 1_000;
    List<String> outcomes = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      boolean databaseToo = random.nextBoolean();
      long delay = random.nextLong(typicalMillis);
      long took = runAndKill("key" + kill, kill % 2, delay, databaseToo);
      typicalMillis = Math.max(50, took);
      String outcome = check("key" + kill, kill % 2, seed);
      outcomes.add(outcome + " after " + took + " of " + delay + " ms");
    }
    assertThat(outcomes).as("%s", outcomes).hasSize(KILLS);
  }

  private void prepare() {
    try (Store store = open(folder)) {
      Given.accounts(store, ACCOUNTS);
      Plan plan = Given.plan(store, "2026", 1);
      Given.scenario(
          store, plan, "S", "A", Given.territory("T0", null), Given.territory("T1", null));
    }
  }

  private static Store open(Path folder) {
    return Store.open(StoreConfig.folder(folder), Clock.systemUTC(), new SplittableRandom());
  }

  /** Returns how long the publication ran until it ended or was killed, in milliseconds. */
  private long runAndKill(String key, int territory, long delayMillis, boolean databaseToo)
      throws IOException, InterruptedException {
    Process publisher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Publisher.class.getName(),
                folder.toString(),
                key,
                Integer.toString(territory))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = publisher.inputReader();
    assertThat(said.readLine()).isEqualTo("begin");
    long begun = System.nanoTime();
    boolean ended = publisher.waitFor(delayMillis, TimeUnit.MILLISECONDS);
    if (databaseToo) {
      killDatabase();
    }
    publisher.destroyForcibly().waitFor();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    // A publication that outlived its time limit teaches how long the next may be given.
    return ended ? millis : Math.max(millis, 2 * delayMillis);
  }

  private void killDatabase() throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(folder.resolve("cluster/postmaster.pid"));
    } catch (NoSuchFileException alreadyStopped) {
      return; // the publication ended first and stopped its database in peace
    }
    long pid = Long.parseLong(lines.get(0));
    ProcessHandle.of(pid)
        .ifPresent(postmaster -> {
          List<ProcessHandle> children = postmaster.children().toList();
          postmaster.destroyForcibly();
          children.forEach(ProcessHandle::destroyForcibly);
        });
  }

  private String check(String key, int territory, long seed) {
    try (Store store = open(folder)) {
      boolean published = store.publications().findByKey(key).isPresent();
      Map<String, Long> owned = new HashMap<>();
      store
          .ledger()
          .forEachOwned(
              LayerId.NEW_BUSINESS,
              Given.MAR_1,
              (account, code) -> owned.merge(code.value(), 1L, Long::sum));
      if (published) {
        assertThat(owned)
            .as("published %s, -Dseed=%s", key, seed)
            .isEqualTo(Map.of("T" + territory, (long) ACCOUNTS));
      } else {
        assertThat(owned)
            .as("not published %s, -Dseed=%s", key, seed)
            .isEqualTo(lastPublished(store));
      }
      assertThat(store.audit().findBreak()).isEmpty();
      var acts = new AuditQuery(null, "plan.published", null, null, null);
      assertThat(store.audit().list(acts, null, 1_000).items())
          .hasSameSizeAs(store.publications().list(store.plans().list().get(0).id()));
      return published ? "new" : "old";
    }
  }

  /** The rules of the test's publications name the one territory that all accounts went to. */
  private static Map<String, Long> lastPublished(Store store) {
    return store
        .publications()
        .rulesOn(LayerId.NEW_BUSINESS, Given.MAR_1)
        .map(rules -> Map.of(territoryOf(rules.text()), (long) ACCOUNTS))
        .orElse(Map.of());
  }

  private static String territoryOf(String ruleText) {
    return RuleParser.parse(new Source("published", ruleText))
        .rules()
        .territories()
        .getFirst()
        .code()
        .value();
  }

  /** Main class of the process that is killed: gives every account to one territory. */
  static final class Publisher {

    public static void main(String[] arguments) {
      PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
      int territory = Integer.parseInt(arguments[2]);
      try (Store store = open(Path.of(arguments[0]))) {
        Plan plan = store.plans().list().get(0);
        Scenario scenario = store.scenarios().list(plan.id()).get(0);
        Decisions.Builder decisions = Decisions.builder();
        for (AccountId account : store.accounts().idsByExternalId("crm").values()) {
          decisions.add(account, territory);
        }
        PublicationRequest request =
            new PublicationRequest(
                scenario.id(),
                scenario.version(),
                Given.MAR_1,
                Given.rules("T" + territory, ""),
                "{}",
                DataDoubt.UNKNOWN,
                arguments[1],
                "planner",
                "crash test");
        out.println("begin");
        store.publications().publish(request, decisions.build());
      }
    }
  }
}
