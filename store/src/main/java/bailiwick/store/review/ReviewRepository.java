package bailiwick.store.review;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.audit.AuditDetail;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.company.Company;
import bailiwick.store.company.CompanyRepository;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.ledger.PublicationId;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import bailiwick.store.plan.PlanRepository;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Keeps what was done about the review of scenarios, and says how far each has come. Thread-safe:
 * steps take turns with edits and publications of the scenario. Each is noted in the audit log.
 */
public final class ReviewRepository {

  /**
   * What follows from steps and publications. A publication is in force while no later one has
   * begun; one for a day to come counts unless another took its day.
   */
  private static final String STATES =
      """
      SELECT scenario.id, open.kind, count(made.id) AS publications,
        coalesce(bool_or(made.effective_from <= :today AND NOT made.followed), false) AS in_force,
        coalesce(bool_or(made.effective_from > :today AND NOT made.replaced), false) AS ahead
      FROM scenario
      LEFT JOIN open_review AS open ON open.scenario_id = scenario.id
      LEFT JOIN LATERAL (
        SELECT this.id, this.effective_from,
          EXISTS (SELECT FROM standing_publication AS later
            WHERE later.layer_id = this.layer_id AND later.effective_from <= :today
              AND (later.effective_from, later.published_at)
                > (this.effective_from, this.published_at)) AS followed,
          EXISTS (SELECT FROM standing_publication AS later
            WHERE later.layer_id = this.layer_id AND later.effective_from = this.effective_from
              AND later.published_at > this.published_at) AS replaced
        FROM standing_publication AS this WHERE this.scenario_id = scenario.id) AS made ON true
      """;

  private final Database database;
  private final AuditLog audit;
  private final CompanyRepository company;
  private final PlanRepository plans;
  private final ScenarioRepository scenarios;

  /** Keeps them in a database. */
  public ReviewRepository(
      Database database,
      AuditLog audit,
      CompanyRepository company,
      PlanRepository plans,
      ScenarioRepository scenarios) {
    this.database = database;
    this.audit = audit;
    this.company = company;
    this.plans = plans;
    this.scenarios = scenarios;
  }

  /** How far each scenario of a plan has come by today. */
  public Map<ScenarioId, ScenarioState> states(PlanId plan) {
    Map<ScenarioId, ScenarioState> states = new HashMap<>();
    database
        .jdbc()
        .sql(STATES + "WHERE scenario.plan_id = :plan GROUP BY scenario.id, open.kind")
        .param("plan", plan.value())
        .param("today", today())
        .query(row -> {
          states.put(new ScenarioId(Rows.id(row, "id")), state(row));
        });
    return states;
  }

  /**
   * How far a scenario has come by today.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public ScenarioState state(ScenarioId scenario) {
    return database
        .jdbc()
        .sql(STATES + "WHERE scenario.id = :id GROUP BY scenario.id, open.kind")
        .param("id", scenario.value())
        .param("today", today())
        .query((row, number) -> state(row))
        .optional()
        .orElseThrow(() -> Database.notFound("scenario", scenario));
  }

  /** The company's day. */
  private LocalDate today() {
    ZoneId zone = company.find().map(Company::zone).orElse(ZoneOffset.UTC);
    return LocalDate.ofInstant(database.now(), zone);
  }

  private static ScenarioState state(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    if (kind != null) {
      return kind.equals(ReviewAct.APPROVE.kind())
          ? ScenarioState.APPROVED
          : ScenarioState.IN_REVIEW;
    }
    if (row.getBoolean("in_force")) {
      return ScenarioState.PUBLISHED;
    }
    if (row.getBoolean("ahead")) {
      return ScenarioState.SCHEDULED;
    }
    return row.getLong("publications") > 0 ? ScenarioState.ARCHIVED : ScenarioState.DRAFT;
  }

  /** What was done about a scenario, oldest first. */
  public List<ReviewStep> steps(ScenarioId scenario) {
    return select("SELECT * FROM scenario_step WHERE scenario_id = :id ORDER BY id", scenario)
        .query(ReviewRepository::mapStep)
        .list();
  }

  /** The step that an open review stands at: that it was submitted, or approved. */
  public Optional<ReviewStep> findOpen(ScenarioId scenario) {
    return select("SELECT * FROM open_review WHERE scenario_id = :id", scenario)
        .query(ReviewRepository::mapStep)
        .optional();
  }

  private StatementSpec select(String sql, ScenarioId scenario) {
    return database.jdbc().sql(sql).param("id", scenario.value());
  }

  /**
   * Hands a scenario to those who decide. From then on it is not changed until somebody has.
   *
   * @param expectedVersion of the scenario, as its submitter saw it
   * @throws ProblemException with {@code REVIEW_NOT_POSSIBLE}, {@code STORE_STALE_VERSION} when
   *     somebody has edited it since
   */
  public void submit(ScenarioId scenario, long expectedVersion, String who, String why) {
    act(
        scenario,
        ReviewAct.SUBMIT,
        who,
        why,
        locked -> {
          if (locked.version() != expectedVersion) {
            throw Database.stale(
                "scenario", scenario.toString(), expectedVersion, locked.version());
          }
        });
  }

  /**
   * Takes a scenario back to work on it.
   *
   * @throws ProblemException with {@code REVIEW_NOT_POSSIBLE}
   */
  public void withdraw(ScenarioId scenario, String who, String why) {
    act(scenario, ReviewAct.WITHDRAW, who, why, locked -> {});
  }

  /**
   * Lets a scenario be published as it is, on the publications that the layer has now.
   *
   * @throws ProblemException with {@code REVIEW_NOT_POSSIBLE}, {@code REVIEW_OWN_SUBMISSION} when
   *     who submitted it approves, though others could
   */
  public void approve(ScenarioId scenario, String who, String why) {
    act(
        scenario,
        ReviewAct.APPROVE,
        who,
        why,
        locked -> {
          if (isKeptFromApproving(scenario, who)) {
            throw ProblemException.of(new ReviewProblem.OwnSubmission(locked.name(), who));
          }
        });
  }

  /**
   * Whether somebody submitted the scenario and others could approve it. Where nobody else may
   * approve at all, asking for another would only stop the company from publishing.
   */
  public boolean isKeptFromApproving(ScenarioId scenario, String who) {
    return findOpen(scenario).filter(step -> step.who().equals(who)).isPresent()
        && othersMayApprove(who);
  }

  private boolean othersMayApprove(String who) {
    return database
        .jdbc()
        .sql(
            """
            SELECT EXISTS (SELECT FROM app_user
              WHERE active AND username <> :who AND role IN (:roles))
            """)
        .param("who", who)
        .param("roles", ReviewAct.APPROVE.roles().stream().map(Enum::name).sorted().toList())
        .query(Boolean.class)
        .single();
  }

  /**
   * Gives a scenario back with a reason.
   *
   * @throws ProblemException with {@code REVIEW_NOT_POSSIBLE}
   */
  public void sendBack(ScenarioId scenario, String who, String why) {
    act(scenario, ReviewAct.SEND_BACK, who, why, locked -> {});
  }

  private void act(ScenarioId id, ReviewAct act, String who, String why, Check check) {
    database.inEdit(() -> {
      select("SELECT id FROM scenario WHERE id = :id FOR UPDATE", id).query(row -> {});
      Scenario scenario = scenarios.get(id);
      ScenarioState state = state(id);
      if (!act.isPossible(state)) {
        throw ProblemException.of(new ReviewProblem.NotPossible(scenario.name(), state, act));
      }
      check.require(scenario);
      insert(scenario, act, who, why);
      AuditDetail detail =
          new AuditDetail()
              .with("name", scenario.name())
              .with("version", scenario.version())
              .with("why", why);
      return audit.append(who, act.action(), id, detail);
    });
  }

  /** What else must hold of a scenario whose row is locked. */
  private interface Check {
    void require(Scenario scenario);
  }

  private void insert(Scenario scenario, ReviewAct act, String who, String why) {
    LayerId layer = plans.get(scenario.plan()).layer();
    database
        .jdbc()
        .sql(
            """
            INSERT INTO scenario_step (scenario_id, kind, version, basis_id, who, why, at)
            VALUES (:scenario, :kind, :version, :basis, :who, :why, :at)
            """)
        .param("scenario", scenario.id().value())
        .param("kind", act.kind())
        .param("version", scenario.version())
        .param("basis", findBasis(layer).map(PublicationId::value).orElse(null), Types.OTHER)
        .param("who", who)
        .param("why", why)
        .param("at", Database.at(database.now()))
        .update();
  }

  /** The publication that a layer rests on: the last that stands. */
  public Optional<PublicationId> findBasis(LayerId layer) {
    return database
        .jdbc()
        .sql(
            """
            SELECT id FROM standing_publication WHERE layer_id = :layer
            ORDER BY published_at DESC LIMIT 1
            """)
        .param("layer", layer.value())
        .query(UUID.class)
        .optional()
        .map(PublicationId::new);
  }

  /** Why a scenario cannot be published as far as its review goes; empty when it can. */
  public Optional<ReviewProblem> findHindrance(Scenario scenario) {
    ScenarioState state = state(scenario.id());
    boolean asked = company.find().map(Company::approvalNeeded).orElse(false);
    return state == ScenarioState.IN_REVIEW || (asked && state != ScenarioState.APPROVED)
        ? Optional.of(new ReviewProblem.NotApproved(scenario.name(), state))
        : Optional.empty();
  }

  private static ReviewStep mapStep(ResultSet row, int number) throws SQLException {
    UUID basis = Rows.findId(row, "basis_id");
    return new ReviewStep(
        ReviewAct.ofKind(Rows.text(row, "kind")),
        row.getLong("version"),
        basis == null ? null : new PublicationId(basis),
        Rows.text(row, "who"),
        Rows.text(row, "why"),
        Rows.instant(row, "at"));
  }
}
