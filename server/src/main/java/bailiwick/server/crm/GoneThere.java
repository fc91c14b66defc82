package bailiwick.server.crm;

import bailiwick.core.problem.Problem;
import bailiwick.intake.crm.CrmKind;
import bailiwick.intake.crm.CrmRecord;
import bailiwick.store.Store;
import bailiwick.store.crm.PullState;
import bailiwick.store.crm.SeenRow;
import bailiwick.store.crm.StoredConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes here of rows that a CRM has no longer. Nothing is deleted: accounts are marked as
 * missing, as those are that a file has no longer; deals are named and no longer delivered. Of
 * accounts that somebody merged there, one goes on here under the new id, with its owner and its
 * history; the others are marked as missing, and merged here by whoever wants that.
 */
final class GoneThere {

  /** More ids than anybody reads in a sentence. */
  private static final int NAMED = 20;

  private final Store store;
  private final StoredConnection connection;
  private final JsonMapper json;
  private final String who;
  private final List<Problem> notes = new ArrayList<>();

  private GoneThere(Store store, StoredConnection connection, JsonMapper json, String who) {
    this.store = store;
    this.connection = connection;
    this.json = json;
    this.who = who;
  }

  /**
   * Sees to the rows of a kind, before the rows that are there are loaded.
   *
   * @return what is to be told
   */
  static List<Problem> settle(
      Store store, StoredConnection connection, CrmKind kind, JsonMapper json, String who) {
    GoneThere gone = new GoneThere(store, connection, json, who);
    switch (kind) {
      case PEOPLE -> gone.name(kind);
      case ACCOUNTS -> gone.accounts();
      case DEALS -> gone.name(kind);
    }
    return gone.notes;
  }

  /** What was in the bin before the first pull was never here. */
  private void name(CrmKind kind) {
    List<String> ids = store.crm().pulled().deletedIds(connection.id(), kind.name());
    if (!ids.isEmpty() && pulledAt(kind) != null) {
      notes.add(
          new ConnectionProblem.DeletedThere(
              connection.name(), kind, ids.size(), ids.stream().limit(NAMED).toList()));
    }
  }

  private void accounts() {
    merged().forEach(this::follow);
    List<String> ids = store.crm().pulled().deletedIds(connection.id(), CrmKind.ACCOUNTS.name());
    long marked = missing(ids);
    if (marked > 0) {
      notes.add(
          new ConnectionProblem.DeletedThere(
              connection.name(), CrmKind.ACCOUNTS, marked, List.of()));
    }
  }

  private long missing(List<String> ids) {
    return ids.isEmpty()
        ? 0
        : store.accounts().markMissing(connection.source(), ids, pulledAt(CrmKind.ACCOUNTS));
  }

  private @Nullable Instant pulledAt(CrmKind kind) {
    for (PullState state : store.crm().pulled().states(connection.id())) {
      if (state.kind().equals(kind.name())) {
        return state.pulledAt();
      }
    }
    return null;
  }

  private List<SeenRow> merged() {
    List<SeenRow> merged = new ArrayList<>();
    store
        .crm()
        .pulled()
        .forEach(
            connection.id(),
            CrmKind.ACCOUNTS.name(),
            true,
            row -> {
              if (row.cells().containsKey(CrmRecord.MERGED)) {
                merged.add(row);
              }
            });
    return merged;
  }

  /**
   * One of the merged accounts goes on under the new id; what was followed before is left alone.
   */
  private void follow(SeenRow survivor) {
    List<String> before =
        Arrays.stream(survivor.cells().getOrDefault(CrmRecord.MERGED, "").split(";", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty() && !id.equals(survivor.externalId()))
            .toList();
    Optional<String> taken =
        byLikeness(before, survivor).stream()
            .filter(id ->
                store.accounts().changeExternalId(connection.source(), id, survivor.externalId()))
            .findFirst();
    taken.ifPresent(id -> tell(id, survivor.externalId()));
    List<String> others = before.stream().filter(id -> !taken.equals(Optional.of(id))).toList();
    store.crm().pulled().markDeleted(connection.id(), CrmKind.ACCOUNTS.name(), before);
    long marked = missing(others);
    if (taken.isPresent() || marked > 0) {
      notes.add(
          new ConnectionProblem.MergedThere(
              connection.name(),
              survivor.cells().getOrDefault("name", survivor.externalId()),
              survivor.externalId(),
              taken.orElse(""),
              others));
    }
  }

  /** The merged row has the values of the account that it was merged into: its name tells which. */
  private List<String> byLikeness(List<String> before, SeenRow survivor) {
    String name = survivor.cells().getOrDefault("name", "");
    List<String> ordered = new ArrayList<>(before);
    ordered.sort((one, other) -> Boolean.compare(isCalled(other, name), isCalled(one, name)));
    return ordered;
  }

  private boolean isCalled(String externalId, String name) {
    return store
        .accounts()
        .findByExternalId(connection.source(), externalId)
        .filter(account -> account.account().name().equals(name))
        .isPresent();
  }

  private void tell(String before, String now) {
    store
        .audit()
        .append(
            who,
            "crm.follow-merge",
            connection.id().toString(),
            json.writeValueAsString(Map.of("before", before, "now", now)));
  }
}
