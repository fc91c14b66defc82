package bailiwick.store.publication;

import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.core.unit.LonLat;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.database.StoreProblem;
import bailiwick.store.ledger.LedgerTurn;
import bailiwick.store.ledger.RuledOwnership;
import bailiwick.store.plan.Plan;
import bailiwick.store.plan.PlanRepository;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioRepository;
import bailiwick.store.scenario.ScenarioTerritory;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run and a publication do alike, within one transaction: take the turn at the ledger,
 * give territories and seats their identity, and state the decisions, so that the news stand in the
 * claim table of {@link RuledOwnership}.
 */
final class Preparation {

  /**
   * A publication ready to be counted or carried out.
   *
   * @param until first day of the next publication, null when there is none
   * @param territoryIds {@code [territory number] -> id}
   * @param moved accounts for which the decisions are news
   */
  record Prepared(
      Scenario scenario,
      Plan plan,
      LedgerTurn turn,
      @Nullable LocalDate until,
      List<UUID> territoryIds,
      long moved) {}

  private final Database database;
  private final ScenarioRepository scenarios;
  private final PlanRepository plans;
  private final RuledOwnership ownership;

  Preparation(Database database, ScenarioRepository scenarios, PlanRepository plans) {
    this.database = database;
    this.scenarios = scenarios;
    this.plans = plans;
    this.ownership = new RuledOwnership(database);
  }

  Prepared prepare(PublicationRequest request, Decisions decisions) {
    Scenario scenario = lockScenario(request);
    Plan plan = plans.get(scenario.plan());
    LedgerTurn turn = LedgerTurn.take(database, plan.layer());
    LocalDate until = findNext(plan, request.effectiveFrom());
    List<UUID> territoryIds = new ArrayList<>();
    for (ScenarioTerritory territory : scenario.territories()) {
      UUID id = territoryId(plan, territory);
      saveSeat(id, territory);
      territoryIds.add(id);
    }
    state(request.effectiveFrom(), until, decisions, territoryIds);
    long moved = ownership.keepNews(plan.layer()).accounts();
    return new Prepared(scenario, plan, turn, until, territoryIds, moved);
  }

  /** Edits wait until we are done: what is published is what was decided on. */
  private Scenario lockScenario(PublicationRequest request) {
    database
        .jdbc()
        .sql("SELECT id FROM scenario WHERE id = :id FOR SHARE")
        .param("id", request.scenario().value())
        .query(row -> {});
    Scenario scenario = scenarios.get(request.scenario());
    if (scenario.version() != request.expectedVersion()) {
      throw ProblemException.of(
          new StoreProblem.StaleVersion(
              "scenario",
              request.scenario().toString(),
              request.expectedVersion(),
              scenario.version()));
    }
    return scenario;
  }

  private @Nullable LocalDate findNext(Plan plan, LocalDate from) {
    return database
        .jdbc()
        .sql(
            """
            SELECT effective_from FROM standing_publication
            WHERE layer_id = :layer AND effective_from > :from
            ORDER BY effective_from LIMIT 1
            """)
        .param("layer", plan.layer().value())
        .param("from", from)
        .query(LocalDate.class)
        .optional()
        .orElse(null);
  }

  private UUID territoryId(Plan plan, ScenarioTerritory territory) {
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO territory (id, plan_id, code, name) VALUES (:id, :plan, :code, :name)
            ON CONFLICT (plan_id, code) DO UPDATE SET name = excluded.name
            WHERE territory.person_id IS NULL
            RETURNING id
            """)
        .param("id", database.newId())
        .param("plan", plan.id().value())
        .param("code", territory.code().value())
        .param("name", territory.name())
        .query(UUID.class)
        .optional()
        .orElseThrow(
            () -> ProblemException.of(new PublicationProblem.PersonalTerritory(territory.code())));
  }

  private void saveSeat(UUID territoryId, ScenarioTerritory territory) {
    LonLat home = territory.home();
    database
        .jdbc()
        .sql(
            """
            INSERT INTO seat (id, territory_id, share, lon, lat)
            VALUES (:id, :territory, :share, :lon, :lat)
            ON CONFLICT (territory_id, role) DO UPDATE
            SET share = excluded.share, lon = excluded.lon, lat = excluded.lat
            """)
        .param("id", database.newId())
        .param("territory", territoryId)
        .param("share", territory.share())
        .param("lon", home == null ? null : home.lon(), Types.DOUBLE)
        .param("lat", home == null ? null : home.lat(), Types.DOUBLE)
        .update();
  }

  private void state(
      LocalDate from, @Nullable LocalDate until, Decisions decisions, List<UUID> territoryIds) {
    ownership.state(rows -> {
      for (int i = 0; i < decisions.size(); i++) {
        int number = decisions.territory(i);
        rows.id(decisions.account(i))
            .id(number == Decisions.NONE ? null : territoryIds.get(number))
            .day(from)
            .day(until)
            .end();
      }
    });
    requireKnownAccounts();
    requireOnce();
  }

  private void requireKnownAccounts() {
    database
        .jdbc()
        .sql(
            """
            SELECT count(*) AS number, min(key_id::text) AS example FROM ownership_stated
            WHERE NOT EXISTS (SELECT FROM account WHERE account.id = key_id)
            """)
        .query(row -> {
          if (row.getLong("number") > 0) {
            throw ProblemException.of(
                new PublicationProblem.UnknownAccounts(
                    row.getLong("number"), Rows.text(row, "example")));
          }
        });
  }

  private void requireOnce() {
    database
        .jdbc()
        .sql("SELECT key_id FROM ownership_stated GROUP BY key_id HAVING count(*) > 1 LIMIT 1")
        .query(UUID.class)
        .optional()
        .ifPresent(account -> {
          throw new IllegalArgumentException(
              "The account (%s) must be decided once.".formatted(account));
        });
  }

  /** Seats of the plan and who shall sit in each; seats of territories given up stand vacant. */
  Map<UUID, @Nullable RepresentativeId> seats(Prepared prepared) {
    Map<UUID, @Nullable RepresentativeId> wanted = new HashMap<>();
    for (int number = 0; number < prepared.territoryIds().size(); number++) {
      wanted.put(
          prepared.territoryIds().get(number),
          prepared.scenario().territories().get(number).representative());
    }
    Map<UUID, @Nullable RepresentativeId> seats = new HashMap<>();
    database
        .jdbc()
        .sql(
            """
            SELECT seat.id, territory_id FROM seat JOIN territory ON territory.id = territory_id
            WHERE plan_id = :plan AND role = 'owner'
            """)
        .param("plan", prepared.plan().id().value())
        .query(row -> {
          seats.put(Rows.id(row, "id"), wanted.get(Rows.id(row, "territory_id")));
        });
    return seats;
  }
}
