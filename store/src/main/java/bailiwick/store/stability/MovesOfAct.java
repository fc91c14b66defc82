package bailiwick.store.stability;

import bailiwick.store.database.Database;
import bailiwick.store.plan.LayerId;

/**
 * The moves of the accounts that an act is about to change: the days on which each gets another
 * owner when the act is recorded, set beside those on which it gets one as it stands.
 *
 * <p>What is about to be recorded stands in the table {@code ownership_claim}; placements of the
 * same act are recorded already. The moves are left in the temporary table {@code stability_move},
 * and whose the accounts will be in {@code stability_held}. All of it is a few statements over
 * sets, whatever the number of accounts.
 */
final class MovesOfAct {

  /** Who sits in which territory, as believed now. */
  static final String SERVED =
      """
      served AS MATERIALIZED (
        SELECT territory_id, representative_id, valid
        FROM seat JOIN placement ON placement.seat_id = seat.id
        WHERE superseded_at IS NULL
      )
      """;

  private static final String TABLES =
      """
      CREATE TEMP TABLE IF NOT EXISTS stability_held
        (account_id uuid, territory_id uuid, valid daterange, claimed boolean) ON COMMIT DROP;
      CREATE TEMP TABLE IF NOT EXISTS stability_move
        (account_id uuid, on_day date, from_id uuid, to_id uuid, from_person uuid, fresh boolean,
          begun date) ON COMMIT DROP;
      TRUNCATE stability_held, stability_move
      """;

  /** Whose the accounts will be. */
  private static final String HELD =
      """
      INSERT INTO stability_held (account_id, territory_id, valid, claimed)
      SELECT key_id, value_id, valid, true FROM ownership_claim WHERE value_id IS NOT NULL
      UNION ALL
      SELECT key_id, territory_id, piece, false
      FROM (SELECT key_id, range_agg(valid) AS days FROM ownership_claim GROUP BY key_id) AS claimed
      JOIN ownership AS held ON held.account_id = key_id AND held.layer_id = :layer
        AND held.superseded_at IS NULL
      CROSS JOIN unnest(datemultirange(valid) - days) AS piece
      """;

  /**
   * The moves as they will be. One is {@code fresh} when there is none on that day as it stands;
   * then {@code begun} is the first day of the period that ends with it, if the act brings the
   * period and the account goes back to whose it would be anyway: see {@link StabilityGovernor}.
   */
  private static final String MOVES =
      "WITH "
          + SERVED
          + """
          , step AS (
            SELECT either.*, lag(territory_id) OVER account AS from_id,
              lag(upper(valid)) OVER account AS left_day
            FROM (
              SELECT true AS after, account_id, territory_id, valid, claimed FROM stability_held
              UNION ALL
              SELECT false, account_id, territory_id, valid, false FROM ownership
              WHERE layer_id = :layer AND superseded_at IS NULL
                AND account_id IN (SELECT key_id FROM ownership_claim)
            ) AS either
            WINDOW account AS (PARTITION BY after, account_id ORDER BY valid)
          ), move AS MATERIALIZED (
            SELECT after, account_id, claimed, lower(step.valid) AS on_day, from_id,
              step.territory_id AS to_id, leaving.representative_id AS from_person
            FROM step
            JOIN territory AS before ON before.id = from_id
            JOIN territory AS next ON next.id = step.territory_id AND next.code <> before.code
            LEFT JOIN served AS leaving
              ON leaving.territory_id = from_id AND leaving.valid @> left_day - 1
            LEFT JOIN served AS coming
              ON coming.territory_id = step.territory_id AND coming.valid @> lower(step.valid)
            WHERE lower(step.valid) < left_day + interval '12 months'
              AND coalesce(leaving.representative_id <> coming.representative_id, true)
          ), period AS (
            SELECT key_id, unnest(range_agg(valid)) AS valid FROM ownership_claim
            GROUP BY key_id, value_id
          )
          INSERT INTO stability_move (account_id, on_day, from_id, to_id, from_person, fresh, begun)
          SELECT now.account_id, now.on_day, now.from_id, now.to_id, now.from_person,
            was.on_day IS NULL,
            CASE WHEN (begins.on_day IS NULL) <> (began.on_day IS NULL) THEN lower(period.valid) END
          FROM move AS now
          LEFT JOIN move AS was
            ON NOT was.after AND was.account_id = now.account_id AND was.on_day = now.on_day
          LEFT JOIN period ON period.key_id = now.account_id AND upper(period.valid) = now.on_day
            AND NOT now.claimed AND was.on_day IS NULL
          LEFT JOIN move AS begins ON begins.after AND begins.account_id = period.key_id
            AND begins.on_day = lower(period.valid)
          LEFT JOIN move AS began ON NOT began.after AND began.account_id = period.key_id
            AND began.on_day = lower(period.valid)
          WHERE now.after
          """;

  private final Database database;

  MovesOfAct(Database database) {
    this.database = database;
  }

  /** Fills the two tables anew. */
  void find(LayerId layer) {
    database.jdbc().sql(TABLES).update();
    database.jdbc().sql(HELD).param("layer", layer.value()).update();
    database.jdbc().sql("ANALYZE stability_held").update();
    database.jdbc().sql(MOVES).param("layer", layer.value()).update();
    database.jdbc().sql("ANALYZE stability_move").update();
  }
}
