package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.database.Cursor;
import bailiwick.store.database.Database;
import bailiwick.store.database.Page;
import bailiwick.store.database.Rows;
import bailiwick.store.ledger.ProposedMove.Outcome;
import bailiwick.store.ledger.ProposedMove.Wanted;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps moves that wait for somebody: one at most for an account in a layer. Thread-safe. */
public final class ProposedMoves {

  private static final String SELECT = "SELECT move.* FROM proposed_move AS move ";

  private final Database database;

  /** Keeps them in a database. */
  public ProposedMoves(Database database) {
    this.database = database;
  }

  /**
   * Proposes moves, each in the place of the one that waits for its account. One that says the same
   * stays as it is.
   */
  public void propose(
      LayerId layer, PublicationId publication, Collection<Wanted> wanted, String who) {
    if (wanted.isEmpty()) {
      return;
    }
    database.inTransaction(() -> {
      stage(wanted);
      database
          .jdbc()
          .sql(
              """
              INSERT INTO proposed_move (id, account_id, layer_id, publication_id, from_code,
                to_code, rule, reason, proposed_at, proposed_by)
              SELECT id, account_id, :layer, :publication, from_code, to_code, rule, reason, :now,
                :who
              FROM move_staging
              ON CONFLICT (account_id, layer_id) WHERE outcome IS NULL DO UPDATE
              SET (publication_id, from_code, to_code, rule, reason, proposed_at, proposed_by)
                = (excluded.publication_id, excluded.from_code, excluded.to_code, excluded.rule,
                   excluded.reason, excluded.proposed_at, excluded.proposed_by)
              WHERE (proposed_move.from_code, proposed_move.to_code, proposed_move.rule)
                IS DISTINCT FROM (excluded.from_code, excluded.to_code, excluded.rule)
              """)
          .param("layer", layer.value())
          .param("publication", publication.value())
          .param("now", Database.at(database.now()))
          .param("who", who)
          .update();
      return wanted;
    });
  }

  private void stage(Collection<Wanted> wanted) {
    database
        .jdbc()
        .sql(
            """
            CREATE TEMP TABLE IF NOT EXISTS move_staging (id uuid, account_id uuid, from_code text,
              to_code text, rule text, reason text) ON COMMIT DROP;
            TRUNCATE move_staging
            """)
        .update();
    database.copyIn(
        "move_staging (id, account_id, from_code, to_code, rule, reason)",
        rows -> {
          for (Wanted move : wanted) {
            TerritoryCode to = move.to();
            rows.id(database.newId())
                .id(move.account().value())
                .text(move.from().value())
                .text(to == null ? null : to.value())
                .text(move.rule())
                .text(move.reason())
                .end();
          }
        });
  }

  /** Notes that moves of accounts need not be made any more; those that have none do not matter. */
  public void overtake(LayerId layer, Collection<AccountId> accounts, String who) {
    if (!accounts.isEmpty()) {
      settle(
          "layer_id = :layer AND account_id = ANY (:which)",
          layer,
          accounts.stream().map(AccountId::value).toArray(UUID[]::new),
          Outcome.OVERTAKEN,
          who);
    }
  }

  /**
   * Notes that the ledger says otherwise on a day than the moves of a layer begin with.
   *
   * @return how many there were
   */
  public int overtakeUnfounded(LayerId layer, LocalDate day, String who) {
    return database
        .jdbc()
        .sql(
            """
            UPDATE proposed_move AS move
            SET outcome = 'OVERTAKEN', settled_at = :now, settled_by = :who
            WHERE layer_id = :layer AND outcome IS NULL AND NOT (
            """
                + FOUNDED
                + ")")
        .param("now", Database.at(database.now()))
        .param("who", who)
        .param("layer", layer.value())
        .param("day", day)
        .update();
  }

  /** Notes what became of a move that waits. */
  public void settle(ProposedMove move, Outcome outcome, String who) {
    settle(
        "layer_id = :layer AND id = ANY (:which)",
        move.layer(),
        new UUID[] {move.id().value()},
        outcome,
        who);
  }

  private void settle(String which, LayerId layer, UUID[] ids, Outcome outcome, String who) {
    database
        .jdbc()
        .sql(
            "UPDATE proposed_move SET outcome = :outcome, settled_at = :now, settled_by = :who"
                + " WHERE outcome IS NULL AND "
                + which)
        .param("outcome", outcome.name())
        .param("now", Database.at(database.now()))
        .param("who", who)
        .param("layer", layer.value())
        .param("which", ids)
        .update();
  }

  /** Whether the ledger still names whom the move is to leave, and not by an exception. */
  private static final String FOUNDED =
      """
      NOT EXISTS (SELECT FROM excepted
        WHERE excepted.account_id = move.account_id AND excepted.layer_id = move.layer_id
          AND superseded_at IS NULL AND valid @> :day)
      AND EXISTS (SELECT FROM ownership AS held JOIN territory ON territory.id = held.territory_id
        WHERE held.account_id = move.account_id AND held.layer_id = move.layer_id
          AND held.superseded_at IS NULL AND held.valid @> :day AND territory.code = move.from_code)
      """;

  /** A move that waits. */
  public Optional<ProposedMove> find(MoveId id) {
    return database
        .jdbc()
        .sql(SELECT + "WHERE id = :id AND outcome IS NULL")
        .param("id", id.value())
        .query(ProposedMoves::map)
        .optional();
  }

  /** A page of the moves of a layer that wait on a day, the oldest first. */
  public Page<ProposedMove> list(LayerId layer, LocalDate day, @Nullable String cursor, int limit) {
    Cursor.requireLimit(limit);
    List<ProposedMove> rows =
        database
            .jdbc()
            .sql(
                SELECT
                    + "WHERE layer_id = :layer AND outcome IS NULL AND id > :after AND "
                    + FOUNDED
                    + " ORDER BY id LIMIT :limit")
            .param("layer", layer.value())
            .param("day", day)
            .param("after", Cursor.read(cursor).id())
            .param("limit", limit + 1)
            .query(ProposedMoves::map)
            .list();
    return Cursor.page(rows, limit, move -> new Cursor("", move.id().value()));
  }

  private static ProposedMove map(ResultSet row, int number) throws SQLException {
    String to = row.getString("to_code");
    return new ProposedMove(
        new MoveId(Rows.id(row, "id")),
        new AccountId(Rows.id(row, "account_id")),
        new LayerId(Rows.id(row, "layer_id")),
        new PublicationId(Rows.id(row, "publication_id")),
        new TerritoryCode(Rows.text(row, "from_code")),
        to == null ? null : new TerritoryCode(to),
        Rows.text(row, "rule"),
        Rows.text(row, "reason"),
        Rows.instant(row, "proposed_at"),
        Rows.text(row, "proposed_by"));
  }
}
