package bailiwick.store.idempotency;

import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.time.Instant;
import java.util.Optional;

/** Remembers answers by idempotency key, per route. Thread-safe. */
public final class IdempotencyRepository {

  private final Database database;

  /** Remembers in a database. */
  public IdempotencyRepository(Database database) {
    this.database = database;
  }

  /** The answer remembered for a key. */
  public Optional<RememberedAnswer> find(String route, String key) {
    return database
        .jdbc()
        .sql(
            """
            SELECT request_hash, status, body FROM remembered_answer
            WHERE route = :route AND key = :key
            """)
        .param("route", route)
        .param("key", key)
        .query((row, number) ->
            new RememberedAnswer(
                Rows.text(row, "request_hash"), row.getInt("status"), Rows.text(row, "body")))
        .optional();
  }

  /** Remembers an answer; the first one stays. Returns the one that stays. */
  public RememberedAnswer remember(String route, String key, RememberedAnswer answer) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO remembered_answer (route, key, request_hash, status, body, created_at)
            VALUES (:route, :key, :hash, :status, :body, :now)
            ON CONFLICT DO NOTHING
            """)
        .param("route", route)
        .param("key", key)
        .param("hash", answer.requestHash())
        .param("status", answer.status())
        .param("body", answer.body())
        .param("now", Database.at(database.now()))
        .update();
    return find(route, key).orElseThrow();
  }

  /** Forgets answers older than a moment. Returns how many. */
  public int forgetBefore(Instant moment) {
    return database
        .jdbc()
        .sql("DELETE FROM remembered_answer WHERE created_at < :moment")
        .param("moment", Database.at(moment))
        .update();
  }
}
