package bailiwick.store.publication;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.publication.Preparation.Prepared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Counts what a prepared publication would change. */
final class DryRunReport {

  /**
   * The news, each with the account and who has it on the day on which they take effect. An account
   * with an exception may have news before and after it; the first count.
   */
  private static final String MOVES =
      """
      FROM (SELECT DISTINCT ON (key_id) key_id, value_id, lower(valid) AS on_day
        FROM ownership_claim ORDER BY key_id, valid) AS claim
      JOIN account ON account.id = claim.key_id
      LEFT JOIN ownership AS held ON held.account_id = claim.key_id AND held.layer_id = :layer
        AND held.superseded_at IS NULL AND held.valid @> on_day
      LEFT JOIN territory AS before ON before.id = held.territory_id
      LEFT JOIN territory AS after ON after.id = claim.value_id
      """;

  private final Database database;

  DryRunReport(Database database) {
    this.database = database;
  }

  DryRun count(Prepared prepared, Decisions decisions) {
    List<DryRun.Flow> flows = flows(prepared);
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
        flows,
        largest(prepared),
        List.of());
  }

  private List<DryRun.Flow> flows(Prepared prepared) {
    return bind(
            """
            SELECT coalesce(before.code, '') AS from_code, coalesce(after.code, '') AS to_code,
              count(*) AS accounts, sum(potential_cents) AS potential_cents,
              sum(workload_centihours) AS workload_centihours, sum(sales_cents) AS sales_cents,
              sum(pipeline_cents) AS pipeline_cents
            """
                + MOVES
                + "GROUP BY 1, 2 ORDER BY 4 DESC, 1, 2",
            prepared)
        .query((row, number) ->
            new DryRun.Flow(
                Rows.text(row, "from_code"),
                Rows.text(row, "to_code"),
                row.getLong("accounts"),
                worth(row)))
        .list();
  }

  private List<AccountMove> largest(Prepared prepared) {
    return bind(
            """
            SELECT account.id, external_id, account.name, coalesce(before.code, '') AS from_code,
              coalesce(after.code, '') AS to_code, potential_cents, workload_centihours,
              sales_cents, pipeline_cents
            """
                + MOVES
                + "ORDER BY potential_cents DESC, account.id LIMIT :limit",
            prepared)
        .param("limit", DryRun.SHOWN)
        .query((row, number) ->
            new AccountMove(
                new AccountId(Rows.id(row, "id")),
                Rows.text(row, "external_id"),
                Rows.text(row, "name"),
                Rows.text(row, "from_code"),
                Rows.text(row, "to_code"),
                worth(row)))
        .list();
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
