package bailiwick.store.quality;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.database.StoreProblem;
import bailiwick.store.scenario.ScenarioId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the limits of data quality and who accepted more doubt than they allow. Thread-safe. */
public final class QualityRepository {

  private static final String LIMITS =
      "inactive_months, stale_months, least_score, most_deviations, most_doubtful_share, version";

  private final Database database;
  private final AuditLog audit;
  private final JsonMapper json = JsonMapper.shared();

  /** Keeps them in a database. */
  public QualityRepository(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  /** The limits, empty before the first save. */
  public Optional<QualityLimits> findLimits() {
    return database
        .jdbc()
        .sql("SELECT " + LIMITS + " FROM quality_setting")
        .query(QualityRepository::limits)
        .optional();
  }

  /**
   * Saves the limits and notes it in the audit log.
   *
   * @param limits their version must be the stored one, 0 for the first save
   * @return the limits with their new version
   * @throws ProblemException with {@code STORE_STALE_VERSION} when another version is stored
   */
  public QualityLimits save(QualityLimits limits, String who) {
    return database.inTransaction(() -> {
      QualityLimits saved = upsert(limits).orElseThrow(() -> stale(limits));
      audit.append(who, "quality.limits.changed", "quality", json.writeValueAsString(saved));
      return saved;
    });
  }

  private Optional<QualityLimits> upsert(QualityLimits limits) {
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO quality_setting (inactive_months, stale_months, least_score,
              most_deviations, most_doubtful_share, version)
            SELECT :inactive, :stale, :score, :deviations, :share, 1
            WHERE :expected = 0 OR EXISTS (SELECT FROM quality_setting)
            ON CONFLICT (only_row) DO UPDATE
              SET inactive_months = excluded.inactive_months,
                  stale_months = excluded.stale_months,
                  least_score = excluded.least_score,
                  most_deviations = excluded.most_deviations,
                  most_doubtful_share = excluded.most_doubtful_share,
                  version = quality_setting.version + 1
              WHERE quality_setting.version = :expected
            RETURNING
            """
                + LIMITS)
        .param("inactive", limits.inactiveMonths())
        .param("stale", limits.staleMonths())
        .param("score", limits.leastScore())
        .param("deviations", limits.mostDeviations())
        .param("share", limits.mostDoubtfulShare(), Types.DOUBLE)
        .param("expected", limits.version())
        .query(QualityRepository::limits)
        .optional();
  }

  private ProblemException stale(QualityLimits limits) {
    long actual = findLimits().map(QualityLimits::version).orElse(0L);
    return ProblemException.of(
        new StoreProblem.StaleVersion("data quality", "limits", limits.version(), actual));
  }

  /**
   * Keeps that a person accepts the doubt about a scenario's data, and notes it in the audit log.
   *
   * @param share of the potential that is doubtful, 0 to 1
   * @param why the person's reason
   */
  public Acceptance accept(ScenarioId scenario, double share, String who, String why) {
    return database.inTransaction(() -> {
      database
          .jdbc()
          .sql(
              """
              INSERT INTO quality_acceptance (id, scenario_id, share, who, why, at)
              VALUES (:id, :scenario, :share, :who, :why, :at)
              """)
          .param("id", database.newId())
          .param("scenario", scenario.value())
          .param("share", share)
          .param("who", who)
          .param("why", why)
          .param("at", Database.at(database.now()))
          .update();
      Map<String, Object> detail = new LinkedHashMap<>();
      detail.put("share", share);
      detail.put("why", why);
      audit.append(who, "quality.accepted", scenario.toString(), json.writeValueAsString(detail));
      return findAcceptance(scenario).orElseThrow();
    });
  }

  /** The latest acceptance of a scenario's data. */
  public Optional<Acceptance> findAcceptance(ScenarioId scenario) {
    return database
        .jdbc()
        .sql(
            """
            SELECT scenario_id, share, who, why, at FROM quality_acceptance
            WHERE scenario_id = :scenario ORDER BY at DESC, id DESC LIMIT 1
            """)
        .param("scenario", scenario.value())
        .query(QualityRepository::acceptance)
        .optional();
  }

  private static QualityLimits limits(ResultSet row, int number) throws SQLException {
    double share = row.getDouble("most_doubtful_share");
    Double limit = row.wasNull() ? null : share;
    return new QualityLimits(
        row.getInt("inactive_months"),
        row.getInt("stale_months"),
        row.getDouble("least_score"),
        row.getDouble("most_deviations"),
        limit,
        row.getLong("version"));
  }

  private static Acceptance acceptance(ResultSet row, int number) throws SQLException {
    return new Acceptance(
        new ScenarioId(Rows.id(row, "scenario_id")),
        row.getDouble("share"),
        Rows.text(row, "who"),
        Rows.text(row, "why"),
        Rows.instant(row, "at"));
  }
}
