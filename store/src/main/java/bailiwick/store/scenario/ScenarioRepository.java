package bailiwick.store.scenario;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.store.audit.AuditDetail;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.PlanId;
import bailiwick.store.plan.PlanRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Keeps scenarios and the journal of their edits. Thread-safe: edits name the version they were
 * made on, and one made on an older version is refused with {@code STORE_STALE_VERSION}. Every
 * change is noted in the audit log. One in review or approved is refused with {@code
 * SCENARIO_FROZEN}.
 */
public final class ScenarioRepository {

  private static final String SELECT =
      """
      SELECT id, plan_id, name, kind, based_on, brief, applied, created_by, created_at, changed_at,
        version,
        (SELECT count(*) FROM scenario_edit WHERE scenario_id = scenario.id) AS edits
      FROM scenario
      """;

  /** Of a move, so many units are told by number in the audit log, and how many there were. */
  private static final int MOST_NUMBERS = 200;

  private final Database database;
  private final AuditLog audit;
  private final PlanRepository plans;
  private final ScenarioTerritories territories;
  private final ScenarioAlignments alignments;

  /** Keeps them in a database. */
  public ScenarioRepository(Database database, PlanRepository plans, AuditLog audit) {
    this.database = database;
    this.audit = audit;
    this.plans = plans;
    this.territories = ScenarioTerritories.ofScenarios(database);
    this.alignments = new ScenarioAlignments(database);
  }

  /**
   * Makes a scenario.
   *
   * @throws ProblemException with {@code STORE_ALREADY_EXISTS} when the name is taken
   */
  public Scenario create(NewScenario scenario) {
    return create(scenario, "");
  }

  /**
   * Makes a scenario with written rules.
   *
   * @param rules as text, empty for none
   * @throws ProblemException with {@code STORE_ALREADY_EXISTS} when the name is taken
   */
  public Scenario create(NewScenario scenario, String rules) {
    ScenarioId id = new ScenarioId(database.newId());
    try {
      return database.inTransaction(() -> {
        insert(id, scenario);
        territories.write(id.value(), scenario.territories());
        alignments.insert(id, scenario.alignment());
        insertNamed(id, numbered(scenario.territories(), scenario.named()));
        insertRules(id, rules);
        audit.append(scenario.createdBy(), "scenario.made", id, made(scenario, rules));
        return get(id);
      });
    } catch (DuplicateKeyException e) {
      throw Database.alreadyExists("scenario", scenario.name());
    }
  }

  private static AuditDetail made(NewScenario scenario, String rules) {
    AuditDetail detail =
        new AuditDetail()
            .with("plan", scenario.plan())
            .with("name", scenario.name())
            .with("kind", scenario.kind())
            .with("basedOn", scenario.basedOn())
            .with("territories", scenario.territories().size())
            .with("namedAccounts", scenario.named().size());
    return rules.isEmpty() ? detail : detail.text("rules", "", rules);
  }

  private void insert(ScenarioId id, NewScenario scenario) {
    ScenarioId basedOn = scenario.basedOn();
    database
        .jdbc()
        .sql(
            """
            INSERT INTO scenario (id, plan_id, name, kind, based_on, brief, created_by, created_at,
              changed_at)
            VALUES (:id, :plan, :name, :kind, :basedOn, CAST(:brief AS json), :who, :now, :now)
            """)
        .param("id", id.value())
        .param("plan", scenario.plan().value())
        .param("name", scenario.name())
        .param("kind", scenario.kind().name())
        .param("basedOn", basedOn == null ? null : basedOn.value(), Types.OTHER)
        .param("brief", scenario.brief(), Types.VARCHAR)
        .param("who", scenario.createdBy())
        .param("now", Database.at(database.now()))
        .update();
  }

  private void insertNamed(ScenarioId id, Map<AccountId, Integer> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    database.copyIn(
        "scenario_named (scenario_id, account_id, number)",
        rows ->
            numbers.forEach(
                (account, number) -> rows.id(id.value()).id(account.value()).number(number).end()));
  }

  private static Map<AccountId, Integer> numbered(
      List<ScenarioTerritory> territories, Map<AccountId, TerritoryCode> named) {
    List<TerritoryCode> codes = territories.stream().map(ScenarioTerritory::code).toList();
    Map<AccountId, Integer> numbers = new HashMap<>();
    named.forEach((account, code) -> {
      int number = codes.indexOf(code);
      if (number < 0) {
        throw Database.notFound("territory", code);
      }
      numbers.put(account, number);
    });
    return numbers;
  }

  /** The scenario of an id. */
  public Optional<Scenario> find(ScenarioId id) {
    return database
        .jdbc()
        .sql(SELECT + "WHERE id = :id")
        .param("id", id.value())
        .query(ScenarioRepository::map)
        .optional()
        .map(this::complete);
  }

  /**
   * The scenario of an id that must exist.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public Scenario get(ScenarioId id) {
    return find(id).orElseThrow(() -> Database.notFound("scenario", id));
  }

  /** The scenarios of a plan, Today first, then newest first. */
  public List<Scenario> list(PlanId plan) {
    return database
        .jdbc()
        .sql(SELECT + "WHERE plan_id = :plan ORDER BY kind = 'TODAY' DESC, id DESC")
        .param("plan", plan.value())
        .query(ScenarioRepository::map)
        .list()
        .stream()
        .map(this::complete)
        .toList();
  }

  private Scenario complete(Scenario row) {
    return row.withTerritories(territories.read(row.id().value()));
  }

  /**
   * Scenario and alignment as of one moment.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public AlignedScenario getAligned(ScenarioId id) {
    PlanId plan = get(id).plan();
    return getAligned(id, plans.units(plan));
  }

  /**
   * Scenario and alignment as of one moment, for callers that keep the plan's numbering.
   *
   * @param units the plan's
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public AlignedScenario getAligned(ScenarioId id, UnitNumbering units) {
    return database.inTransaction(() -> {
      // Locked against edits, so that the version belongs to the units that are read next.
      database
          .jdbc()
          .sql("SELECT id FROM scenario WHERE id = :id FOR SHARE")
          .param("id", id.value())
          .query(row -> {});
      Scenario scenario = get(id);
      List<TerritoryCode> codes =
          scenario.territories().stream().map(ScenarioTerritory::code).toList();
      return new AlignedScenario(scenario, Alignment.of(units, codes, alignments.read(id)));
    });
  }

  /** The named accounts of a scenario. */
  public Map<AccountId, TerritoryCode> named(ScenarioId id) {
    Map<AccountId, TerritoryCode> named = new HashMap<>();
    database
        .jdbc()
        .sql(
            """
            SELECT account_id, code
            FROM scenario_named JOIN scenario_territory USING (scenario_id, number)
            WHERE scenario_id = :id
            """)
        .param("id", id.value())
        .query(row -> {
          named.put(
              new AccountId(Rows.id(row, "account_id")), new TerritoryCode(Rows.text(row, "code")));
        });
    return named;
  }

  /** The written rules of a scenario, as text; empty when there are none. */
  public String rules(ScenarioId id) {
    return database
        .jdbc()
        .sql("SELECT text FROM scenario_rules WHERE scenario_id = :id")
        .param("id", id.value())
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** Replaces the written rules; an empty text takes them out. Not undoable. */
  public Scenario setRules(ScenarioId id, long expectedVersion, String text, String who) {
    return change(
        id,
        expectedVersion,
        who,
        scenario -> {
          AuditDetail detail = new AuditDetail().text("rules", rules(id), text);
          database
              .jdbc()
              .sql("DELETE FROM scenario_rules WHERE scenario_id = :id")
              .param("id", id.value())
              .update();
          insertRules(id, text);
          return new Told("scenario.rules.changed", detail);
        });
  }

  private void insertRules(ScenarioId id, String text) {
    if (!text.isEmpty()) {
      database
          .jdbc()
          .sql("INSERT INTO scenario_rules (scenario_id, text) VALUES (:id, :text)")
          .param("id", id.value())
          .param("text", text)
          .update();
    }
  }

  /**
   * Moves units to a territory and notes it in the journal; what was undone is dropped.
   *
   * @param units their numbers
   * @param to number of a territory, or -1 for none
   * @throws IllegalArgumentException when a number is out of range
   */
  public Scenario move(ScenarioId id, long expectedVersion, int[] units, int to, String who) {
    return change(
        id,
        expectedVersion,
        who,
        scenario -> {
          alignments.move(scenario, units, to, who);
          String territory = to < 0 ? null : scenario.territories().get(to).code().value();
          return new Told(
              "scenario.units.moved",
              new AuditDetail()
                  .with("units", units.length)
                  .with("to", territory)
                  .with("numbers", Arrays.stream(units).limit(MOST_NUMBERS).boxed().toList()));
        });
  }

  /** Takes the last edit back; without one, nothing changes but the version. */
  public Scenario undo(ScenarioId id, long expectedVersion, String who) {
    return change(
        id,
        expectedVersion,
        who,
        scenario -> {
          alignments.undo(scenario);
          return step("scenario.move.undone", scenario.undoable());
        });
  }

  /** Repeats the last undone edit; without one, nothing changes but the version. */
  public Scenario redo(ScenarioId id, long expectedVersion, String who) {
    return change(
        id,
        expectedVersion,
        who,
        scenario -> {
          alignments.redo(scenario);
          return step("scenario.move.redone", scenario.undoable() + 1);
        });
  }

  private static Told step(String action, int move) {
    return new Told(action, new AuditDetail().with("move", move));
  }

  /**
   * Renames a scenario.
   *
   * @throws ProblemException with {@code STORE_ALREADY_EXISTS} when the name is taken
   */
  public Scenario rename(ScenarioId id, long expectedVersion, String name, String who) {
    try {
      return change(
          id,
          expectedVersion,
          who,
          scenario -> {
            database
                .jdbc()
                .sql("UPDATE scenario SET name = :name WHERE id = :id")
                .param("name", name)
                .param("id", id.value())
                .update();
            return new Told(
                "scenario.renamed", new AuditDetail().changed("name", scenario.name(), name));
          });
    } catch (DuplicateKeyException e) {
      throw Database.alreadyExists("scenario", name);
    }
  }

  /**
   * Saves names, colours, shares, homes and representatives; codes and order must stay.
   *
   * @throws IllegalArgumentException when codes or their order differ
   */
  public Scenario setTerritories(
      ScenarioId id, long expectedVersion, List<ScenarioTerritory> changed, String who) {
    return change(
        id,
        expectedVersion,
        who,
        scenario -> {
          var before = scenario.territories().stream().map(ScenarioTerritory::code).toList();
          var after = changed.stream().map(ScenarioTerritory::code).toList();
          if (!before.equals(after)) {
            throw new IllegalArgumentException(
                "The territory codes (%s) must stay as they are (%s).".formatted(after, before));
          }
          territories.write(id.value(), changed);
          return new Told(
              "scenario.territories.changed", differing(scenario.territories(), changed));
        });
  }

  private static AuditDetail differing(
      List<ScenarioTerritory> before, List<ScenarioTerritory> after) {
    List<AuditDetail> changes = new ArrayList<>();
    for (int number = 0; number < before.size(); number++) {
      ScenarioTerritory one = before.get(number);
      ScenarioTerritory other = after.get(number);
      AuditDetail change =
          new AuditDetail()
              .changed("name", one.name(), other.name())
              .changed("colour", one.colour(), other.colour())
              .changed("share", one.share(), other.share())
              .changed("home", one.home(), other.home())
              .changed("representative", one.representative(), other.representative());
      if (!change.isEmpty()) {
        changes.add(change.with("territory", one.code()));
      }
    }
    return new AuditDetail().with("territories", changes);
  }

  /**
   * Deletes a scenario.
   *
   * @throws ProblemException with {@code SCENARIO_PUBLISHED} when it was published
   */
  public void delete(ScenarioId id, long expectedVersion, String who) {
    try {
      database.inTransaction(() -> {
        Optional<Scenario> before = find(id);
        before.ifPresent(this::requireNotFrozen);
        int deleted =
            database
                .jdbc()
                .sql("DELETE FROM scenario WHERE id = :id AND version = :expected")
                .param("id", id.value())
                .param("expected", expectedVersion)
                .update();
        if (before.isEmpty() || deleted == 0) {
          throw database.staleOrMissing("scenario", "scenario", id.value(), expectedVersion);
        }
        AuditDetail detail =
            new AuditDetail().with("plan", before.get().plan()).with("name", before.get().name());
        return audit.append(who, "scenario.deleted", id, detail);
      });
    } catch (DataIntegrityViolationException e) {
      throw ProblemException.of(new ScenarioProblem.Published(id));
    }
  }

  /** One edit: take the version, which also locks the row, then change, all in one transaction. */
  private Scenario change(ScenarioId id, long expectedVersion, String who, Change change) {
    return database.inTransaction(() -> {
      int taken =
          database
              .jdbc()
              .sql(
                  """
                  UPDATE scenario SET version = version + 1, changed_at = :now
                  WHERE id = :id AND version = :expected
                  """)
              .param("now", Database.at(database.now()))
              .param("id", id.value())
              .param("expected", expectedVersion)
              .update();
      if (taken == 0) {
        throw database.staleOrMissing("scenario", "scenario", id.value(), expectedVersion);
      }
      Scenario scenario = get(id);
      requireNotFrozen(scenario);
      Told told = change.apply(scenario);
      audit.append(who, told.action(), id, told.detail());
      return get(id);
    });
  }

  private void requireNotFrozen(Scenario scenario) {
    database
        .jdbc()
        .sql("SELECT kind, who FROM open_review WHERE scenario_id = :id")
        .param("id", scenario.id().value())
        .query((row, number) ->
            new ScenarioProblem.Frozen(
                scenario.id(),
                scenario.name(),
                Rows.text(row, "kind").equals("APPROVED"),
                Rows.text(row, "who")))
        .optional()
        .ifPresent(frozen -> {
          throw ProblemException.of(frozen);
        });
  }

  /** What an edit does to a scenario whose row is locked. */
  private interface Change {
    Told apply(Scenario scenario);
  }

  /** What the audit log tells of a change. */
  private record Told(String action, AuditDetail detail) {}

  /** The scenario without its territories, which are read from their own table. */
  private static Scenario map(ResultSet row, int number) throws SQLException {
    UUID id = Rows.id(row, "id");
    UUID basedOn = Rows.findId(row, "based_on");
    int applied = row.getInt("applied");
    return new Scenario(
        new ScenarioId(id),
        new PlanId(Rows.id(row, "plan_id")),
        Rows.text(row, "name"),
        ScenarioKind.valueOf(Rows.text(row, "kind")),
        basedOn == null ? null : new ScenarioId(basedOn),
        row.getString("brief"),
        List.of(),
        applied,
        row.getInt("edits") - applied,
        Rows.text(row, "created_by"),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "changed_at"),
        row.getLong("version"));
  }
}
