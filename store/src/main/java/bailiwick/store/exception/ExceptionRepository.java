package bailiwick.store.exception;

import bailiwick.core.account.AccountId;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.ledger.Cause;
import bailiwick.store.ledger.Change;
import bailiwick.store.ledger.LedgerProblem;
import bailiwick.store.ledger.LedgerTurn;
import bailiwick.store.ledger.PlanTerritories;
import bailiwick.store.plan.LayerId;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes and ends exceptions to the rules. While one holds, the account belongs to whom it names;
 * what rules and people say of it meanwhile is kept beneath. When it ends, by its day or by
 * somebody, the account belongs to whom it would belong without it. Thread-safe.
 */
public final class ExceptionRepository {

  private final Database database;
  private final AuditLog audit;
  private final ExceptionList list;
  private final PlanTerritories territories;
  private final PersonalTerritories persons;
  private final ExceptedDays days;
  private final JsonMapper json = JsonMapper.shared();

  /** Keeps them in a database. */
  public ExceptionRepository(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
    this.list = new ExceptionList(database);
    this.territories = new PlanTerritories(database);
    this.persons = new PersonalTerritories(database);
    this.days = new ExceptedDays(database);
  }

  /** The exceptions that were made, in force or not. */
  public ExceptionList list() {
    return list;
  }

  /**
   * Makes an exception.
   *
   * @throws ProblemException with an {@code EXCEPTION_…} problem, {@code LEDGER_EMPTY_PERIOD},
   *     {@code LEDGER_UNKNOWN_ACCOUNT}, {@code LEDGER_UNKNOWN_TERRITORY} or a {@code STABILITY_…}
   *     problem; then nothing is written
   */
  public OwnershipException make(NewException asked) {
    requireSound(asked);
    return database.inTransaction(() -> {
      LayerId layer = territories.layer(asked.plan());
      LedgerTurn turn = LedgerTurn.take(database, layer);
      requireFree(asked, layer);
      UUID change = turn.record(new Change(Cause.EXCEPTION, asked.who(), asked.why()), null);
      UUID territory = territory(asked, layer, turn, change);
      ExceptionId id = new ExceptionId(database.newId());
      insert(id, asked, layer, territory, change);
      insertReview(id, asked, turn);
      days.begin(id, asked, layer, territory, turn, change);
      audit.append(asked.who(), "exception.made", id.toString(), detail(asked));
      return list.get(id);
    });
  }

  private static void requireSound(NewException asked) {
    List<Problem> problems = new ArrayList<>();
    LocalDate until = asked.until();
    LocalDate reviewOn = asked.reviewOn();
    boolean strategic = asked.kind() == ExceptionKind.STRATEGIC;
    if (asked.why().isBlank()) {
      problems.add(new ExceptionProblem.NoReason());
    }
    if (until == null && !strategic) {
      problems.add(new ExceptionProblem.NoEnd(asked.kind()));
    }
    LedgerProblem.findFault(asked.from(), until).ifPresent(problems::add);
    if (reviewOn != null && LedgerProblem.isFar(reviewOn)) {
      problems.add(new LedgerProblem.FarDay("/reviewOn", reviewOn));
    }
    if (strategic ? reviewOn == null || !reviewOn.isAfter(asked.from()) : reviewOn != null) {
      problems.add(new ExceptionProblem.WrongReview(asked.kind(), reviewOn, asked.from()));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private void requireFree(NewException asked, LayerId layer) {
    ExceptedAccount account = ExceptedAccount.find(database, asked.account());
    if (account.merged()) {
      throw ProblemException.of(new ExceptionProblem.Merged(account.key()));
    }
    list.of(asked.account()).stream()
        .filter(other -> other.layer().equals(layer) && overlaps(other, asked))
        .findFirst()
        .ifPresent(other -> {
          throw ProblemException.of(
              new ExceptionProblem.Overlap(
                  account.key(), other.territory().value(), other.from(), other.until()));
        });
  }

  private static boolean overlaps(OwnershipException other, NewException asked) {
    LocalDate otherUntil = other.until();
    LocalDate until = asked.until();
    boolean revoked = otherUntil != null && !other.from().isBefore(otherUntil);
    return !revoked
        && (otherUntil == null || asked.from().isBefore(otherUntil))
        && (until == null || other.from().isBefore(until));
  }

  private UUID territory(NewException asked, LayerId layer, LedgerTurn turn, UUID change) {
    return switch (asked.owner()) {
      case NewException.Owner.OfTerritory(var code) -> territories.id(asked.plan(), code);
      case NewException.Owner.OfPerson(var person) ->
          persons.findOrMake(asked, person, layer, turn, change);
      case NewException.Owner.AsItIs() -> ownerOn(asked.account(), layer, asked.from());
    };
  }

  private UUID ownerOn(AccountId account, LayerId layer, LocalDate day) {
    return database
        .jdbc()
        .sql(
            """
            SELECT territory_id FROM ownership
            WHERE account_id = :account AND layer_id = :layer AND superseded_at IS NULL
              AND valid @> :day
            """)
        .param("account", account.value())
        .param("layer", layer.value())
        .param("day", day)
        .query(UUID.class)
        .optional()
        .orElseThrow(() ->
            ProblemException.of(
                new ExceptionProblem.NobodyToKeep(
                    ExceptedAccount.find(database, account).key(), day)));
  }

  private void insert(
      ExceptionId id, NewException asked, LayerId layer, UUID territory, UUID change) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO ownership_exception
              (id, account_id, layer_id, kind, territory_id, asked, why, who, change_id)
            VALUES (:id, :account, :layer, :kind, :territory, daterange(:from, :until), :why, :who,
              :change)
            """)
        .param("id", id.value())
        .param("account", asked.account().value())
        .param("layer", layer.value())
        .param("kind", asked.kind().name())
        .param("territory", territory)
        .param("from", asked.from())
        .param("until", asked.until(), Types.DATE)
        .param("why", asked.why().strip())
        .param("who", asked.who())
        .param("change", change)
        .update();
  }

  private void insertReview(ExceptionId id, NewException asked, LedgerTurn turn) {
    LocalDate reviewOn = asked.reviewOn();
    if (reviewOn != null) {
      insertReview(id, reviewOn, asked.who(), asked.why(), turn);
    }
  }

  private void insertReview(
      ExceptionId id, LocalDate reviewOn, String who, String why, LedgerTurn turn) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO exception_review (exception_id, review_on, why, who, at)
            VALUES (:id, :on, :why, :who, :at)
            """)
        .param("id", id.value())
        .param("on", reviewOn)
        .param("why", why)
        .param("who", who)
        .param("at", Database.at(turn.recordedAt()))
        .update();
  }

  private String detail(NewException asked) {
    return json.writeValueAsString(
        Map.of(
            "account", asked.account().toString(),
            "kind", asked.kind().name(),
            "from", asked.from().toString(),
            "until", String.valueOf(asked.until()),
            "why", asked.why()));
  }

  /**
   * Ends an exception; from that day on the account belongs to whom it would belong without it.
   *
   * @param on first day on which it holds no more; its first day or earlier revokes it altogether
   * @throws ProblemException with {@code STORE_NOT_FOUND}, {@code EXCEPTION_NO_REASON}, or {@code
   *     EXCEPTION_ENDED} when it holds no more by then anyway, or a {@code STABILITY_…} problem
   *     when the account would move too often by it; one that is revoked altogether is not held to
   *     that
   */
  public OwnershipException end(ExceptionId id, LocalDate on, String who, String why) {
    requireReason(why);
    requireNear("/on", on);
    return database.inTransaction(() -> {
      LedgerTurn turn = LedgerTurn.take(database, list.get(id).layer());
      OwnershipException exception = list.get(id);
      LocalDate until = exception.until();
      if (until != null && !on.isBefore(until)) {
        throw ProblemException.of(new ExceptionProblem.EndedAlready(until));
      }
      UUID change = turn.record(new Change(Cause.FALLBACK, who, why), null);
      days.end(exception, on, turn, change);
      audit.append(
          who,
          "exception.ended",
          id.toString(),
          json.writeValueAsString(Map.of("on", on.toString(), "why", why)));
      return list.get(id);
    });
  }

  /**
   * Notes that somebody looked at a strategic account again and keeps it.
   *
   * @param next the next day of review
   * @throws ProblemException with {@code STORE_NOT_FOUND}, {@code EXCEPTION_NO_REASON}, {@code
   *     EXCEPTION_WRONG_REVIEW} or {@code EXCEPTION_ENDED}
   */
  public OwnershipException review(
      ExceptionId id, LocalDate next, LocalDate today, String who, String why) {
    requireReason(why);
    requireNear("/next", next);
    return database.inTransaction(() -> {
      LedgerTurn turn = LedgerTurn.take(database, list.get(id).layer());
      OwnershipException exception = list.get(id);
      if (exception.kind() != ExceptionKind.STRATEGIC || !next.isAfter(today)) {
        throw ProblemException.of(new ExceptionProblem.WrongReview(exception.kind(), next, today));
      }
      LocalDate until = exception.until();
      if (until != null && !next.isBefore(until)) {
        throw ProblemException.of(new ExceptionProblem.EndedAlready(until));
      }
      insertReview(id, next, who, why, turn);
      audit.append(
          who,
          "exception.reviewed",
          id.toString(),
          json.writeValueAsString(Map.of("next", next.toString(), "why", why)));
      return list.get(id);
    });
  }

  private static void requireNear(String pointer, LocalDate day) {
    if (LedgerProblem.isFar(day)) {
      throw ProblemException.of(new LedgerProblem.FarDay(pointer, day));
    }
  }

  private static void requireReason(String why) {
    if (why.isBlank()) {
      throw ProblemException.of(new ExceptionProblem.NoReason());
    }
  }
}
