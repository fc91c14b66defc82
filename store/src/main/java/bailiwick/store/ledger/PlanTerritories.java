package bailiwick.store.ledger;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The layer of a plan and the territories that it has published, by which the ledger knows them.
 */
public final class PlanTerritories {

  private final Database database;

  /** Territories of a database. */
  public PlanTerritories(Database database) {
    this.database = database;
  }

  /**
   * The layer that a plan is for.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public LayerId layer(PlanId plan) {
    return database
        .jdbc()
        .sql("SELECT layer_id FROM plan_layer WHERE plan_id = :plan")
        .param("plan", plan.value())
        .query((row, number) -> new LayerId(Rows.id(row, "layer_id")))
        .optional()
        .orElseThrow(() -> Database.notFound("plan", plan));
  }

  /** The ids of a plan's territories. */
  public Map<TerritoryCode, UUID> ids(PlanId plan) {
    Map<TerritoryCode, UUID> territories = new HashMap<>();
    database
        .jdbc()
        .sql("SELECT code, id FROM territory WHERE plan_id = :plan")
        .param("plan", plan.value())
        .query(row -> {
          territories.put(new TerritoryCode(Rows.text(row, "code")), Rows.id(row, "id"));
        });
    return territories;
  }

  /**
   * The id of a territory.
   *
   * @throws ProblemException with {@code LEDGER_UNKNOWN_TERRITORY}
   */
  public UUID id(PlanId plan, TerritoryCode code) {
    return database
        .jdbc()
        .sql("SELECT id FROM territory WHERE plan_id = :plan AND code = :code")
        .param("plan", plan.value())
        .param("code", code.value())
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> ProblemException.of(new LedgerProblem.UnknownTerritory(code)));
  }
}
