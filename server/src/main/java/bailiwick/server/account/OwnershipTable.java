package bailiwick.server.account;

import bailiwick.intake.crm.CrmFile;
import bailiwick.intake.export.CsvTable;
import bailiwick.server.company.Today;
import bailiwick.store.Store;
import bailiwick.store.ledger.LedgerRepository;
import bailiwick.store.ledger.OwnedAccount;
import bailiwick.store.plan.LayerId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes who owned every account on a day, as known at an instant. Thread-safe. */
public class OwnershipTable {

  private static final List<String> HEADER =
      List.of(
          "id",
          "name",
          "territory",
          "territory_name",
          "representative",
          "valid_from",
          "valid_to",
          "recorded_at");

  private final Store store;
  private final Today today;

  /** Tables of a store's ledger. */
  public OwnershipTable(Store store, Today today) {
    this.store = store;
    this.today = today;
  }

  void write(@Nullable LocalDate on, @Nullable Instant knownAsOf, OutputStream out)
      throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try (CsvTable table = CsvTable.open(writer, HEADER)) {
      store
          .ledger()
          .forEachOwner(
              LayerId.NEW_BUSINESS,
              on == null ? today.date() : on,
              knownAsOf == null ? LedgerRepository.NOW : knownAsOf,
              owned -> row(table, owned));
    }
  }

  /** Writes the owners of a day, as known now, in the import format of a CRM. */
  void write(CrmFile format, @Nullable LocalDate on, OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try (CsvTable table = format.open(writer)) {
      store
          .ledger()
          .forEachOwner(
              LayerId.NEW_BUSINESS,
              on == null ? today.date() : on,
              LedgerRepository.NOW,
              owned -> row(format, table, owned));
    }
  }

  private static void row(CrmFile format, CsvTable table, OwnedAccount owned) {
    try {
      format.write(
          table,
          new CrmFile.Row(
              owned.externalId(),
              owned.name(),
              owned.representativeId(),
              owned.representativeEmail(),
              owned.representativeName(),
              owned.territoryName()));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void row(CsvTable table, OwnedAccount owned) {
    LocalDate until = owned.until();
    try {
      table.row(
          owned.externalId(),
          owned.name(),
          owned.territory().value(),
          owned.territoryName(),
          owned.representativeName(),
          owned.from().toString(),
          until == null ? "" : until.toString(),
          owned.recordedAt().toString());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
