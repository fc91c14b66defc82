package bailiwick.store.publication;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.publication.Preparation.Prepared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Counts what a prepared publication would change. */
final class DryRunReport {

  private static final int FETCH_SIZE = 5_000;

  private static final String TABLE =
      """
      DROP TABLE IF EXISTS publication_move;
      CREATE TEMP TABLE publication_move (id uuid, on_day date, from_code text, to_code text,
        loser uuid, winner uuid, potential_cents bigint, workload_centihours bigint,
        sales_cents bigint, pipeline_cents bigint, open_cents bigint, months bigint)
        ON COMMIT DROP
      """;

  /**
   * The news, each with the account and who has it on the day on which they take effect. An account
   * with an exception may have news before and after it; the first count.
   */
  private static final String MOVES =
      """
      INSERT INTO publication_move
      SELECT account.id, on_day, coalesce(before.code, ''), coalesce(after.code, ''),
        placement.representative_id, wanted.representative_id, potential_cents, workload_centihours, sales_cents,
        pipeline_cents, 0, 0
      FROM (SELECT DISTINCT ON (key_id) key_id, value_id, lower(valid) AS on_day
        FROM ownership_claim ORDER BY key_id, valid) AS claim
      JOIN account ON account.id = claim.key_id
      LEFT JOIN ownership AS held ON held.account_id = claim.key_id AND held.layer_id = :layer
        AND held.superseded_at IS NULL AND held.valid @> on_day
      LEFT JOIN territory AS before ON before.id = held.territory_id
      LEFT JOIN territory AS after ON after.id = claim.value_id
      LEFT JOIN seat ON seat.territory_id = held.territory_id AND role = 'owner'
      LEFT JOIN placement ON placement.seat_id = seat.id
        AND placement.superseded_at IS NULL AND placement.valid @> on_day
      LEFT JOIN scenario_territory AS wanted ON wanted.scenario_id = :scenario
        AND wanted.code = after.code
      """;

  private static final String OPEN_PIPELINE =
      """
      UPDATE publication_move AS move SET open_cents = deals.cents
      FROM (SELECT coalesce(merged_into, account.id) AS id, sum(amount_cents) AS cents
        FROM deal JOIN account ON account.id = deal.account_id
        WHERE state = 'OPEN' GROUP BY 1) AS deals
      WHERE deals.id = move.id
      """;

  /** Stretches of one person join over territories and seats: the relationship is the person's. */
  private static final String MONTHS =
      """
      UPDATE publication_move AS move
      SET months = extract(year FROM age(move.on_day, since))::bigint * 12
        + extract(month FROM age(move.on_day, since))::bigint
      FROM (SELECT id, lower(stretch) AS since
        FROM (SELECT move.id, move.on_day,
            unnest(range_agg(held.valid * placed.valid)) AS stretch
          FROM publication_move AS move
          JOIN ownership AS held ON held.account_id = move.id AND held.layer_id = :layer
            AND held.superseded_at IS NULL AND lower(held.valid) <= on_day
          JOIN seat ON seat.territory_id = held.territory_id AND role = 'owner'
          JOIN placement AS placed ON placed.seat_id = seat.id AND placed.superseded_at IS NULL
            AND placed.representative_id = move.loser AND placed.valid && held.valid
          WHERE loser IS DISTINCT FROM winner
          GROUP BY move.id, move.on_day) AS stretches
        WHERE stretch @> on_day) AS relationship
      WHERE relationship.id = move.id
      """;

  private final Database database;

  DryRunReport(Database database) {
    this.database = database;
  }

  DryRun count(Prepared prepared, Decisions decisions, Basis basis) {
    stage(prepared);
    List<DryRun.Flow> flows = flows();
    Worth worth = flows.stream().map(DryRun.Flow::worth).reduce(Worth.NONE, Worth::plus);
    long gained =
        flows.stream().filter(f -> f.from().isEmpty()).mapToLong(DryRun.Flow::accounts).sum();
    long lost = flows.stream().filter(f -> f.to().isEmpty()).mapToLong(DryRun.Flow::accounts).sum();
    return new DryRun(
        decisions.size(),
        prepared.moved(),
        changingRepresentative(prepared),
        gained,
        lost,
        worth,
        relations(),
        flows,
        largest(),
        List.of(),
        basis);
  }

  private void stage(Prepared prepared) {
    database.jdbc().sql(TABLE).update();
    bind(MOVES, prepared).param("scenario", prepared.scenario().id().value()).update();
    database.jdbc().sql("ANALYZE publication_move").update();
    database.jdbc().sql(OPEN_PIPELINE).update();
    bind(MONTHS, prepared).update();
  }

  private List<DryRun.Flow> flows() {
    return database
        .jdbc()
        .sql(
            """
            SELECT from_code, to_code, count(*) AS accounts,
              sum(potential_cents) AS potential_cents,
              sum(workload_centihours) AS workload_centihours, sum(sales_cents) AS sales_cents,
              sum(pipeline_cents) AS pipeline_cents
            FROM publication_move GROUP BY 1, 2 ORDER BY 4 DESC, 1, 2
            """)
        .query((row, number) ->
            new DryRun.Flow(
                Rows.text(row, "from_code"),
                Rows.text(row, "to_code"),
                row.getLong("accounts"),
                worth(row)))
        .list();
  }

  private Relations relations() {
    return database
        .jdbc()
        .sql("SELECT sum(open_cents) AS open_cents, sum(months) AS months FROM publication_move")
        .query((row, number) -> relations(row))
        .single();
  }

  private static Relations relations(ResultSet row) throws SQLException {
    return new Relations(row.getLong("open_cents"), row.getLong("months"));
  }

  private List<AccountMove> largest() {
    List<AccountMove> largest = new ArrayList<>();
    select(" LIMIT " + DryRun.SHOWN)
        .query(row -> {
          largest.add(move(row));
        });
    return largest;
  }

  void forEachMove(Prepared prepared, Consumer<AccountMove> consumer) {
    stage(prepared);
    select("")
        .withFetchSize(FETCH_SIZE)
        .query(row -> {
          consumer.accept(move(row));
        });
  }

  private StatementSpec select(String limit) {
    return database
        .jdbc()
        .sql(
            """
            SELECT move.*, account.external_id, account.name, coalesce(loser.name, '') AS from_person,
              coalesce(winner.name, '') AS to_person
            FROM publication_move AS move
            JOIN account ON account.id = move.id
            LEFT JOIN representative AS loser ON loser.id = move.loser
            LEFT JOIN representative AS winner ON winner.id = move.winner
            ORDER BY move.potential_cents DESC, move.id
            """
                + limit);
  }

  private static AccountMove move(ResultSet row) throws SQLException {
    return new AccountMove(
        new AccountId(Rows.id(row, "id")),
        Rows.text(row, "external_id"),
        Rows.text(row, "name"),
        Rows.text(row, "from_code"),
        Rows.text(row, "to_code"),
        Rows.text(row, "from_person"),
        Rows.text(row, "to_person"),
        worth(row),
        relations(row));
  }

  /** Another person may come without a new territory, and a new territory without one. */
  private long changingRepresentative(Prepared prepared) {
    return bind(
            """
            SELECT count(*)
            FROM (SELECT DISTINCT ON (key_id) key_id, value_id, from_day FROM ownership_stated
              ORDER BY key_id, from_day) AS stated
            LEFT JOIN ownership AS held ON held.account_id = stated.key_id
              AND held.layer_id = :layer AND held.superseded_at IS NULL AND held.valid @> from_day
            LEFT JOIN seat ON seat.territory_id = held.territory_id
            LEFT JOIN placement ON placement.seat_id = seat.id
              AND placement.superseded_at IS NULL AND placement.valid @> from_day
            LEFT JOIN territory AS after ON after.id = stated.value_id
            LEFT JOIN scenario_territory ON scenario_id = :scenario
              AND scenario_territory.code = after.code
            WHERE placement.representative_id
              IS DISTINCT FROM scenario_territory.representative_id
            """,
            prepared)
        .param("scenario", prepared.scenario().id().value())
        .query(Long.class)
        .single();
  }

  private StatementSpec bind(String sql, Prepared prepared) {
    return database.jdbc().sql(sql).param("layer", prepared.plan().layer().value());
  }

  private static Worth worth(ResultSet row) throws SQLException {
    return new Worth(
        row.getLong("potential_cents"),
        row.getLong("workload_centihours"),
        row.getLong("sales_cents"),
        row.getLong("pipeline_cents"));
  }
}
