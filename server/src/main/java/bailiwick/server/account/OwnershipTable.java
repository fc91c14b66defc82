package bailiwick.server.account;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.crm.CrmFile;
import bailiwick.intake.crm.CrmKind;
import bailiwick.intake.export.CsvTable;
import bailiwick.server.company.Today;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.published.PublishedRouters;
import bailiwick.store.Store;
import bailiwick.store.crm.StoredConnection;
import bailiwick.store.ledger.ChangedRow;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes who owned every account on a day, as known at an instant. Thread-safe. */
public class OwnershipTable {

  /** Name of the system that ids of uploaded files belong to. */
  private static final String UPLOADED = "file";

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

  private static final List<String> CHANGES =
      List.of(
          "recorded_at",
          "change",
          "of",
          "id",
          "name",
          "territory",
          "valid_from",
          "valid_to",
          "cause",
          "who",
          "why");

  private final Store store;
  private final PublishedRouters routers;
  private final Today today;

  /** Tables of a store's ledger. */
  public OwnershipTable(Store store, PublishedRouters routers, Today today) {
    this.store = store;
    this.routers = routers;
    this.today = today;
  }

  /** The layer of a code. */
  LayerId layer(String code) {
    return routers.getLayer(code).id();
  }

  /** Writes every row of a layer that was recorded or ended after an instant, up to another. */
  void writeChanges(LayerId layer, Instant after, @Nullable Instant until, OutputStream out)
      throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try (CsvTable table = CsvTable.open(writer, CHANGES)) {
      store
          .ledger()
          .forEachChange(
              layer,
              after,
              until == null ? LedgerRepository.NOW : until,
              changed -> row(table, changed));
    }
  }

  private static void row(CsvTable table, ChangedRow changed) {
    LocalDate until = changed.until();
    try {
      table.row(
          changed.at().toString(),
          changed.ended() ? "ended" : "recorded",
          changed.ofPlacement() ? "representative" : "account",
          changed.externalId(),
          changed.name(),
          changed.territory().value(),
          changed.from().toString(),
          until == null ? "" : until.toString(),
          changed.cause().name(),
          changed.who(),
          changed.why());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /**
   * The source of the accounts that a CRM's file is for, whose ids are those of that CRM.
   *
   * @param asked a source, null for that of the only connection to the CRM, or, without one, that
   *     of uploaded files
   * @throws ProblemException when several connections leave it open
   */
  String source(CrmFile format, @Nullable String asked) {
    if (asked != null && !asked.isBlank()) {
      return asked.strip();
    }
    List<String> connected =
        store.crm().list().stream()
            .filter(connection -> connection.system().equals(format.name()))
            .map(StoredConnection::source)
            .toList();
    if (connected.size() > 1) {
      throw ProblemException.of(
          new ServerProblem.Parameter(
              "source", "must say which is meant: " + String.join(", ", connected)));
    }
    return connected.isEmpty() ? UPLOADED : connected.getFirst();
  }

  /**
   * Writes the owners of a day, as known now, in the import format of a CRM.
   *
   * @param source whose accounts are written; those of others have ids that the CRM does not know
   */
  void write(CrmFile format, String source, @Nullable LocalDate on, OutputStream out)
      throws IOException {
    Map<String, String> idsByMail = idsByMail(source);
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try (CsvTable table = format.open(writer)) {
      store
          .ledger()
          .forEachOwner(
              LayerId.NEW_BUSINESS,
              on == null ? today.date() : on,
              LedgerRepository.NOW,
              owned -> {
                if (owned.source().equals(source)) {
                  row(format, table, owned, person(owned, idsByMail));
                }
              });
    }
  }

  /** People whom a connection of that source knows, by mail address. */
  private Map<String, String> idsByMail(String source) {
    Map<String, String> idsByMail = new HashMap<>();
    store.crm().list().stream()
        .filter(connection -> connection.source().equals(source))
        .forEach(connection ->
            store
                .crm()
                .pulled()
                .forEach(
                    connection.id(),
                    CrmKind.PEOPLE.name(),
                    false,
                    person ->
                        idsByMail.putIfAbsent(
                            mail(person.cells().getOrDefault("email", "")), person.externalId())));
    idsByMail.remove("");
    return idsByMail;
  }

  private static String mail(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  /** Who owns it by the id of the account's own source; empty when that knows them not. */
  private static String person(OwnedAccount owned, Map<String, String> idsByMail) {
    return owned.representativeSource().equals(owned.source())
        ? owned.representativeId()
        : idsByMail.getOrDefault(mail(owned.representativeEmail()), "");
  }

  private static void row(CrmFile format, CsvTable table, OwnedAccount owned, String person) {
    try {
      format.write(
          table,
          new CrmFile.Row(
              owned.externalId(),
              owned.name(),
              person,
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
