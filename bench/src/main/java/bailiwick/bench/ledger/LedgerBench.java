package bailiwick.bench.ledger;

import bailiwick.bench.file.ScratchFolder;
import bailiwick.bench.file.StandardOutput;
import bailiwick.store.Store;
import bailiwick.store.StoreConfig;
import bailiwick.store.ledger.LedgerRepository;
import bailiwick.store.ledger.Owner;
import bailiwick.store.plan.LayerId;
import bailiwick.store.publication.Publication;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Measures the ledger on the embedded store and on a PostgreSQL server: a publication that moves a
 * tenth of the accounts, its undo, and three questions, after quarterly changes of a twentieth of
 * the accounts. Every answer is compared with what the world knows; the run fails when one differs.
 *
 * <pre>java bailiwick.bench.ledger.LedgerBench ACCOUNTS QUARTERS [JDBC_URL USER PASSWORD]</pre>
 */
public final class LedgerBench {

  private static final int ASKED = 500;
  private static final int WARM_UP = 100;

  private final Store store;
  private final LedgerWorld world;
  private final int size;
  private final SplittableRandom random = new SplittableRandom(1);
  private final PrintStream out;

  private LedgerBench(Store store, int size, PrintStream out) {
    this.store = store;
    this.size = size;
    this.out = out;
    this.world = LedgerWorld.load(store, size);
  }

  /** Runs on the embedded store, and on a server when one is named. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2 && args.length != 5) {
      throw new IllegalArgumentException("ACCOUNTS QUARTERS [JDBC_URL USER PASSWORD]");
    }
    int size = Integer.parseInt(args[0]);
    int quarters = Integer.parseInt(args[1]);
    PrintStream out = StandardOutput.open();
    out.println("| store | step | median | p99 | rows |");
    out.println("|---|---|---|---|---|");
    try (ScratchFolder folder = ScratchFolder.make()) {
      run("embedded", StoreConfig.folder(folder.resolve("data")), size, quarters, out);
    }
    if (args.length == 5) {
      var server = new StoreConfig.External(args[2], args[3], args[4]);
      run("PostgreSQL", server, size, quarters, out);
    }
  }

  private static void run(
      String name, StoreConfig config, int size, int quarters, PrintStream out) {
    try (Store store = Store.open(config, Clock.systemUTC(), new SecureRandom())) {
      new LedgerBench(store, size, out).run(name, quarters);
    }
  }

  private void run(String name, int quarters) {
    world.publish(LedgerWorld.FIRST, 0, random);
    for (int quarter = 1; quarter < quarters; quarter++) {
      world.publish(LedgerWorld.FIRST.plusMonths(3L * quarter), size / 20, random);
    }
    LocalDate last = LedgerWorld.FIRST.plusMonths(3L * quarters);
    tell(name, "owner of an account on a day", size, ask(this::owner));
    tell(name, "history of an account", size, ask(this::history));
    tell(name, "book of a representative on a day", size, ask(this::book));
    long begin = System.nanoTime();
    Publication published = world.publish(last, size / 10, random);
    tell(name, "publish, a tenth moves", published.moved(), new long[] {System.nanoTime() - begin});
    requireOwners(last);
    begin = System.nanoTime();
    Publication undone = store.publications().undo(published.id(), "bench", "bench");
    tell(
        name,
        "take it back",
        undone.undone() == null ? 0 : undone.undone().accounts(),
        new long[] {System.nanoTime() - begin});
  }

  private long[] ask(IntConsumer question) {
    for (int i = 0; i < WARM_UP; i++) {
      question.accept(i);
    }
    long[] nanos = new long[ASKED];
    for (int i = 0; i < ASKED; i++) {
      long begin = System.nanoTime();
      question.accept(random.nextInt(size));
      nanos[i] = System.nanoTime() - begin;
    }
    return nanos;
  }

  private Owner ownerOn(int account, LocalDate day) {
    return store
        .ledger()
        .ownerOn(world.accounts().get(account), LayerId.NEW_BUSINESS, day)
        .orElseThrow();
  }

  private void owner(int account) {
    ownerOn(account, LedgerWorld.FIRST.plusDays(random.nextInt(1_000)));
  }

  private void history(int account) {
    if (store.ledger().history(world.accounts().get(account)).isEmpty()) {
      throw new IllegalStateException("The account %s has no history.".formatted(account));
    }
  }

  private void book(int number) {
    store
        .ledger()
        .book(
            world.people().get(number % world.people().size()),
            LayerId.NEW_BUSINESS,
            LedgerWorld.FIRST.plusDays(random.nextInt(1_000)),
            LedgerRepository.NOW);
  }

  private void requireOwners(LocalDate day) {
    for (int i = 0; i < ASKED; i++) {
      int account = random.nextInt(size);
      String owner = ownerOn(account, day).entry().territory().value();
      if (!owner.equals(world.territoryOf(account))) {
        throw new IllegalStateException(
            "The account %s belongs to %s, and should to %s."
                .formatted(account, owner, world.territoryOf(account)));
      }
    }
  }

  private void tell(String name, String step, long rows, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    out.println(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.2f ms | %.2f ms | %s |",
            name,
            step,
            sorted[sorted.length / 2] / 1e6,
            sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6,
            rows));
  }
}
