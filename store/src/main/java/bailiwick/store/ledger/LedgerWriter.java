package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Single corrections to the ledger, as opposed to whole publications. */
final class LedgerWriter {

  private final Database database;
  private final PlanTerritories territories;
  private final RuledOwnership ownership;
  private final Bitemporal placement;

  LedgerWriter(Database database) {
    this.database = database;
    this.territories = new PlanTerritories(database);
    this.ownership = new RuledOwnership(database);
    this.placement = Bitemporal.placement(database);
  }

  /**
   * Records assignments.
   *
   * @param check refuses them within the turn at the ledger, when nobody else can change it
   */
  void assign(
      PlanId plan, List<Assignment> assignments, Change change, Consumer<List<Assignment>> check) {
    if (assignments.isEmpty()) {
      return;
    }
    database.inTransaction(() -> {
      LayerId layer = territories.layer(plan);
      LedgerTurn turn = LedgerTurn.take(database, layer);
      Map<TerritoryCode, UUID> known = territories.ids(plan);
      requireSound(assignments, known);
      check.accept(assignments);
      ownership.state(rows -> {
        for (Assignment assignment : assignments) {
          TerritoryCode code = assignment.territory();
          rows.id(assignment.account().value())
              .id(code == null ? null : known.get(code))
              .day(assignment.from())
              .day(assignment.until())
              .end();
        }
      });
      if (ownership.keepNews(layer).isAny()) {
        // A load gives first owners, and decides anew only days that have not come: it moves
        // nobody who has an account today, and it cannot be refused.
        if (change.cause() != Cause.INTAKE) {
          ownership.requireStable(layer);
        }
        UUID act = turn.record(change, null);
        ownership.apply(layer, act, turn.recordedAt());
        keepRules(act, assignments);
      }
      return layer;
    });
  }

  /** Keeps by which rule each account was decided of which anything is new. */
  private void keepRules(UUID act, List<Assignment> assignments) {
    Map<UUID, String> rules = new HashMap<>();
    assignments.stream()
        .filter(assignment -> !assignment.rule().isEmpty())
        .forEach(assignment -> rules.put(assignment.account().value(), assignment.rule()));
    if (rules.isEmpty()) {
      return;
    }
    Set<UUID> news = new LinkedHashSet<>();
    database
        .jdbc()
        .sql(
            """
            SELECT key_id FROM ownership_claim WHERE value_id IS NOT NULL
            UNION SELECT key_id FROM ownership_beneath_claim WHERE value_id IS NOT NULL
            """)
        .query(row -> {
          news.add(Rows.id(row, "key_id"));
        });
    news.retainAll(rules.keySet());
    database.copyIn(
        "ledger_rule (change_id, account_id, rule)",
        rows -> news.forEach(account -> rows.id(act).id(account).text(rules.get(account)).end()));
  }

  private void requireSound(List<Assignment> assignments, Map<TerritoryCode, UUID> known) {
    Set<LedgerProblem> problems = new LinkedHashSet<>();
    for (Assignment assignment : assignments) {
      addPeriodProblem(assignment.from(), assignment.until(), problems);
      TerritoryCode code = assignment.territory();
      if (code != null && !known.containsKey(code)) {
        problems.add(new LedgerProblem.UnknownTerritory(code));
      }
    }
    addOverlaps(assignments, problems);
    addUnknownAccounts(assignments, problems);
    if (!problems.isEmpty()) {
      throw new ProblemException(List.copyOf(problems));
    }
  }

  private static void addPeriodProblem(
      LocalDate from, @Nullable LocalDate until, Set<LedgerProblem> problems) {
    LedgerProblem.findFault(from, until).ifPresent(problems::add);
  }

  private static void addOverlaps(List<Assignment> assignments, Set<LedgerProblem> problems) {
    List<Assignment> sorted = new ArrayList<>(assignments);
    sorted.sort(Comparator.comparing(Assignment::account).thenComparing(Assignment::from));
    for (int i = 1; i < sorted.size(); i++) {
      Assignment before = sorted.get(i - 1);
      LocalDate end = before.until();
      if (before.account().equals(sorted.get(i).account())
          && (end == null || sorted.get(i).from().isBefore(end))) {
        problems.add(new LedgerProblem.Overlap(before.account()));
      }
    }
  }

  private void addUnknownAccounts(List<Assignment> assignments, Set<LedgerProblem> problems) {
    UUID[] ids =
        assignments.stream()
            .map(assignment -> assignment.account().value())
            .distinct()
            .toArray(UUID[]::new);
    database
        .jdbc()
        .sql(
            """
            SELECT id FROM unnest(:ids) AS stated (id)
            WHERE NOT EXISTS (SELECT FROM account WHERE account.id = stated.id)
            ORDER BY id
            """)
        .param("ids", ids)
        .query(row -> {
          problems.add(new LedgerProblem.UnknownAccount(new AccountId(Rows.id(row, "id"))));
        });
  }

  void place(
      PlanId plan,
      TerritoryCode territory,
      @Nullable RepresentativeId representative,
      LocalDate from,
      @Nullable LocalDate until,
      Change change) {
    database.inTransaction(() -> {
      LayerId layer = territories.layer(plan);
      LedgerTurn turn = LedgerTurn.take(database, layer);
      UUID seat = seatOf(plan, territory);
      Set<LedgerProblem> problems = new LinkedHashSet<>();
      addPeriodProblem(from, until, problems);
      if (!problems.isEmpty()) {
        throw new ProblemException(List.copyOf(problems));
      }
      placement.state(rows ->
          rows.id(seat)
              .id(representative == null ? null : representative.value())
              .day(from)
              .day(until)
              .end());
      if (placement.keepNews(layer.value()) > 0) {
        placement.apply(layer.value(), turn.record(change, null), turn.recordedAt());
      }
      return layer;
    });
  }

  private UUID seatOf(PlanId plan, TerritoryCode territory) {
    return database
        .jdbc()
        .sql(
            """
            SELECT seat.id FROM seat JOIN territory ON territory.id = territory_id
            WHERE plan_id = :plan AND code = :code
            """)
        .param("plan", plan.value())
        .param("code", territory.value())
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> ProblemException.of(new LedgerProblem.UnknownTerritory(territory)));
  }
}
