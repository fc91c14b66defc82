package bailiwick.store.stability;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Holds changes of ownership to the limits of their layer: publications, exceptions and their early
 * ends, moves and corrections all come through here before they are recorded. Loads do not: they
 * give first owners, and decide anew only days that have not come; neither does what is taken back.
 *
 * <p>A move is a day on which an account gets another territory, by its code, and not the person
 * who served it last. Getting a first owner is none, nor is losing the last; an account that
 * somebody had within the twelve months before is not without one, whatever lies between. Judged
 * are the moves that an act brings, on days that had none before: where there was one, only its
 * goal changes. When a period that the act brings ends and the account goes back to whose it would
 * be anyway, that is not a second move beside the one that began it, and it brings nothing nearer
 * to moves before; nor is it one when the period puts off a move from its first day to its last.
 */
public final class StabilityGovernor {

  /** How many accounts each limit names one by one. */
  private static final int TOLD = 20;

  /** Tells moves of {@code found}, each with the other day that stands against it. */
  private static final String TELL =
      """
      SELECT account.external_id, account.name, on_day, before.code AS from_code,
        next.code AS to_code, other_day, count(*) OVER () AS number
      FROM found
      JOIN account ON account.id = account_id
      JOIN territory AS before ON before.id = from_id
      JOIN territory AS next ON next.id = to_id
      ORDER BY external_id, account.id LIMIT :told
      """;

  /** The nearest other day on which the account moves. */
  private static final String TOO_SOON =
      """
      WITH found AS (
        SELECT DISTINCT ON (moving.account_id) moving.*, other.on_day AS other_day
        FROM stability_move AS moving
        JOIN stability_move AS other ON other.account_id = moving.account_id
          AND other.on_day <> moving.on_day AND other.begun IS DISTINCT FROM moving.on_day
        WHERE moving.fresh AND (moving.begun IS NULL OR other.on_day > moving.on_day)
          AND greatest(moving.on_day, other.on_day)
            < least(moving.on_day, other.on_day) + make_interval(months => :months)
        ORDER BY moving.account_id, moving.on_day, abs(other.on_day - moving.on_day), other.on_day
      )
      """
          + TELL;

  /** The last day on which the account got another representative and stayed where it was. */
  private static final String COOLING_OFF =
      "WITH "
          + MovesOfAct.SERVED
          + """
          , moving AS MATERIALIZED (
            SELECT * FROM stability_move WHERE fresh AND begun IS NULL
          ), step AS (
            SELECT account_id, code, representative_id AS person,
              lower(held.valid * served.valid) AS since,
              lag(code) OVER account AS code_before,
              lag(representative_id) OVER account AS person_before
            FROM stability_held AS held
            JOIN territory ON territory.id = held.territory_id
            JOIN served ON served.territory_id = held.territory_id AND served.valid && held.valid
            WHERE account_id IN (SELECT account_id FROM moving)
            WINDOW account AS (PARTITION BY account_id ORDER BY held.valid * served.valid)
          ), found AS (
            SELECT DISTINCT ON (moving.account_id) moving.*, since AS other_day
            FROM moving
            JOIN territory ON territory.id = from_id
            JOIN step ON step.account_id = moving.account_id AND step.code = territory.code
            WHERE code_before = step.code AND person_before <> person AND since < on_day
              AND on_day < since + make_interval(months => :months)
            ORDER BY moving.account_id, on_day, since DESC
          )
          """
          + TELL;

  /**
   * What representatives lose within twelve months, for each such year that a new move lies in and
   * that ends with a move.
   */
  private static final String TOO_MANY =
      "WITH "
          + MovesOfAct.SERVED
          + """
          , judged AS MATERIALIZED (
            SELECT from_person AS person, on_day, min(external_id) AS example
            FROM stability_move JOIN account ON account.id = account_id
            WHERE fresh AND begun IS NULL AND from_person IS NOT NULL
            GROUP BY from_person, on_day
          ), span AS MATERIALIZED (
            SELECT person, min(on_day) - interval '12 months' AS after,
              max(on_day) + interval '12 months' AS before
            FROM judged GROUP BY person
          ), loss AS MATERIALIZED (
            SELECT person, account_id, on_day
            FROM span JOIN stability_move ON from_person = person
            WHERE on_day >= after AND on_day <= before
            UNION ALL -- accounts that the act leaves alone
            SELECT person, gone.account_id, coming.on_day
            FROM span
            JOIN served ON served.representative_id = person
            JOIN ownership AS gone ON gone.territory_id = served.territory_id
              AND gone.layer_id = :layer AND gone.superseded_at IS NULL
              AND served.valid @> upper(gone.valid) - 1
              AND upper(gone.valid) BETWEEN after - interval '12 months' AND before
            CROSS JOIN LATERAL (
              SELECT lower(valid) AS on_day, territory_id FROM ownership AS later
              WHERE later.account_id = gone.account_id AND later.layer_id = :layer
                AND later.superseded_at IS NULL AND later.valid >> gone.valid
              ORDER BY later.valid LIMIT 1
            ) AS coming
            JOIN territory AS old ON old.id = gone.territory_id
            JOIN territory AS new ON new.id = coming.territory_id AND new.code <> old.code
            LEFT JOIN served AS taking
              ON taking.territory_id = coming.territory_id AND taking.valid @> coming.on_day
            WHERE coming.on_day BETWEEN after AND before
              AND coming.on_day < upper(gone.valid) + interval '12 months'
              AND taking.representative_id IS DISTINCT FROM person
              AND NOT EXISTS (SELECT FROM ownership_claim WHERE key_id = gone.account_id)
          ), year AS MATERIALIZED (
            SELECT DISTINCT loss.person, loss.on_day AS last_day
            FROM loss JOIN judged ON judged.person = loss.person AND judged.on_day <= loss.on_day
              AND loss.on_day < judged.on_day + interval '12 months'
          ), lost AS MATERIALIZED (
            SELECT DISTINCT year.person, last_day, account_id
            FROM year JOIN loss ON loss.person = year.person AND on_day <= last_day
              AND last_day < on_day + interval '12 months'
          ), had AS (
            TABLE lost
            UNION
            SELECT person, last_day, held.account_id
            FROM year
            JOIN served ON served.representative_id = person AND served.valid @> last_day - 1
            JOIN ownership AS held ON held.territory_id = served.territory_id
              AND held.layer_id = :layer AND held.superseded_at IS NULL
              AND held.valid @> last_day - 1
            WHERE NOT EXISTS (SELECT FROM ownership_claim WHERE key_id = held.account_id)
            UNION
            SELECT person, last_day, held.account_id
            FROM year
            JOIN served ON served.representative_id = person AND served.valid @> last_day - 1
            JOIN stability_held AS held ON held.territory_id = served.territory_id
              AND held.valid @> last_day - 1
          )
          SELECT DISTINCT ON (name, person) name, last_day, lost_count, had_count,
            (SELECT min(example) FROM judged WHERE judged.person = losing.person) AS example
          FROM (SELECT person, last_day, count(*) AS lost_count FROM lost GROUP BY 1, 2) AS losing
          JOIN (SELECT person, last_day, count(*) AS had_count FROM had GROUP BY 1, 2) AS held
            USING (person, last_day)
          JOIN representative ON representative.id = person
          WHERE lost_count * 10000 > :basisPoints * had_count
          ORDER BY name, person, last_day
          """;

  private final Database database;
  private final MovesOfAct moves;

  /** Watches over a database. */
  public StabilityGovernor(Database database) {
    this.database = database;
    this.moves = new MovesOfAct(database);
  }

  /**
   * Refuses what is about to be recorded when it moves accounts more often than the layer allows.
   *
   * @throws ProblemException with {@code STABILITY_TOO_SOON}, {@code STABILITY_COOLING_OFF} or
   *     {@code STABILITY_TOO_MANY}, naming accounts, days and limits
   */
  public void requireStable(LayerId layer) {
    List<Problem> problems = findProblems(layer);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  /** What breaks the layer's limits; empty when nothing does. */
  public List<Problem> findProblems(LayerId layer) {
    StabilityLimits limits = StabilityRepository.read(database, layer);
    List<Problem> problems = new ArrayList<>();
    if (limits.isNone()) {
      return problems;
    }
    moves.find(layer);
    Integer rest = limits.monthsOfRest();
    if (rest != null) {
      addAccounts(ask(TOO_SOON).param("months", rest), tooSoon(rest), problems);
    }
    Integer person = limits.monthsOfPerson();
    if (person != null) {
      addAccounts(ask(COOLING_OFF).param("months", person), coolingOff(person), problems);
    }
    Integer basisPoints = limits.yearlyShareBasisPoints();
    if (basisPoints != null) {
      problems.addAll(
          ask(TOO_MANY)
              .param("layer", layer.value())
              .param("basisPoints", basisPoints)
              .query(tooMany(basisPoints))
              .list());
    }
    return problems;
  }

  private StatementSpec ask(String sql) {
    return database.jdbc().sql(sql);
  }

  /** Tells the first accounts one by one and the others by their number. */
  private static void addAccounts(
      StatementSpec statement, RowMapper<StabilityProblem> mapper, List<Problem> problems) {
    long[] number = new long[1];
    List<StabilityProblem> told =
        statement
            .param("told", TOLD)
            .query((row, line) -> {
              number[0] = row.getLong("number");
              return mapper.mapRow(row, line);
            })
            .list();
    problems.addAll(told);
    if (number[0] > told.size()) {
      problems.add(new StabilityProblem.More(number[0] - told.size()));
    }
  }

  private static RowMapper<StabilityProblem> tooSoon(int months) {
    return (row, line) ->
        new StabilityProblem.TooSoon(
            Rows.text(row, "external_id"),
            Rows.text(row, "name"),
            Rows.text(row, "from_code"),
            Rows.text(row, "to_code"),
            Rows.day(row, "on_day"),
            Rows.day(row, "other_day"),
            months);
  }

  private static RowMapper<StabilityProblem> coolingOff(int months) {
    return (row, line) ->
        new StabilityProblem.CoolingOff(
            Rows.text(row, "external_id"),
            Rows.text(row, "name"),
            Rows.text(row, "from_code"),
            Rows.text(row, "to_code"),
            Rows.day(row, "on_day"),
            Rows.day(row, "other_day"),
            months);
  }

  private static RowMapper<StabilityProblem> tooMany(int basisPoints) {
    return (row, line) -> tooMany(row, basisPoints);
  }

  private static StabilityProblem tooMany(ResultSet row, int basisPoints) throws SQLException {
    return new StabilityProblem.TooMany(
        Rows.text(row, "name"),
        Rows.day(row, "last_day"),
        row.getLong("had_count"),
        row.getLong("lost_count"),
        basisPoints,
        Rows.text(row, "example"));
  }
}
