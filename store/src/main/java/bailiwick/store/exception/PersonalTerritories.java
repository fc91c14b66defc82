package bailiwick.store.exception;

import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.ledger.Bitemporal;
import bailiwick.store.ledger.LedgerTurn;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  /** The person's territory in the plan, with the person in its seat on the exception's days. */
  UUID findOrMake(
      NewException asked, RepresentativeId person, LayerId layer, LedgerTurn turn, UUID change) {
    requireThere(person, asked.from());
    UUID territory = find(asked.plan(), person).orElseGet(() -> make(asked.plan(), person));
    UUID seat = seat(territory);
    placement.state(
        rows -> rows.id(seat).id(person.value()).day(asked.from()).day(asked.until()).end());
    if (placement.keepNews(layer.value()) > 0) {
      placement.apply(layer.value(), change, turn.recordedAt());
    }
    return territory;
  }

  private record Known(String name, @Nullable LocalDate leftOn) {}

  private void requireThere(RepresentativeId person, LocalDate day) {
    Known known =
        database
            .jdbc()
            .sql("SELECT name, left_on FROM representative WHERE id = :person FOR SHARE")
            .param("person", person.value())
            .query((row, number) -> new Known(Rows.text(row, "name"), Rows.findDay(row, "left_on")))
            .optional()
            .orElseThrow(() -> Database.notFound("representative", person));
    LocalDate leftOn = known.leftOn;
    if (leftOn != null && !day.isBefore(leftOn)) {
      throw ProblemException.of(new ExceptionProblem.PersonLeft(known.name, leftOn, day));
    }
  }

  private Optional<UUID> find(PlanId plan, RepresentativeId person) {
    return database
        .jdbc()
        .sql("SELECT id FROM territory WHERE plan_id = :plan AND person_id = :person")
        .param("plan", plan.value())
        .param("person", person.value())
        .query(UUID.class)
        .optional();
  }

  /** Under the first code that nothing else of the plan has. */
  private UUID make(PlanId plan, RepresentativeId person) {
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO territory (id, plan_id, code, name, person_id)
            SELECT :id, :plan, wanted.code, 'Named accounts of ' || representative.name, :person
            FROM representative
            CROSS JOIN LATERAL (VALUES
              (1, 'NAMED-' || external_id),
              (2, 'NAMED-' || source || '-' || external_id),
              (3, 'NAMED-' || representative.id)
            ) AS wanted (place, code)
            WHERE representative.id = :person AND NOT EXISTS (
              SELECT FROM territory WHERE plan_id = :plan AND code = wanted.code)
            ORDER BY place LIMIT 1
            RETURNING id
            """)
        .param("id", database.newId())
        .param("plan", plan.value())
        .param("person", person.value())
        .query(UUID.class)
        .single();
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
