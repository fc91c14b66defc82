package bailiwick.store.plan;

import bailiwick.core.account.FamilyPolicy;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.store.audit.AuditDetail;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;

/** Keeps plans and layers. Thread-safe. */
public final class PlanRepository {

  private static final String SELECT =
      """
      SELECT plan.id, plan.name, lower(period) AS from_day, upper(period) AS until_day, currency,
        country, unit_kind, atlas_version, layer_id, cardinality(ids) AS unit_count, families, created_by,
        created_at
      FROM plan
      JOIN plan_units ON plan_units.plan_id = plan.id
      JOIN plan_layer ON plan_layer.plan_id = plan.id
      """;

  private final Database database;
  private final AuditLog audit;

  /** Keeps them in a database. */
  public PlanRepository(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * Makes a plan on the layer for new business, and notes it in the audit log.
   *
   * @throws ProblemException with {@code STORE_ALREADY_EXISTS} when the name is taken
   */
  public Plan create(NewPlan plan) {
    PlanId id = new PlanId(database.newId());
    try {
      database.inTransaction(() -> {
        insert(id, plan);
        return audit.append(
            plan.createdBy(),
            "plan.made",
            id,
            new AuditDetail()
                .with("name", plan.name())
                .with("from", plan.from())
                .with("until", plan.until())
                .with("currency", plan.currency())
                .with("country", plan.country())
                .with("units", plan.units().size())
                .with("families", plan.families()));
      });
    } catch (DuplicateKeyException e) {
      throw Database.alreadyExists("plan", plan.name());
    }
    return get(id);
  }

  private void insert(PlanId id, NewPlan plan) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO plan (id, name, period, currency, country, unit_kind, atlas_version,
              families, created_by, created_at)
            VALUES (:id, :name, daterange(:from, :until), :currency, :country, :kind, :atlas,
              :families, :who, :now)
            """)
        .param("id", id.value())
        .param("name", plan.name())
        .param("from", plan.from())
        .param("until", plan.until())
        .param("currency", plan.currency())
        .param("country", plan.country())
        .param("kind", plan.unitKind().name())
        .param("atlas", plan.atlasVersion())
        .param("families", plan.families().name())
        .param("who", plan.createdBy())
        .param("now", Database.at(database.now()))
        .update();
    database
        .jdbc()
        .sql("INSERT INTO plan_units (plan_id, ids) VALUES (:id, :ids)")
        .param("id", id.value())
        .param("ids", plan.units().ids().stream().map(UnitId::value).toArray(String[]::new))
        .update();
    database
        .jdbc()
        .sql("INSERT INTO plan_layer (plan_id, layer_id) VALUES (:id, :layer)")
        .param("id", id.value())
        .param("layer", LayerId.NEW_BUSINESS.value())
        .update();
  }

  /**
   * Sets how a plan owns accounts that belong together, and notes it in the audit log. It counts
   * from the next publication on.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}, {@code PLAN_IN_REVIEW} while a scenario
   *     of it is in review or approved: somebody decides, or has decided, about what would change
   */
  public Plan setFamilies(PlanId id, FamilyPolicy families, String who) {
    return database.inEdit(() -> {
      database
          .jdbc()
          .sql("SELECT id FROM scenario WHERE plan_id = :id ORDER BY id FOR UPDATE")
          .param("id", id.value())
          .query(row -> {});
      Plan before = get(id);
      requireNoReview(before);
      database
          .jdbc()
          .sql("UPDATE plan SET families = :families WHERE id = :id")
          .param("families", families.name())
          .param("id", id.value())
          .update();
      AuditDetail detail =
          new AuditDetail()
              .with("name", before.name())
              .changed("families", before.families(), families);
      audit.append(who, "plan.changed", id, detail);
      return get(id);
    });
  }

  private void requireNoReview(Plan plan) {
    database
        .jdbc()
        .sql(
            """
            SELECT name FROM scenario JOIN open_review ON scenario_id = scenario.id
            WHERE plan_id = :id ORDER BY name LIMIT 1
            """)
        .param("id", plan.id().value())
        .query(String.class)
        .optional()
        .ifPresent(scenario -> {
          throw ProblemException.of(new PlanProblem.InReview(plan.name(), scenario));
        });
  }

  /** The plan of an id. */
  public Optional<Plan> find(PlanId id) {
    return database
        .jdbc()
        .sql(SELECT + "WHERE plan.id = :id")
        .param("id", id.value())
        .query(PlanRepository::map)
        .optional();
  }

  /**
   * The plan of an id that must exist.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public Plan get(PlanId id) {
    return find(id).orElseThrow(() -> Database.notFound("plan", id));
  }

  /** All plans, newest period first. */
  public List<Plan> list() {
    return database
        .jdbc()
        .sql(SELECT + "ORDER BY lower(period) DESC, plan.id DESC")
        .query(PlanRepository::map)
        .list();
  }

  /**
   * The numbering of the plan's units; it never changes, so callers may keep it.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public UnitNumbering units(PlanId id) {
    return database
        .jdbc()
        .sql("SELECT ids FROM plan_units WHERE plan_id = :id")
        .param("id", id.value())
        .query(PlanRepository::mapUnits)
        .optional()
        .orElseThrow(() -> Database.notFound("plan", id));
  }

  private static UnitNumbering mapUnits(ResultSet row, int number) throws SQLException {
    Array ids = row.getArray("ids");
    return UnitNumbering.of(Arrays.stream((String[]) ids.getArray()).map(UnitId::new).toList());
  }

  /** All layers. */
  public List<Layer> layers() {
    return database
        .jdbc()
        .sql("SELECT id, code, name FROM layer ORDER BY code")
        .query((row, number) ->
            new Layer(
                new LayerId(Rows.id(row, "id")), Rows.text(row, "code"), Rows.text(row, "name")))
        .list();
  }

  private static Plan map(ResultSet row, int number) throws SQLException {
    UUID layer = Rows.id(row, "layer_id");
    return new Plan(
        new PlanId(Rows.id(row, "id")),
        Rows.text(row, "name"),
        Rows.day(row, "from_day"),
        Rows.day(row, "until_day"),
        Rows.text(row, "currency"),
        Rows.text(row, "country"),
        UnitKind.valueOf(Rows.text(row, "unit_kind")),
        Rows.text(row, "atlas_version"),
        new LayerId(layer),
        row.getInt("unit_count"),
        FamilyPolicy.valueOf(Rows.text(row, "families")),
        Rows.text(row, "created_by"),
        Rows.instant(row, "created_at"));
  }
}
