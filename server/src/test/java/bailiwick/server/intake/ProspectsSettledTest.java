package bailiwick.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import bailiwick.core.account.AccountId;
import bailiwick.core.problem.Problem;
import bailiwick.intake.report.ImportWatch;
import bailiwick.intake.table.TableSource;
import bailiwick.server.fixture.ServerParts;
import bailiwick.store.account.Prospects;
import bailiwick.store.duplicate.KeptPair;
import bailiwick.store.duplicate.PairState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;

/** Prospects whose web domain a customer of a later file has. */
class ProspectsSettledTest {

  private static final String PROSPECTS =
      """
      id,name,postcode,country,website,employees
      P1,Larkspur,60614,US,larkspur.com,5
      P2,Monkshood,60614,US,monkshood.com,5
      P3,Nettle,60614,US,nettle.com,5
      """;

  private static final String CUSTOMERS =
      """
      id,name,postcode,country,website,employees,potential
      C1,Larkspur Ltd,60614,US,www.larkspur.com,500,10
      C2,Monkshood Ltd,60614,US,www.monkshood.com,300,10
      """;

  @TempDir private Path folder;
  private ServerParts parts;

  @BeforeEach
  void open() {
    parts = ServerParts.open(folder);
  }

  @AfterEach
  void close() {
    parts.close();
  }

  private FileLoader.Loaded customers(ImportFlags flags) {
    return parts.load(ImportKind.ACCOUNTS, CUSTOMERS, flags);
  }

  private FileLoader.Loaded dryRun(ImportFlags flags) {
    return parts.loader.dryRun(
        ImportKind.ACCOUNTS,
        TableSource.of("file.csv", CUSTOMERS.getBytes(StandardCharsets.UTF_8)),
        flags,
        ImportWatch.NONE);
  }

  private static List<String> codes(FileLoader.Loaded loaded) {
    return loaded.notes().stream().map(Problem::code).toList();
  }

  private List<KeptPair> pairs(PairState state) {
    return parts.store.duplicates().list(state, null, 500).items();
  }

  private AccountId prospect(String externalId) {
    return parts.id(Prospects.SOURCE, externalId);
  }

  @Test
  void nobody_is_merged_unless_the_load_says_so_and_each_pair_waits_for_somebody() {
    parts.load(ImportKind.PROSPECTS, PROSPECTS);

    FileLoader.Loaded loaded = customers(ImportFlags.GUESSED);

    assertThat(codes(loaded)).containsExactly("IMPORT_PROSPECT_LIKE_CUSTOMER");
    assertThat(loaded.notes().getFirst().message())
        .isEqualTo(
            "2 prospects, such as `Larkspur`, have the web domain of a customer; both count until"
                + " somebody decides.");
    assertThat(pairs(PairState.MERGED)).isEmpty();
    assertThat(pairs(PairState.OPEN)).hasSize(2);
    assertThat(parts.store.accounts().count()).isEqualTo(5);
  }

  @Test
  void a_dry_run_with_the_rule_on_tells_how_many_would_be_merged_and_the_load_merges_them() {
    parts.load(ImportKind.PROSPECTS, PROSPECTS);
    ImportFlags on = ImportFlags.GUESSED.mergingProspects();

    FileLoader.Loaded foreseen = dryRun(on);

    assertThat(codes(foreseen)).containsExactly("IMPORT_PROSPECT_TO_BE_MERGED");
    assertThat(foreseen.notes().getFirst().message()).startsWith("2 prospects have");
    assertThat(parts.store.accounts().count()).as("writes nothing").isEqualTo(3);
    assertThat(codes(dryRun(ImportFlags.GUESSED))).isEmpty();

    assertThat(codes(customers(on))).containsExactly("IMPORT_PROSPECT_BECAME_CUSTOMER");
    assertThat(pairs(PairState.MERGED)).hasSize(2);
    assertThat(parts.store.accounts().count()).isEqualTo(3);
    assertThat(codes(dryRun(on))).as("no more").isEmpty();
  }

  @Test
  void what_somebody_took_back_is_neither_foreseen_nor_merged_again() {
    parts.load(ImportKind.PROSPECTS, PROSPECTS);
    ImportFlags on = ImportFlags.GUESSED.mergingProspects();
    customers(on);
    pairs(PairState.MERGED).forEach(pair -> parts.store.duplicates().undo(pair.id(), "planner"));

    assertThat(codes(dryRun(on))).isEmpty();
    assertThat(codes(customers(on))).isEmpty();
    assertThat(pairs(PairState.MERGED)).isEmpty();
  }

  @Test
  void one_that_cannot_be_merged_is_told_and_the_others_are_merged() {
    customers(ImportFlags.GUESSED);
    AccountId stubborn = parts.id("C1");
    parts.load(
        ImportKind.PROSPECTS, PROSPECTS.replace("larkspur.com", "").replace("monkshood.com", ""));
    parts.update("UPDATE account SET website = lower(name) || '.com' WHERE prospect");
    parts.refused.add(stubborn);
    long edition = parts.books.edition();

    FileLoader.Loaded loaded = customers(ImportFlags.GUESSED.mergingProspects());

    assertThat(loaded.loaded()).isTrue();
    assertThat(codes(loaded))
        .containsExactly("IMPORT_PROSPECT_BECAME_CUSTOMER", "IMPORT_PROSPECT_NOT_MERGED");
    assertThat(loaded.notes().get(1).message())
        .isEqualTo(
            "1 prospects with the web domain of a customer were not merged, such as `Larkspur`:"
                + " There is no worth of `%s`.".formatted(stubborn));
    assertThat(parts.store.accounts().get(prospect("P1")).account().externalId()).isEqualTo("P1");
    assertThat(parts.store.accounts().get(prospect("P2")).account().externalId()).isEqualTo("C2");
    assertThat(pairs(PairState.OPEN)).as("waits").hasSize(1);
    assertThat(parts.books.edition())
        .as("what was read before is forgotten")
        .isGreaterThan(edition);
  }

  @Test
  void a_merge_that_meets_a_change_of_its_customer_is_tried_once_more() throws Exception {
    parts.load(ImportKind.PROSPECTS, PROSPECTS);
    customers(ImportFlags.GUESSED);
    parts.force(ServerParts.MODEL);
    AtomicInteger tries = new AtomicInteger();
    try (ExecutorService somebody = Executors.newSingleThreadExecutor()) {
      AtomicReference<Future<Integer>> change = new AtomicReference<>();
      parts.beforeRenewal =
          customer -> {
            if (customer.equals(parts.id("C1")) && tries.getAndIncrement() == 0) {
              CountDownLatch held = new CountDownLatch(1);
              change.set(somebody.submit(() -> renameAndLookAtPairs(customer, held)));
              assertThatNoException().isThrownBy(held::await);
            }
          };

      FileLoader.Loaded loaded = customers(ImportFlags.GUESSED.mergingProspects());

      assertThat(codes(loaded)).containsExactly("IMPORT_PROSPECT_BECAME_CUSTOMER");
      assertThat(loaded.notes().getFirst().message()).startsWith("2 prospects");
      assertThat(pairs(PairState.MERGED)).hasSize(2);
      assertThat(tries).as("the database ended the first").hasValue(2);
      assertThat(change.get().get()).as("the change came through").isEqualTo(1);
    }
  }

  /** Holds the customer and then wants the pairs; a merge takes them the other way round. */
  private int renameAndLookAtPairs(AccountId customer, CountDownLatch held) throws SQLException {
    try (Connection own = parts.store.dataSource().getConnection();
        Statement statement = own.createStatement()) {
      own.setAutoCommit(false);
      statement.execute("SET LOCAL deadlock_timeout = '60s'"); // so that the merge is ended
      int renamed =
          statement.executeUpdate(
              "UPDATE account SET name = name || ' Inc' WHERE id = '%s'".formatted(customer));
      held.countDown();
      parts.awaitWaiting();
      statement.executeQuery("SELECT id FROM duplicate_pair FOR UPDATE").close();
      own.commit();
      return renamed;
    }
  }

  @Test
  void one_that_meets_changes_again_and_again_is_told_and_the_others_are_merged() {
    parts.load(ImportKind.PROSPECTS, PROSPECTS);
    parts.beforeRenewal =
        customer -> {
          if (customer.equals(parts.id("C1"))) {
            throw new CannotAcquireLockException("held", new SQLException("held", "40P01"));
          }
        };

    FileLoader.Loaded loaded = customers(ImportFlags.GUESSED.mergingProspects());

    assertThat(loaded.loaded()).isTrue();
    assertThat(codes(loaded))
        .containsExactly("IMPORT_PROSPECT_BECAME_CUSTOMER", "IMPORT_PROSPECT_NOT_MERGED");
    assertThat(loaded.notes().getLast().message())
        .endsWith(
            "such as `Larkspur`: Another change holds what this one needs; this one was not"
                + " saved.");
    assertThat(pairs(PairState.MERGED)).hasSize(1);
    assertThat(pairs(PairState.OPEN)).as("waits").hasSize(1);
  }

  @Test
  void a_store_that_goes_away_while_prospects_are_settled_is_told_beside_what_was_done() {
    parts.load(ImportKind.PROSPECTS, PROSPECTS);
    AtomicLong edition = new AtomicLong();
    parts.beforeRenewal =
        customer -> {
          edition.set(parts.books.edition());
          if (customer.equals(parts.id("C2"))) {
            throw new DataAccessResourceFailureException("gone", new SQLException("gone", "08006"));
          }
        };

    FileLoader.Loaded loaded = customers(ImportFlags.GUESSED.mergingProspects());

    assertThat(loaded.loaded()).isTrue();
    assertThat(codes(loaded))
        .containsExactly("IMPORT_PROSPECT_BECAME_CUSTOMER", "IMPORT_PROSPECT_NOT_LOOKED_AT");
    assertThat(loaded.notes().getLast().message())
        .endsWith("were looked at: The connection to the database was lost.");
    assertThat(pairs(PairState.MERGED)).hasSize(1);
    assertThat(parts.books.edition())
        .as("what was read before is forgotten")
        .isGreaterThan(edition.get());
  }

  @Test
  void a_failure_to_give_owners_is_told_beside_the_load() {
    // Layers cannot be read any more from the moment when the accounts are there.
    parts.update(
        """
        CREATE FUNCTION lose_layers() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          ALTER TABLE layer RENAME COLUMN code TO no_code;
          RETURN NULL;
        END
        $$
        """);
    parts.update(
        """
        CREATE TRIGGER then_lose_layers AFTER INSERT ON account
        FOR EACH STATEMENT EXECUTE FUNCTION lose_layers()
        """);

    FileLoader.Loaded loaded = customers(ImportFlags.GUESSED);

    assertThat(loaded.loaded()).isTrue();
    assertThat(codes(loaded)).containsExactly("IMPORT_UNOWNED_NOT_DECIDED");
    assertThat(parts.store.accounts().count()).isEqualTo(2);
  }

  @Test
  void a_pair_that_waits_is_told_at_every_load_and_stays_the_same_pair() {
    parts.load(ImportKind.PROSPECTS, PROSPECTS);
    customers(ImportFlags.GUESSED);
    List<KeptPair> waiting = pairs(PairState.OPEN);
    parts.store.duplicates().dismiss(waiting.getFirst().id(), "planner");

    FileLoader.Loaded again = customers(ImportFlags.GUESSED);

    assertThat(codes(again)).containsExactly("IMPORT_PROSPECT_LIKE_CUSTOMER");
    assertThat(again.notes().getFirst().message()).startsWith("1 prospects, such as `");
    assertThat(pairs(PairState.OPEN)).containsExactly(waiting.getLast());
  }

  @Test
  void the_customer_with_most_potential_is_told_by_the_model_in_force_and_not_by_the_file() {
    parts.load(ImportKind.PROSPECTS, PROSPECTS);
    parts.force(ServerParts.MODEL);

    parts.load(
        ImportKind.ACCOUNTS,
        """
        id,name,postcode,country,website,employees,potential
        C1,Larkspur North,60614,US,www.larkspur.com,200,9999999
        C2,Larkspur South,60614,US,www.larkspur.com,900,1
        """,
        ImportFlags.GUESSED.mergingProspects());

    assertThat(parts.store.accounts().get(prospect("P1")).account().externalId()).isEqualTo("C2");
  }

  @Test
  void many_are_settled_in_batches_that_tell_and_can_be_stopped() {
    String rows = "id,name,postcode,country,website\n";
    parts.load(ImportKind.PROSPECTS, rows + rows("P"));
    List<String> told = new ArrayList<>();
    LoadWatch stopping =
        new LoadWatch() {
          @Override
          public boolean goesOn(long rows, double share) {
            return true;
          }

          @Override
          public boolean goesOnAfter(String doing) {
            told.add(doing);
            return told.size() < 3;
          }
        };

    FileLoader.Loaded loaded =
        parts.load(
            ImportKind.ACCOUNTS,
            rows + rows("C"),
            ImportFlags.GUESSED.mergingProspects(),
            stopping);

    assertThat(loaded.loaded()).isTrue();
    assertThat(told)
        .containsExactly(
            "Looking at prospects of a customer's web domain: 0 of 230.",
            "Looking at prospects of a customer's web domain: 100 of 230.",
            "Looking at prospects of a customer's web domain: 200 of 230.");
    assertThat(pairs(PairState.MERGED)).hasSize(200);
    assertThat(codes(loaded))
        .containsExactly("IMPORT_PROSPECT_BECAME_CUSTOMER", "IMPORT_PROSPECT_STOPPED");
  }

  private static String rows(String letter) {
    return IntStream.range(0, 230)
        .mapToObj(
            k -> "%s%s,Company %s %s,60614,US,company%s.com\n".formatted(letter, k, letter, k, k))
        .collect(Collectors.joining());
  }
}
