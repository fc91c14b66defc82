package bailiwick.store.publication;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Tells which accounts would go back to whom, of what an undo has prepared. */
final class UndoReport {

  /**
   * What is claimed, each with who has the account on the first day that changes: never before
   * {@code :from}, for what is restored is stated together with what it goes on from.
   */
  private static final String MOVES =
      """
      FROM (SELECT DISTINCT ON (key_id) key_id, value_id,
          greatest(lower(valid), CAST(:from AS date)) AS on_day
        FROM ownership_claim ORDER BY key_id, valid) AS claim
      JOIN account ON account.id = claim.key_id
      LEFT JOIN ownership AS held ON held.account_id = claim.key_id AND held.layer_id = :layer
        AND held.superseded_at IS NULL AND held.valid @> on_day
      LEFT JOIN territory AS before ON before.id = held.territory_id
      LEFT JOIN territory AS after ON after.id = claim.value_id
      """;

  private final Database database;

  UndoReport(Database database) {
    this.database = database;
  }

  /** Who would hand how much to whom, largest potential first. */
  List<DryRun.Flow> flows(LayerId layer, LocalDate from) {
    return ask(
            """
            SELECT coalesce(before.code, '') AS from_code, coalesce(after.code, '') AS to_code,
              count(*) AS accounts, sum(potential_cents) AS potential_cents,
              sum(workload_centihours) AS workload_centihours, sum(sales_cents) AS sales_cents,
              sum(pipeline_cents) AS pipeline_cents
            """
                + MOVES
                + "GROUP BY 1, 2 ORDER BY 4 DESC, 1, 2",
            layer,
            from)
        .query((row, number) ->
            new DryRun.Flow(
                Rows.text(row, "from_code"),
                Rows.text(row, "to_code"),
                row.getLong("accounts"),
                worth(row)))
        .list();
  }

  /** The accounts with the largest potential. */
  List<UndoPreview.GoingBack> largest(LayerId layer, LocalDate from) {
    return ask(
            """
            SELECT account.id, external_id, account.name, before.code AS from_code,
              after.code AS to_code, potential_cents
            """
                + MOVES
                + "ORDER BY potential_cents DESC, account.id LIMIT "
                + DryRun.SHOWN,
            layer,
            from)
        .query((row, number) ->
            new UndoPreview.GoingBack(
                new AccountId(Rows.id(row, "id")),
                Rows.text(row, "external_id"),
                Rows.text(row, "name"),
                code(row.getString("from_code")),
                code(row.getString("to_code")),
                row.getLong("potential_cents")))
        .list();
  }

  private StatementSpec ask(String sql, LayerId layer, LocalDate from) {
    return database.jdbc().sql(sql).param("layer", layer.value()).param("from", from);
  }

  private static @Nullable TerritoryCode code(@Nullable String code) {
    return code == null ? null : new TerritoryCode(code);
  }

  private static Worth worth(ResultSet row) throws SQLException {
    return new Worth(
        row.getLong("potential_cents"),
        row.getLong("workload_centihours"),
        row.getLong("sales_cents"),
        row.getLong("pipeline_cents"));
  }
}
