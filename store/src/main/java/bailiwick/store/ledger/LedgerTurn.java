package bailiwick.store.ledger;

import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A writer's turn at the ledger of one layer, from taking it to the end of its transaction. Turns
 * of a layer follow one another, and each records at an instant of its own, later than the one
 * before: what was believed at an instant never changes afterwards.
 */
public final class LedgerTurn {

  private final Database database;
  private final LayerId layer;
  private final Instant recordedAt;

  private LedgerTurn(Database database, LayerId layer, Instant recordedAt) {
    this.database = database;
    this.layer = layer;
    this.recordedAt = recordedAt;
  }

  /** Waits for the turn and takes it. */
  public static LedgerTurn take(Database database, LayerId layer) {
    Instant last =
        database
            .jdbc()
            .sql("SELECT last_recorded_at FROM layer WHERE id = :layer FOR UPDATE")
            .param("layer", layer.value())
            .query((row, number) -> lastOrEpoch(Rows.findInstant(row, "last_recorded_at")))
            .optional()
            .orElseThrow(() -> Database.notFound("layer", layer));
    Instant now = database.now();
    Instant recordedAt = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    database
        .jdbc()
        .sql("UPDATE layer SET last_recorded_at = :at WHERE id = :layer")
        .param("at", Database.at(recordedAt))
        .param("layer", layer.value())
        .update();
    return new LedgerTurn(database, layer, recordedAt);
  }

  private static Instant lastOrEpoch(@Nullable Instant last) {
    return last == null ? Instant.EPOCH : last;
  }

  /** The instant of everything recorded in this turn. */
  public Instant recordedAt() {
    return recordedAt;
  }

  /** Records the act itself and returns its id. */
  public UUID record(Change change, @Nullable PublicationId publication) {
    UUID id = database.newId();
    database
        .jdbc()
        .sql(
            """
            INSERT INTO ledger_change (id, layer_id, cause, publication_id, who, why, recorded_at)
            VALUES (:id, :layer, :cause, :publication, :who, :why, :at)
            """)
        .param("id", id)
        .param("layer", layer.value())
        .param("cause", change.cause().name())
        .param("publication", publication == null ? null : publication.value(), Types.OTHER)
        .param("who", change.who())
        .param("why", change.why())
        .param("at", Database.at(recordedAt))
        .update();
    return id;
  }
}
