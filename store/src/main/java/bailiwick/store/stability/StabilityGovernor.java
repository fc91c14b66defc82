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
 * Holds changes of ownership to the limits of their layer: publications, exceptions, loads and
 * single moves alike come through here before they are recorded.
 *
 * <p>A move is a day on which an account gets another territory and not the same person with it.
 * Getting a first owner is none, nor is losing the last. What is about to be recorded stands in the
 * table {@code ownership_claim}; placements of the same act are recorded already.
 */
public final class StabilityGovernor {

  /** How many accounts each limit names one by one. */
  private static final int TOLD = 20;

  /** Which accounts would move, on which day. */
  private static final String MOVING =
      """
      WITH moving AS MATERIALIZED (
        SELECT DISTINCT ON (claim.key_id) claim.key_id AS account_id, lower(claim.valid) AS on_day,
          upper(claim.valid) AS until_day, held.territory_id AS from_id, claim.value_id AS to_id,
          held.valid AS held
        FROM ownership_claim AS claim
        JOIN ownership AS held ON held.account_id = claim.key_id AND held.layer_id = :layer
          AND held.superseded_at IS NULL AND held.valid @> lower(claim.valid) - 1
        LEFT JOIN ownership AS meant ON meant.account_id = claim.key_id AND meant.layer_id = :layer
          AND meant.superseded_at IS NULL AND meant.valid @> lower(claim.valid)
        WHERE claim.value_id IS NOT NULL AND claim.value_id IS DISTINCT FROM meant.territory_id
          AND is_move(held.territory_id, claim.value_id, lower(claim.valid))
        ORDER BY claim.key_id, lower(claim.valid)
      )
      """;

  private static final String TOLD_COLUMNS =
      """
      SELECT account.external_id, account.name, on_day,
        (SELECT code FROM territory WHERE id = from_id) AS from_code,
        (SELECT code FROM territory WHERE id = to_id) AS to_code, other_day,
        count(*) OVER () AS number
      """;

  /** Days beside the new one, and not of the same claim, on which an account moves. */
  private static final String TOO_SOON =
      MOVING
          + TOLD_COLUMNS
          + """
          FROM moving
          JOIN account ON account.id = moving.account_id
          JOIN LATERAL (
            SELECT lower(later.valid) AS other_day
            FROM ownership AS earlier
            JOIN ownership AS later ON later.account_id = earlier.account_id
              AND later.layer_id = earlier.layer_id AND later.superseded_at IS NULL
              AND lower(later.valid) = upper(earlier.valid)
            WHERE earlier.account_id = moving.account_id AND earlier.layer_id = :layer
              AND earlier.superseded_at IS NULL
              AND lower(later.valid) > on_day - make_interval(months => :months)
              AND lower(later.valid) < on_day + make_interval(months => :months)
              AND (lower(later.valid) < on_day OR lower(later.valid) > until_day)
              AND is_move(earlier.territory_id, later.territory_id, lower(later.valid))
            ORDER BY abs(lower(later.valid) - on_day), 1 LIMIT 1
          ) AS other ON true
          ORDER BY external_id, account.id LIMIT :told
          """;

  /** The last day on which the account's territory got another representative. */
  private static final String COOLING_OFF =
      MOVING
          + TOLD_COLUMNS
          + """
          FROM moving
          JOIN account ON account.id = moving.account_id
          JOIN LATERAL (
            SELECT lower(later.valid) AS other_day
            FROM seat
            JOIN placement AS earlier ON earlier.seat_id = seat.id AND earlier.superseded_at IS NULL
            JOIN placement AS later ON later.seat_id = seat.id AND later.superseded_at IS NULL
              AND lower(later.valid) = upper(earlier.valid)
              AND later.representative_id <> earlier.representative_id
            WHERE seat.territory_id = from_id AND lower(later.valid) < on_day
              AND lower(later.valid) > on_day - make_interval(months => :months)
              AND held @> lower(later.valid)
            ORDER BY 1 DESC LIMIT 1
          ) AS other ON true
          ORDER BY external_id, account.id LIMIT :told
          """;

  /** What each representative loses now and lost in the twelve months before, and has. */
  private static final String TOO_MANY =
      MOVING
          + """
          , losing AS (
            SELECT serving(from_id, on_day - 1) AS person, on_day, count(*) AS moved,
              min(account.external_id) AS example
            FROM moving JOIN account ON account.id = moving.account_id
            GROUP BY 1, 2
          )
          SELECT representative.name, on_day, moved + lost AS moved, had + lost AS had, example
          FROM losing
          JOIN representative ON representative.id = person
          JOIN LATERAL (
            SELECT count(*) AS had
            FROM placement
            JOIN seat ON seat.id = placement.seat_id
            JOIN ownership AS held ON held.territory_id = seat.territory_id
              AND held.layer_id = :layer AND held.superseded_at IS NULL
              AND held.valid @> on_day - 1
            WHERE placement.representative_id = person AND placement.superseded_at IS NULL
              AND placement.valid @> on_day - 1
          ) AS holding ON true
          JOIN LATERAL (
            SELECT count(DISTINCT earlier.account_id) AS lost
            FROM placement
            JOIN seat ON seat.id = placement.seat_id
            JOIN ownership AS earlier ON earlier.territory_id = seat.territory_id
              AND earlier.layer_id = :layer AND earlier.superseded_at IS NULL
              AND upper(earlier.valid) < on_day
              AND upper(earlier.valid) > on_day - make_interval(months => 12)
              AND placement.valid @> upper(earlier.valid) - 1
            JOIN ownership AS later ON later.account_id = earlier.account_id
              AND later.layer_id = :layer AND later.superseded_at IS NULL
              AND lower(later.valid) = upper(earlier.valid)
              AND is_move(earlier.territory_id, later.territory_id, lower(later.valid))
            WHERE placement.representative_id = person AND placement.superseded_at IS NULL
          ) AS losses ON true
          WHERE (moved + lost) * 10000 > :share * (had + lost)
          ORDER BY name, on_day
          """;

  private final Database database;

  /** Watches over a database. */
  public StabilityGovernor(Database database) {
    this.database = database;
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
    Integer rest = limits.monthsOfRest();
    if (rest != null) {
      addAccounts(ask(TOO_SOON, layer).param("months", rest), tooSoon(rest), problems);
    }
    Integer person = limits.monthsOfPerson();
    if (person != null) {
      addAccounts(ask(COOLING_OFF, layer).param("months", person), coolingOff(person), problems);
    }
    Integer share = limits.yearlyShare();
    if (share != null) {
      problems.addAll(ask(TOO_MANY, layer).param("share", share).query(tooMany(share)).list());
    }
    return problems;
  }

  private StatementSpec ask(String sql, LayerId layer) {
    return database.jdbc().sql(sql).param("layer", layer.value());
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

  private static RowMapper<StabilityProblem> tooMany(int share) {
    return (row, line) -> tooMany(row, share);
  }

  private static StabilityProblem tooMany(ResultSet row, int share) throws SQLException {
    return new StabilityProblem.TooMany(
        Rows.text(row, "name"),
        Rows.day(row, "on_day"),
        row.getLong("had"),
        row.getLong("moved"),
        share,
        Rows.text(row, "example"));
  }
}
