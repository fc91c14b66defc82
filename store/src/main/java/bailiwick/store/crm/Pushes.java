package bailiwick.store.crm;

import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps pushes row by row: what shall be written, what was sent, what came of it. Thread-safe. */
public final class Pushes {

  private static final String NEWEST = "SELECT * FROM crm_push WHERE connection_id = :connection ";

  private final Database database;

  Pushes(Database database) {
    this.database = database;
  }

  /** Begins a push with its rows, all open. A connection has one open push at most. */
  public PushId start(
      ConnectionId connection, LocalDate on, String who, Collection<PlannedRow> rows) {
    PushId id = new PushId(database.newId());
    return database.inTransaction(() -> {
      database
          .jdbc()
          .sql(
              """
              INSERT INTO crm_push (id, connection_id, on_day, pushed_by, started_at)
              VALUES (:id, :connection, :on, :who, :now)
              """)
          .param("id", id.value())
          .param("connection", connection.value())
          .param("on", on)
          .param("who", who)
          .param("now", Database.at(database.now()))
          .update();
      database.copyIn(
          "crm_push_row (push_id, external_id, name, base, owner_before, owner, territory_before,"
              + " territory)",
          copy ->
              rows.forEach(row ->
                  copy.id(id.value())
                      .text(row.externalId())
                      .text(row.name())
                      .text(row.base().toString())
                      .text(row.ownerBefore())
                      .text(row.owner())
                      .text(row.territoryBefore())
                      .text(row.territory())
                      .end()));
      return id;
    });
  }

  /** The push of a connection with open rows, or that nobody ended; empty when there is none. */
  public Optional<Push> findOpen(ConnectionId connection) {
    return find(connection, "AND finished_at IS NULL");
  }

  /** The last push of a connection; empty when there was none. */
  public Optional<Push> findLast(ConnectionId connection) {
    return find(connection, "ORDER BY started_at DESC, id DESC LIMIT 1");
  }

  private Optional<Push> find(ConnectionId connection, String which) {
    return database
        .jdbc()
        .sql(NEWEST + which)
        .param("connection", connection.value())
        .query((row, number) ->
            new Push(
                new PushId(Rows.id(row, "id")),
                connection,
                Rows.day(row, "on_day"),
                Rows.text(row, "pushed_by"),
                Rows.instant(row, "started_at"),
                Rows.findInstant(row, "finished_at"),
                counts(new PushId(Rows.id(row, "id")))))
        .optional();
  }

  private Map<String, Long> counts(PushId push) {
    Map<String, Long> counts = new HashMap<>();
    database
        .jdbc()
        .sql(
            """
            SELECT coalesce(outcome, 'OPEN') AS outcome, count(*) AS rows FROM crm_push_row
            WHERE push_id = :push GROUP BY 1
            """)
        .param("push", push.value())
        .query(row -> {
          counts.put(Rows.text(row, "outcome"), row.getLong("rows"));
        });
    return counts;
  }

  /** The next open rows, at most so many; those sent before come first. */
  public List<PlannedRow> next(PushId push, int most) {
    return database
        .jdbc()
        .sql(
            """
            SELECT * FROM crm_push_row WHERE push_id = :push AND outcome IS NULL
            ORDER BY sent DESC, external_id LIMIT :most
            """)
        .param("push", push.value())
        .param("most", most)
        .query((row, number) -> planned(row))
        .list();
  }

  /** Notes rows as sent. */
  public void sent(PushId push, List<String> externalIds) {
    database
        .jdbc()
        .sql("UPDATE crm_push_row SET sent = true WHERE push_id = :push AND external_id IN (:ids)")
        .param("push", push.value())
        .param("ids", externalIds)
        .update();
  }

  /**
   * Notes what came of a row, and what the CRM holds of it now.
   *
   * @param outcome such as {@code WRITTEN}
   * @param held whether the CRM holds what was to be written, so that the row counts as seen
   * @param version the CRM's stamp now, null when it has the row no more
   */
  public void settle(
      PushId push,
      String externalId,
      String outcome,
      String message,
      boolean held,
      @Nullable Instant version,
      String ownerNow,
      String territoryNow) {
    database.inTransaction(() -> {
      if (held) {
        see(push, externalId, version, ownerNow, territoryNow);
      }
      return database
          .jdbc()
          .sql(
              """
              UPDATE crm_push_row
              SET (outcome, message, owner_now, territory_now)
                = (:outcome, :message, :owner, :territory)
              WHERE push_id = :push AND external_id = :externalId AND outcome IS NULL
              """)
          .param("outcome", outcome)
          .param("message", message.replace("\0", ""))
          .param("owner", ownerNow)
          .param("territory", territoryNow)
          .param("push", push.value())
          .param("externalId", externalId)
          .update();
    });
  }

  /** What we wrote is what the CRM is known to hold; the next pull loads it. */
  private void see(
      PushId push,
      String externalId,
      @Nullable Instant version,
      String ownerNow,
      String territoryNow) {
    database
        .jdbc()
        .sql(
            """
            UPDATE crm_record
            SET version = :version, pending = true,
              cells = jsonb_strip_nulls(cells || jsonb_build_object(
                'owner', nullif(:owner, ''), 'territory', nullif(:territory, '')))
            WHERE connection_id = (SELECT connection_id FROM crm_push WHERE id = :push)
              AND kind = 'ACCOUNTS' AND external_id = :externalId
            """)
        .param("version", Database.at(version), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("owner", ownerNow)
        .param("territory", territoryNow)
        .param("push", push.value())
        .param("externalId", externalId)
        .update();
  }

  /** Closes the open rows of a push that were never sent: a newer plan takes their place. */
  public void supersedeUnsent(PushId push) {
    database
        .jdbc()
        .sql(
            """
            UPDATE crm_push_row SET outcome = 'SUPERSEDED'
            WHERE push_id = :push AND outcome IS NULL AND NOT sent
            """)
        .param("push", push.value())
        .update();
  }

  /** Ends the open push of a connection, if any: nothing more is known of what it wrote over. */
  void supersede(ConnectionId connection) {
    findOpen(connection)
        .ifPresent(open -> {
          database
              .jdbc()
              .sql(
                  """
                  UPDATE crm_push_row SET outcome = 'SUPERSEDED'
                  WHERE push_id = :push AND outcome IS NULL
                  """)
              .param("push", open.id().value())
              .update();
          finish(open.id());
        });
  }

  /** Ends a push that has no open rows. */
  public void finish(PushId push) {
    database
        .jdbc()
        .sql("UPDATE crm_push SET finished_at = :now WHERE id = :push AND finished_at IS NULL")
        .param("now", Database.at(database.now()))
        .param("push", push.value())
        .update();
  }

  /** Rows of a push with an outcome, by id, at most so many. */
  public List<PushedRow> rows(PushId push, String outcome, int most) {
    return database
        .jdbc()
        .sql(
            """
            SELECT * FROM crm_push_row WHERE push_id = :push AND outcome = :outcome
            ORDER BY external_id LIMIT :most
            """)
        .param("push", push.value())
        .param("outcome", outcome)
        .param("most", most)
        .query((row, number) ->
            new PushedRow(
                planned(row),
                row.getString("outcome"),
                Rows.text(row, "owner_now"),
                Rows.text(row, "territory_now"),
                Rows.text(row, "message")))
        .list();
  }

  private static PlannedRow planned(ResultSet row) throws SQLException {
    return new PlannedRow(
        Rows.text(row, "external_id"),
        Rows.text(row, "name"),
        Rows.instant(row, "base"),
        Rows.text(row, "owner_before"),
        row.getString("owner"),
        Rows.text(row, "territory_before"),
        row.getString("territory"),
        row.getBoolean("sent"));
  }
}
