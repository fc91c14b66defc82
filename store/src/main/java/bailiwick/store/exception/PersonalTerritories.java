package bailiwick.store.exception;

import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.ledger.Bitemporal;
import bailiwick.store.ledger.LedgerTurn;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Territories of persons: accounts that somebody has by name stay with the person, whatever seat
 * that person takes. The seat of such a territory is the person's alone: publications, which fill
 * the seats of owners, leave it as it is.
 */
final class PersonalTerritories {

  private final Database database;
  private final Bitemporal placement;

  PersonalTerritories(Database database) {
    this.database = database;
    this.placement = Bitemporal.placement(database);
  }

  /** The person's territory in a plan, with the person in its seat from a day on. */
  UUID findOrMake(
      PlanId plan,
      RepresentativeId person,
      LocalDate from,
      LayerId layer,
      LedgerTurn turn,
      UUID change) {
    UUID territory = territory(plan, person);
    UUID seat = seat(territory);
    placement.state(rows -> rows.id(seat).id(person.value()).day(from).day(null).end());
    if (placement.keepNews(layer.value()) > 0) {
      placement.apply(layer.value(), change, turn.recordedAt());
    }
    return territory;
  }

  private UUID territory(PlanId plan, RepresentativeId person) {
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO territory (id, plan_id, code, name)
            SELECT :id, :plan, 'NAMED-' || external_id, 'Named accounts of ' || name
            FROM representative WHERE id = :person
            ON CONFLICT (plan_id, code) DO UPDATE SET name = excluded.name
            RETURNING id
            """)
        .param("id", database.newId())
        .param("plan", plan.value())
        .param("person", person.value())
        .query((row, number) -> Rows.id(row, "id"))
        .optional()
        .orElseThrow(() -> Database.notFound("representative", person));
  }

  private UUID seat(UUID territory) {
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO seat (id, territory_id, role, share) VALUES (:id, :territory, 'named', 1)
            ON CONFLICT (territory_id, role) DO UPDATE SET share = seat.share
            RETURNING id
            """)
        .param("id", database.newId())
        .param("territory", territory)
        .query((row, number) -> Rows.id(row, "id"))
        .single();
  }
}
