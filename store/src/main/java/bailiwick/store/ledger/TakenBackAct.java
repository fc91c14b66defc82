package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what one act did to the ledger: every day that it changed, and nobody has changed
 * since, becomes again what it was before. Days that a later act changed stay as they are. What is
 * restored keeps the act that first stated it, so that this one can be taken back in its turn.
 *
 * <p>Must run within one transaction of the caller, who has taken the layer's {@link LedgerTurn}.
 */
public final class TakenBackAct {

  /**
   * What stood before an act on each day that it changed.
   *
   * <p>{@code written} are the facts it stated, {@code replaced} those it ended, without the parts
   * that it left as they were. A day is standing when it is changed and the fact there now is the
   * act's own, or there is none where it left none.
   */
  private static final String DAYS =
      """
      WITH written AS (
        SELECT key_id, range_agg(valid) AS days FROM ($rows) AS kept
        WHERE change_id = :act AND recorded_at = $instant AND origin_id = :act GROUP BY key_id
      ), left_over AS (
        SELECT key_id, range_agg(valid) AS days FROM ($rows) AS kept
        WHERE change_id = :act AND recorded_at = $instant AND origin_id <> :act GROUP BY key_id
      ), replaced AS (
        SELECT ended.key_id, value_id, origin_id, piece
        FROM ($rows) AS ended
        LEFT JOIN left_over ON left_over.key_id = ended.key_id
        CROSS JOIN unnest(datemultirange(valid) - coalesce(days, '{}')) AS piece
        WHERE superseded_by = :act
      ), changed AS (
        SELECT key_id, range_agg(piece) AS days FROM (
          SELECT key_id, unnest(days) AS piece FROM written
          UNION ALL SELECT key_id, piece FROM replaced) AS either
        GROUP BY key_id
      ), today AS (
        SELECT changed.key_id, range_agg(piece) AS days,
          range_agg(piece) FILTER (WHERE origin_id <> :act) AS others
        FROM changed JOIN ($now) AS now ON now.key_id = changed.key_id
        GROUP BY changed.key_id
      ), standing AS MATERIALIZED (
        SELECT changed.key_id, changed.days AS changed,
          changed.days - coalesce(others, '{}')
            - (coalesce(written.days, '{}') - coalesce(today.days, '{}')) AS days
        FROM changed
        LEFT JOIN written ON written.key_id = changed.key_id
        LEFT JOIN today ON today.key_id = changed.key_id
      )
      """;

  private static final String STATE =
      DAYS
          + """
          , restored AS (
            SELECT key_id, value_id, origin_id, part
            FROM replaced JOIN standing USING (key_id), unnest(datemultirange(piece) * days) AS part
          ), whole AS ( -- with what is left of the same fact beside it
            SELECT key_id, value_id, origin_id, range_agg(part) AS parts
            FROM (
              TABLE restored
              UNION ALL
              SELECT now.key_id, now.value_id, now.origin_id, now.piece
              FROM ($now) AS now
              JOIN restored ON restored.key_id = now.key_id AND restored.value_id = now.value_id
                AND restored.origin_id = now.origin_id AND restored.part -|- now.piece
            ) AS beside
            GROUP BY key_id, value_id, origin_id
          ), stated AS (
            INSERT INTO $table_stated (key_id, value_id, from_day, until_day, origin_id)
            SELECT key_id, value_id, lower(part), upper(part), origin_id
            FROM whole, unnest(parts) AS part
          ), nobody AS (
            INSERT INTO $table_stated (key_id, value_id, from_day, until_day)
            SELECT standing.key_id, CAST(NULL AS uuid), lower(part), upper(part)
            FROM standing
            LEFT JOIN (SELECT key_id, range_agg(piece) AS days FROM replaced GROUP BY key_id) AS had
              ON had.key_id = standing.key_id
            CROSS JOIN unnest(standing.days - coalesce(had.days, '{}')) AS part
          )
          SELECT count(*) FILTER (WHERE days <> changed) FROM standing
          """;

  /** Of the accounts that stay on some day, the act after which, and from when. */
  private static final String STAYING =
      DAYS
          + """
          , other AS (
            SELECT standing.key_id, value_id, origin_id AS act_id, lower(piece) AS from_day
            FROM standing
            JOIN ($now) AS now ON now.key_id = standing.key_id AND piece && changed
            WHERE standing.days <> changed AND origin_id <> :act
          ), nobody AS (
            SELECT standing.key_id, CAST(NULL AS uuid), superseded_by, lower(valid)
            FROM standing
            JOIN ($rows) AS gone ON gone.key_id = standing.key_id AND origin_id = :act
            WHERE standing.days <> changed AND superseded_by IS NOT NULL
              AND standing.key_id NOT IN (SELECT key_id FROM other)
          )
          SELECT since.key_id, external_id, account.name, code, from_day, cause, who, why,
            recorded_at
          FROM (SELECT DISTINCT ON (key_id) * FROM (TABLE other UNION ALL TABLE nobody) AS either
            ORDER BY key_id, from_day) AS since
          JOIN account ON account.id = since.key_id
          JOIN ledger_change AS act ON act.id = act_id
          LEFT JOIN territory ON territory.id = value_id
          ORDER BY potential_cents DESC, account.id
          LIMIT :most
          """;

  private static final String OWNED =
      """
      SELECT account_id AS key_id, territory_id AS value_id, valid, change_id, origin_id,
        superseded_by, recorded_at
      FROM ownership
      UNION ALL
      SELECT account_id, territory_id, valid, change_id, origin_id, superseded_by, recorded_at
      FROM ownership_beneath
      """;

  /** What holds but for exceptions. */
  private static final String OWNED_NOW =
      """
      SELECT held.account_id AS key_id, territory_id AS value_id, origin_id, piece
      FROM ownership AS held
      LEFT JOIN (SELECT account_id, range_agg(valid) AS days FROM excepted
        WHERE layer_id = :layer AND superseded_at IS NULL GROUP BY account_id) AS above
        ON above.account_id = held.account_id
      CROSS JOIN unnest(datemultirange(valid) - coalesce(days, '{}')) AS piece
      WHERE layer_id = :layer AND superseded_at IS NULL
      UNION ALL
      SELECT account_id, territory_id, origin_id, valid FROM ownership_beneath
      WHERE layer_id = :layer AND superseded_at IS NULL
      """;

  private static final String PLACED =
      """
      SELECT seat_id AS key_id, representative_id AS value_id, valid, change_id, origin_id,
        superseded_by, recorded_at
      FROM placement
      """;

  private static final String PLACED_NOW =
      """
      SELECT seat_id AS key_id, representative_id AS value_id, origin_id, valid AS piece
      FROM placement
      WHERE superseded_at IS NULL AND CAST(:layer AS uuid) IS NOT NULL
      """;

  /** By its instant an act's rows are found among a million, which have no index by their act. */
  private static final String INSTANT = "(SELECT recorded_at FROM ledger_change WHERE id = :act)";

  private final Database database;
  private final RuledOwnership ownership;
  private final Bitemporal placement;

  /** Takes back acts of a database's ledger. */
  public TakenBackAct(Database database) {
    this.database = database;
    this.ownership = new RuledOwnership(database);
    this.placement = Bitemporal.placement(database);
  }

  /**
   * What became of the accounts that an act had changed.
   *
   * @param accounts that go back, on all or some of the days
   * @param kept of which somebody has changed days since, which stay as they are
   */
  public record Outcome(long accounts, long kept) {}

  /**
   * An account that stays with whom it has, on some day at least: somebody changed it after the act
   * that is taken back.
   *
   * @param territory who has it, null for nobody
   * @param from the first day on which it stays
   * @param by what changed it
   * @param at when that was recorded
   */
  public record Staying(
      AccountId account,
      String externalId,
      String name,
      @Nullable TerritoryCode territory,
      LocalDate from,
      Change by,
      Instant at) {}

  /** The accounts that would stay, the largest potential first. */
  public List<Staying> staying(UUID act, LayerId layer, int most) {
    return database
        .jdbc()
        .sql(over(STAYING, OWNED, OWNED_NOW))
        .param("act", act)
        .param("layer", layer.value())
        .param("most", most)
        .query(TakenBackAct::mapStaying)
        .list();
  }

  private static Staying mapStaying(ResultSet row, int number) throws SQLException {
    String territory = row.getString("code");
    return new Staying(
        new AccountId(Rows.id(row, "key_id")),
        Rows.text(row, "external_id"),
        Rows.text(row, "name"),
        territory == null ? null : new TerritoryCode(territory),
        Rows.day(row, "from_day"),
        new Change(
            Cause.valueOf(Rows.text(row, "cause")), Rows.text(row, "who"), Rows.text(row, "why")),
        Rows.instant(row, "recorded_at"));
  }

  /** Finds what is to be restored and states it; nothing is recorded yet. */
  public Outcome prepare(UUID act, LayerId layer) {
    ownership.begin();
    long kept = state("ownership", OWNED, OWNED_NOW, act, layer);
    placement.begin();
    state("placement", PLACED, PLACED_NOW, act, layer);
    RuledOwnership.News news = ownership.keepNews(layer);
    placement.keepNews(layer.value());
    return new Outcome(news.concerned(), kept);
  }

  private long state(String table, String rows, String now, UUID act, LayerId layer) {
    return database
        .jdbc()
        .sql(over(STATE, rows, now).replace("$table", table))
        .param("act", act)
        .param("layer", layer.value())
        .query(Long.class)
        .single();
  }

  private static String over(String sql, String rows, String now) {
    return sql.replace("$rows", rows).replace("$now", now).replace("$instant", INSTANT);
  }

  /** Records what was prepared. */
  public void apply(LayerId layer, UUID change, Instant recordedAt) {
    ownership.apply(layer, change, recordedAt);
    placement.apply(layer.value(), change, recordedAt);
  }
}
