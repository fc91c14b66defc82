package bailiwick.store.exception;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads the exceptions that were made. Thread-safe. */
public final class ExceptionList {

  private static final String SELECT =
      """
      SELECT made.id, made.account_id, account.external_id, account.name, made.layer_id, kind,
        territory.code, territory.name AS territory_name, beneath.code AS beneath_code,
        coalesce(held.from_day, lower(asked)) AS from_day,
        CASE WHEN held.from_day IS NULL THEN lower(asked) ELSE held.until_day END AS until_day,
        review_on, made.why, made.who, act.recorded_at
      FROM ownership_exception AS made
      JOIN account ON account.id = made.account_id
      JOIN territory ON territory.id = made.territory_id
      JOIN ledger_change AS act ON act.id = made.change_id
      CROSS JOIN LATERAL (
        SELECT min(lower(valid)) AS from_day,
          CASE WHEN NOT bool_or(upper_inf(valid)) THEN max(upper(valid)) END AS until_day
        FROM excepted WHERE exception_id = made.id AND superseded_at IS NULL
      ) AS held
      LEFT JOIN LATERAL (
        SELECT review_on FROM exception_review WHERE exception_id = made.id
        ORDER BY at DESC LIMIT 1
      ) AS review ON true
      LEFT JOIN LATERAL (
        SELECT rules.code FROM ownership_beneath AS under
        JOIN territory AS rules ON rules.id = under.territory_id
        WHERE under.account_id = made.account_id AND under.layer_id = made.layer_id
          AND superseded_at IS NULL AND under.valid @> held.from_day
      ) AS beneath ON true
      """;

  private final Database database;

  ExceptionList(Database database) {
    this.database = database;
  }

  /**
   * The exception of an id.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public OwnershipException get(ExceptionId id) {
    return database
        .jdbc()
        .sql(SELECT + "WHERE made.id = :id")
        .param("id", id.value())
        .query(ExceptionList::map)
        .optional()
        .orElseThrow(() -> Database.notFound("exception", id));
  }

  /** The exceptions of an account, the newest first, also those that are over. */
  public List<OwnershipException> of(AccountId account) {
    return database
        .jdbc()
        .sql(SELECT + "WHERE made.account_id = :account ORDER BY act.recorded_at DESC")
        .param("account", account.value())
        .query(ExceptionList::map)
        .list();
  }

  /** The exceptions of a layer that hold on a day or later, those that end first before others. */
  public List<OwnershipException> from(LayerId layer, LocalDate day) {
    return database
        .jdbc()
        .sql(
            SELECT
                + """
                WHERE made.layer_id = :layer AND held.from_day IS NOT NULL
                  AND coalesce(held.until_day > :day, true)
                ORDER BY coalesce(review_on, held.until_day), account.external_id, made.id
                """)
        .param("layer", layer.value())
        .param("day", day)
        .query(ExceptionList::map)
        .list();
  }

  /** What exceptions change of each territory on a day, of which any is changed; most first. */
  public List<ExceptionRate> rates(LayerId layer, LocalDate day) {
    return database
        .jdbc()
        .sql(
            """
            WITH excepting AS (
              SELECT excepted.account_id, above.territory_id AS has, under.territory_id AS would
              FROM excepted
              JOIN ownership AS above ON above.account_id = excepted.account_id
                AND above.layer_id = :layer AND above.superseded_at IS NULL
                AND above.valid @> CAST(:day AS date)
              LEFT JOIN ownership_beneath AS under ON under.account_id = excepted.account_id
                AND under.layer_id = :layer AND under.superseded_at IS NULL
                AND under.valid @> CAST(:day AS date)
              WHERE excepted.layer_id = :layer AND excepted.superseded_at IS NULL
                AND excepted.valid @> CAST(:day AS date)
                AND above.territory_id IS DISTINCT FROM under.territory_id
            ), concerned AS (
              SELECT territory_id, count(*) FILTER (WHERE came) AS came,
                count(*) FILTER (WHERE NOT came) AS went
              FROM (SELECT has AS territory_id, true AS came FROM excepting
                UNION ALL SELECT would, false FROM excepting WHERE would IS NOT NULL) AS either
              GROUP BY territory_id
            )
            SELECT code, came, went,
              (SELECT count(*) FROM ownership WHERE ownership.territory_id = concerned.territory_id
                AND superseded_at IS NULL AND valid @> CAST(:day AS date)) AS accounts
            FROM concerned JOIN territory ON territory.id = territory_id
            ORDER BY came + went DESC, code
            """)
        .param("layer", layer.value())
        .param("day", day)
        .query((row, number) ->
            new ExceptionRate(
                new TerritoryCode(Rows.text(row, "code")),
                row.getLong("accounts"),
                row.getLong("came"),
                row.getLong("went")))
        .list();
  }

  private static OwnershipException map(ResultSet row, int number) throws SQLException {
    String beneath = row.getString("beneath_code");
    return new OwnershipException(
        new ExceptionId(Rows.id(row, "id")),
        new AccountId(Rows.id(row, "account_id")),
        Rows.text(row, "external_id"),
        Rows.text(row, "name"),
        new LayerId(Rows.id(row, "layer_id")),
        ExceptionKind.valueOf(Rows.text(row, "kind")),
        new TerritoryCode(Rows.text(row, "code")),
        Rows.text(row, "territory_name"),
        beneath == null ? null : new TerritoryCode(beneath),
        Rows.day(row, "from_day"),
        Rows.findDay(row, "until_day"),
        Rows.findDay(row, "review_on"),
        Rows.text(row, "why"),
        Rows.text(row, "who"),
        Rows.instant(row, "recorded_at"));
  }
}
