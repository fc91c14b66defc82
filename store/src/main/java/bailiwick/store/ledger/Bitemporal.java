package bailiwick.store.ledger;

import bailiwick.store.database.CopyRows;
import bailiwick.store.database.Database;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes a table of facts in two times: a key has at most one value on a day. New facts are stated
 * first, in a temporary table; then {@link #apply} supersedes the current rows they contradict,
 * records what remains of those beside the new facts, and the new facts themselves. All of it is a
 * few statements over sets, whatever the number of facts.
 *
 * <p>Must run within one transaction of the caller, who sees to it that writers take turns.
 */
public final class Bitemporal {

  private final Database database;
  private final String table;
  private final String scope;
  private final String scopeColumn;

  private Bitemporal(
      Database database, String table, String key, String value, String scopeColumn) {
    this.database = database;
    this.table = table;
    this.scopeColumn = scopeColumn;
    this.key = key;
    this.value = value;
    this.scope = scopeColumn.isEmpty() ? "" : " AND held." + scopeColumn + " = :scope";
  }

  private final String key;
  private final String value;

  /** Account to territory, per layer. */
  public static Bitemporal ownership(Database database) {
    return new Bitemporal(database, "ownership", "account_id", "territory_id", "layer_id");
  }

  /** Account to the territory that it has but for an exception, per layer. */
  public static Bitemporal beneath(Database database) {
    return new Bitemporal(database, "ownership_beneath", "account_id", "territory_id", "layer_id");
  }

  /** Account to the exception in force, per layer. */
  public static Bitemporal excepted(Database database) {
    return new Bitemporal(database, "excepted", "account_id", "exception_id", "layer_id");
  }

  /** Account to the split of its credit, per layer. */
  public static Bitemporal credited(Database database) {
    return new Bitemporal(database, "credited", "account_id", "split_id", "layer_id");
  }

  /** Seat to representative. */
  public static Bitemporal placement(Database database) {
    return new Bitemporal(database, "placement", "seat_id", "representative_id", "");
  }

  /** Opportunity to the territory that it is held in. */
  public static Bitemporal dealHold(Database database) {
    return new Bitemporal(database, "deal_hold", "deal_id", "territory_id", "");
  }

  /**
   * States facts, replacing what was stated before in this transaction: rows of key, value (null
   * for none), first day and first day after (null for open).
   *
   * @return how many facts were stated
   */
  public long state(Consumer<CopyRows> rows) {
    begin();
    long stated = database.copyIn(table + "_stated (key_id, value_id, from_day, until_day)", rows);
    run("ANALYZE $table_stated");
    return stated;
  }

  /**
   * Begins with nothing stated, for facts that a statement puts into the table {@code …_stated}
   * itself. There, a fact that was stated by an earlier act names it as its origin.
   */
  public void begin() {
    run(
        """
        CREATE TEMP TABLE IF NOT EXISTS $table_stated
          (key_id uuid, value_id uuid, from_day date, until_day date, origin_id uuid)
          ON COMMIT DROP;
        CREATE TEMP TABLE IF NOT EXISTS $table_claim
          (key_id uuid, value_id uuid, valid daterange, origin_id uuid) ON COMMIT DROP;
        TRUNCATE $table_stated, $table_claim
        """);
  }

  /** Keeps every fact, also those that the current rows hold already. */
  public void keepAll() {
    run(
        """
        INSERT INTO $table_claim (key_id, value_id, valid, origin_id)
        SELECT key_id, value_id, daterange(from_day, until_day), origin_id FROM $table_stated
        """);
  }

  /**
   * Keeps the facts that say something new: those that the current rows do not hold already, or
   * hold by another act than the one that they name as their origin.
   *
   * @param scope the layer; any id for a table without layers
   * @return how many there are
   */
  public long keepNews(UUID scope) {
    String sql =
        """
        INSERT INTO $table_claim (key_id, value_id, valid, origin_id)
        SELECT key_id, value_id, period, stated.origin_id
        FROM (SELECT key_id, value_id, daterange(from_day, until_day) AS period, origin_id
              FROM $table_stated) AS stated
        LEFT JOIN $table AS held
          ON held.$key = key_id AND held.superseded_at IS NULL AND held.valid && period $scope
        GROUP BY key_id, value_id, period, stated.origin_id
        HAVING CASE WHEN value_id IS NULL THEN count(held.id) > 0
               ELSE count(held.id) = 0
                 OR NOT bool_and(held.$value = value_id
                   AND held.origin_id = coalesce(stated.origin_id, held.origin_id))
                 OR NOT range_agg(held.valid) @> period END
        ORDER BY key_id
        """;
    long news = database.jdbc().sql(named(sql)).param("scope", scope).update();
    run("ANALYZE $table_claim");
    return news;
  }

  /**
   * Records the news.
   *
   * @param scope the layer; any id for a table without layers
   * @param change the act, already recorded
   */
  public void apply(UUID scope, UUID change, Instant recordedAt) {
    run("DROP TABLE IF EXISTS $table_hit");
    update(
        """
        CREATE TEMP TABLE $table_hit ON COMMIT DROP AS
        SELECT held.id, held.$key AS key_id, held.$value AS value_id, held.origin_id, held.valid,
          range_agg(claim.valid) AS claimed
        FROM $table_claim AS claim
        JOIN $table AS held
          ON held.$key = key_id AND held.superseded_at IS NULL AND held.valid && claim.valid $scope
        GROUP BY held.id
        """,
        scope,
        change,
        recordedAt);
    run("ANALYZE $table_hit");
    update(
        """
        UPDATE $table SET superseded_at = :at, superseded_by = :change
        FROM $table_hit AS hit WHERE $table.id = hit.id
        """,
        scope,
        change,
        recordedAt);
    update(
        """
        INSERT INTO $table ($key, $value, valid, recorded_at, change_id, origin_id $scopeColumn)
        SELECT key_id, value_id, piece, :at, :change, origin_id $scopeValue
        FROM $table_hit, unnest(datemultirange(valid) - claimed) AS piece
        ORDER BY key_id
        """,
        scope,
        change,
        recordedAt);
    update(
        """
        INSERT INTO $table ($key, $value, valid, recorded_at, change_id, origin_id $scopeColumn)
        SELECT key_id, value_id, valid, :at, :change, coalesce(origin_id, :change) $scopeValue
        FROM $table_claim WHERE value_id IS NOT NULL
        ORDER BY key_id -- neighbours in the indexes too
        """,
        scope,
        change,
        recordedAt);
  }

  private void run(String sql) {
    database.jdbc().sql(named(sql)).update();
  }

  private void update(String sql, UUID scope, UUID change, Instant recordedAt) {
    database
        .jdbc()
        .sql(named(sql))
        .param("scope", scope)
        .param("change", change)
        .param("at", Database.at(recordedAt))
        .update();
  }

  private String named(String sql) {
    boolean scoped = !scopeColumn.isEmpty();
    return sql.replace("$table", table)
        .replace("$key", key)
        .replace("$value", value)
        .replace("$scopeColumn", scoped ? ", " + scopeColumn : "")
        .replace("$scopeValue", scoped ? ", :scope" : "")
        .replace("$scope", scope);
  }
}
