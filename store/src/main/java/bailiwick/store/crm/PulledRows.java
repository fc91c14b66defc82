package bailiwick.store.crm;

import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rows of CRMs as they were when we last looked, and how far that was. Thread-safe. */
public final class PulledRows {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int FETCH_SIZE = 2_000;

  /** A newer row replaces an older one; it is pending where what is loaded of it differs. */
  private static final String KEEP =
      """
      INSERT INTO crm_record AS known
        (connection_id, kind, external_id, version, deleted, cells, pending)
      SELECT :connection, :kind, fresh ->> 'id', CAST(fresh ->> 'version' AS timestamptz),
        CAST(fresh ->> 'deleted' AS boolean), fresh -> 'cells', true
      FROM jsonb_array_elements(CAST(:rows AS jsonb)) AS fresh
      ON CONFLICT (connection_id, kind, external_id) DO UPDATE
      SET version = excluded.version, deleted = excluded.deleted, cells = excluded.cells,
        pending = known.pending OR (known.cells, known.deleted)
          IS DISTINCT FROM (excluded.cells, excluded.deleted)
      WHERE excluded.version >= known.version
      """;

  private final Database database;

  PulledRows(Database database) {
    this.database = database;
  }

  /** How far each kind of a connection was pulled; those never begun are left out. */
  public List<PullState> states(ConnectionId connection) {
    return database
        .jdbc()
        .sql("SELECT * FROM crm_position WHERE connection_id = :connection")
        .param("connection", connection.value())
        .query((row, number) ->
            new PullState(
                Rows.text(row, "kind"),
                Rows.findInstant(row, "since"),
                Rows.text(row, "page"),
                Rows.findInstant(row, "pulled_at"),
                row.getString("report")))
        .list();
  }

  /**
   * Keeps a page of rows and the place behind it, both or neither. An id may come once in a page.
   *
   * @param since null before the first pull ended
   */
  public void keep(
      ConnectionId connection,
      String kind,
      List<SeenRow> rows,
      @Nullable Instant since,
      String page) {
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(KEEP)
          .param("connection", connection.value())
          .param("kind", kind)
          .param("rows", json(rows))
          .update();
      return database
          .jdbc()
          .sql(
              """
              INSERT INTO crm_position (connection_id, kind, since, page)
              VALUES (:connection, :kind, :since, :page)
              ON CONFLICT (connection_id, kind) DO UPDATE
              SET (since, page) = (excluded.since, excluded.page)
              """)
          .param("connection", connection.value())
          .param("kind", kind)
          .param("since", Database.at(since), Types.TIMESTAMP_WITH_TIMEZONE)
          .param("page", page)
          .update();
    });
  }

  /** Forgets the rows of a connection and how far they were pulled. */
  void forget(ConnectionId connection) {
    for (String table : List.of("crm_record", "crm_position")) {
      database
          .jdbc()
          .sql("DELETE FROM " + table + " WHERE connection_id = :connection")
          .param("connection", connection.value())
          .update();
    }
  }

  private static String json(List<SeenRow> rows) {
    Map<String, Map<String, Object>> byId = new HashMap<>();
    rows.forEach(row ->
        byId.put(
            row.externalId(),
            Map.of(
                "id", row.externalId(),
                "version", row.version().toString(),
                "deleted", row.deleted(),
                "cells", clean(row.cells()))));
    return JSON.writeValueAsString(byId.values());
  }

  /** The database keeps no NUL characters. */
  private static Map<String, String> clean(Map<String, String> cells) {
    Map<String, String> clean = new HashMap<>();
    cells.forEach((field, text) -> clean.put(field, text.replace("\0", "")));
    return clean;
  }

  /**
   * Hands out the rows of a kind that are still in the CRM, by id.
   *
   * @param pendingOnly only those that differ from what was last loaded
   */
  public void forEach(
      ConnectionId connection, String kind, boolean pendingOnly, Consumer<SeenRow> consumer) {
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(
              "SELECT * FROM crm_record WHERE connection_id = :connection AND kind = :kind"
                  + " AND NOT deleted"
                  + (pendingOnly ? " AND pending" : "")
                  + " ORDER BY external_id")
          .withFetchSize(FETCH_SIZE)
          .param("connection", connection.value())
          .param("kind", kind)
          .query(row -> {
            consumer.accept(map(row));
          });
      return consumer;
    });
  }

  private static SeenRow map(ResultSet row) throws SQLException {
    return new SeenRow(
        Rows.text(row, "external_id"),
        Rows.instant(row, "version"),
        row.getBoolean("deleted"),
        cells(Rows.text(row, "cells")));
  }

  private static Map<String, String> cells(String json) {
    Map<String, String> cells = new HashMap<>();
    for (Map.Entry<String, JsonNode> cell : JSON.readTree(json).properties()) {
      cells.put(cell.getKey(), cell.getValue().asString());
    }
    return cells;
  }

  /** How many rows of a kind wait to be loaded: those to take in, and those deleted in the CRM. */
  public Pending pending(ConnectionId connection, String kind) {
    return database
        .jdbc()
        .sql(
            """
            SELECT count(*) FILTER (WHERE NOT deleted) AS rows,
              count(*) FILTER (WHERE deleted) AS deleted
            FROM crm_record WHERE connection_id = :connection AND kind = :kind AND pending
            """)
        .param("connection", connection.value())
        .param("kind", kind)
        .query((row, number) -> new Pending(row.getLong("rows"), row.getLong("deleted")))
        .single();
  }

  /** Ids of rows that were deleted in the CRM since the last load, in order. */
  public List<String> deletedIds(ConnectionId connection, String kind) {
    return database
        .jdbc()
        .sql(
            """
            SELECT external_id FROM crm_record
            WHERE connection_id = :connection AND kind = :kind AND pending AND deleted
            ORDER BY external_id
            """)
        .param("connection", connection.value())
        .param("kind", kind)
        .query((row, number) -> Rows.text(row, "external_id"))
        .list();
  }

  /** Notes that the CRM has rows no longer, though no page of it says so. */
  public void markDeleted(ConnectionId connection, String kind, Collection<String> externalIds) {
    database
        .jdbc()
        .sql(
            """
            UPDATE crm_record SET deleted = true, pending = true
            WHERE connection_id = :connection AND kind = :kind AND external_id = ANY (:ids)
              AND NOT deleted
            """)
        .param("connection", connection.value())
        .param("kind", kind)
        .param("ids", externalIds.toArray(String[]::new))
        .update();
  }

  /** Rows that wait to be loaded, and rows that were deleted in the CRM since the last load. */
  public record Pending(long rows, long deleted) {}

  /** Notes that all rows of a kind are loaded, and what they came to as JSON. */
  public void loaded(ConnectionId connection, String kind, String report) {
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(
              """
              UPDATE crm_record SET pending = false
              WHERE connection_id = :connection AND kind = :kind AND pending
              """)
          .param("connection", connection.value())
          .param("kind", kind)
          .update();
      return database
          .jdbc()
          .sql(
              """
              UPDATE crm_position SET pulled_at = :now, report = CAST(:report AS json)
              WHERE connection_id = :connection AND kind = :kind
              """)
          .param("now", Database.at(database.now()))
          .param("report", report)
          .param("connection", connection.value())
          .param("kind", kind)
          .update();
    });
  }

  /**
   * The accounts of a connection that somebody owns on a day, beside what the CRM holds of them.
   * People are known to the CRM by their id there, or by their mail address.
   */
  public void forEachOwned(
      StoredConnection connection, LocalDate day, Consumer<OwnedRow> consumer) {
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(
              """
              SELECT seen.external_id, account.name, seen.version,
                coalesce(seen.cells ->> 'owner', '') AS owner_held,
                coalesce(seen.cells ->> 'territory', '') AS territory_held,
                coalesce(person.name, '') AS person,
                coalesce(known.external_id, mailed.external_id) AS owner,
                territory.name AS territory
              FROM crm_record AS seen
              JOIN account ON account.source = :source AND account.external_id = seen.external_id
              JOIN ownership AS held ON held.account_id = coalesce(account.merged_into, account.id)
                AND held.layer_id = :layer AND held.superseded_at IS NULL AND held.valid @> :day
              JOIN territory ON territory.id = held.territory_id
              LEFT JOIN seat ON seat.territory_id = territory.id
              LEFT JOIN placement ON placement.seat_id = seat.id
                AND placement.superseded_at IS NULL AND placement.valid @> :day
              LEFT JOIN representative AS person ON person.id = placement.representative_id
              LEFT JOIN crm_record AS known ON known.connection_id = seen.connection_id
                AND known.kind = 'PEOPLE' AND person.source = :source
                AND known.external_id = person.external_id AND NOT known.deleted
              LEFT JOIN LATERAL (
                SELECT external_id FROM crm_record AS one
                WHERE one.connection_id = seen.connection_id AND one.kind = 'PEOPLE'
                  AND NOT one.deleted AND person.email <> ''
                  AND lower(one.cells ->> 'email') = lower(person.email)
                ORDER BY one.cells ->> 'left' IS NOT NULL, external_id LIMIT 1
              ) AS mailed ON true
              WHERE seen.connection_id = :connection AND seen.kind = 'ACCOUNTS'
                AND NOT seen.deleted
              ORDER BY seen.external_id
              """)
          .withFetchSize(FETCH_SIZE)
          .param("source", connection.source())
          .param("connection", connection.id().value())
          .param("layer", LayerId.NEW_BUSINESS.value())
          .param("day", day)
          .query(row -> {
            consumer.accept(owned(row));
          });
      return consumer;
    });
  }

  private static OwnedRow owned(ResultSet row) throws SQLException {
    return new OwnedRow(
        Rows.text(row, "external_id"),
        Rows.text(row, "name"),
        Rows.instant(row, "version"),
        Rows.text(row, "owner_held"),
        Rows.text(row, "territory_held"),
        Rows.text(row, "person"),
        row.getString("owner"),
        Rows.text(row, "territory"));
  }
}
