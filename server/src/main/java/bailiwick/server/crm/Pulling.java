package bailiwick.server.crm;

import bailiwick.core.problem.Problem;
import bailiwick.intake.crm.CrmClient;
import bailiwick.intake.crm.CrmKind;
import bailiwick.intake.crm.CrmPatience;
import bailiwick.intake.crm.CrmPull;
import bailiwick.intake.crm.CrmTable;
import bailiwick.intake.report.ImportReport;
import bailiwick.server.folder.DataFolder;
import bailiwick.server.intake.FileLoader;
import bailiwick.server.intake.ImportFlags;
import bailiwick.server.intake.ImportKind;
import bailiwick.server.intake.LoadWatch;
import bailiwick.server.intake.NamedSource;
import bailiwick.server.intake.ReportWire;
import bailiwick.server.job.BestSoFar;
import bailiwick.server.job.JobWork;
import bailiwick.server.wire.ImportWire;
import bailiwick.store.Store;
import bailiwick.store.account.Extent;
import bailiwick.store.crm.PulledRows.Pending;
import bailiwick.store.crm.StoredConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pulls a connection: what changed in the CRM is kept first, page by page, and then loaded like a
 * file, people before the accounts that they own and accounts before their deals.
 */
public class Pulling {

  private static final double SHARE_OF_READING = 0.75;

  private final Store store;
  private final CrmClients clients;
  private final FileLoader loader;
  private final JsonMapper json;
  private final Path files;

  /** Pulls into a store. */
  public Pulling(
      Store store, CrmClients clients, FileLoader loader, JsonMapper json, DataFolder folder) {
    this.store = store;
    this.clients = clients;
    this.loader = loader;
    this.json = json;
    this.files = folder.uploads();
  }

  /** What the rows of one pull came to. */
  private static final class Sum {
    final Map<CrmKind, LoadedRows> rows = new EnumMap<>(CrmKind.class);
    final List<Problem> notes = new ArrayList<>();
    ImportWire.@Nullable ImportReport accounts;
  }

  JobWork.Outcome pull(StoredConnection connection, String who, JobWork.Progress progress) {
    Waiting waiting = new Waiting(progress);
    CrmClient client = clients.client(connection, waiting, CrmPatience.OF_JOBS);
    double share = 0;
    for (CrmKind kind : CrmKind.values()) {
      StoredRows book = new StoredRows(store.crm().pulled(), connection.id(), progress, share);
      share += SHARE_OF_READING / CrmKind.values().length;
      if (!CrmPull.run(client, kind, book, () -> !waiting.stops())) {
        return done("Stopped; the next pull goes on from here.", true, new Sum());
      }
    }
    Sum sum = new Sum();
    for (CrmKind kind : CrmKind.values()) {
      progress.tell(SHARE_OF_READING, "Loading %s.".formatted(word(kind)));
      load(connection, kind, who, sum);
    }
    return done(told(sum), false, sum);
  }

  private static String word(CrmKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void load(StoredConnection connection, CrmKind kind, String who, Sum sum) {
    sum.notes.addAll(GoneThere.settle(store, connection, kind, json, who));
    Pending pending = store.crm().pulled().pending(connection.id(), kind.name());
    LoadedRows rows = LoadedRows.NONE;
    // Deals replace all that were delivered before, so all are handed on when anything changed.
    boolean anything = pending.rows() + pending.deleted() > 0 || !sum.rows.isEmpty();
    if (kind == CrmKind.DEALS ? anything : pending.rows() > 0) {
      rows = loaded(connection, kind, who, sum);
    }
    if (rows.accepted() + rows.rejected() > 0) {
      sum.rows.put(kind, rows);
    }
    store.crm().pulled().loaded(connection.id(), kind.name(), json.writeValueAsString(rows));
  }

  private LoadedRows loaded(StoredConnection connection, CrmKind kind, String who, Sum sum) {
    Path file = files.resolve(UUID.randomUUID() + ".csv");
    try {
      String name = connection.name() + " " + word(kind);
      if (write(connection, kind, file) == 0) {
        if (kind == CrmKind.DEALS) {
          sum.notes.addAll(loader.from(connection.source()).clearDeals(name, who));
        }
        return LoadedRows.NONE;
      }
      NamedSource source = new NamedSource(name, file);
      FileLoader.Loaded loaded =
          loader
              .from(connection.source())
              .load(kindOf(kind), source, flags(kind), who, LoadWatch.NONE);
      ImportReport report = loaded.report();
      sum.notes.addAll(loaded.notes());
      if (kind == CrmKind.ACCOUNTS) {
        sum.accounts = ReportWire.of(report, loaded.loaded());
      } else {
        sum.notes.addAll(report.problems());
      }
      return new LoadedRows(report.counts().accepted(), report.counts().rejected());
    } finally {
      forget(file);
    }
  }

  private long write(StoredConnection connection, CrmKind kind, Path file) {
    long[] count = {0};
    try {
      Files.createDirectories(files);
      try (CrmTable table = CrmTable.open(Files.newBufferedWriter(file), kind)) {
        boolean pendingOnly = kind != CrmKind.DEALS;
        store
            .crm()
            .pulled()
            .forEach(
                connection.id(),
                kind.name(),
                pendingOnly,
                row -> {
                  row(table, row.cells());
                  count[0]++;
                });
      }
      return count[0];
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void row(CrmTable table, Map<String, String> cells) {
    try {
      table.row(cells);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static ImportKind kindOf(CrmKind kind) {
    return switch (kind) {
      case PEOPLE -> ImportKind.REPRESENTATIVES;
      case ACCOUNTS -> ImportKind.ACCOUNTS;
      case DEALS -> ImportKind.OPPORTUNITIES;
    };
  }

  /** The API writes numbers with points; one bad row must not keep the others out. */
  private static ImportFlags flags(CrmKind kind) {
    return new ImportFlags(
        CrmTable.mapping(kind),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        ",",
        "UTF-8",
        "",
        "point",
        "",
        "",
        null,
        true,
        Extent.PART,
        false);
  }

  private static String told(Sum sum) {
    long rejected = sum.rows.values().stream().mapToLong(LoadedRows::rejected).sum();
    return "Pulled %s people, %s accounts and %s deals%s."
        .formatted(
            accepted(sum, CrmKind.PEOPLE),
            accepted(sum, CrmKind.ACCOUNTS),
            accepted(sum, CrmKind.DEALS),
            rejected == 0 ? "" : "; %s rows cannot be used".formatted(rejected));
  }

  private static long accepted(Sum sum, CrmKind kind) {
    return sum.rows.getOrDefault(kind, LoadedRows.NONE).accepted();
  }

  private static JobWork.Outcome done(String message, boolean stopped, Sum sum) {
    return new JobWork.Outcome.Done(
        message, stopped, null, BestSoFar.NOTHING, sum.accounts, null, sum.notes);
  }
}
