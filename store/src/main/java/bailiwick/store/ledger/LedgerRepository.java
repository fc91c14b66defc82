package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of ownership: account to territory in two times, when it held and when we believed it.
 * Nothing is overwritten or deleted; the database itself forbids two owners of an account in a
 * layer on a day. Thread-safe: writers of one layer take turns.
 */
public final class LedgerRepository {

  /** An ownership row, its territory, and the act that first stated it. */
  static final String ENTRY =
      """
      SELECT held.account_id, held.layer_id, plan_id, code, territory.name AS territory_name,
        lower(held.valid) AS from_day, upper(held.valid) AS until_day, held.recorded_at,
        held.superseded_at, origin.cause, origin.publication_id, origin.who, origin.why,
        coalesce(decided.rule, '') AS rule
        %s
      FROM ownership AS held
      JOIN territory ON territory.id = held.territory_id
      JOIN ledger_change AS origin ON origin.id = held.origin_id
      LEFT JOIN ledger_rule AS decided ON decided.change_id = held.origin_id
        AND decided.account_id = held.account_id
      """;

  /** Whether a row was believed at {@code :knownAt}. */
  static final String BELIEVED =
      " %1$s.recorded_at <= :knownAt AND coalesce(%1$s.superseded_at > :knownAt, true) ";

  private static final String OWNER =
      ENTRY.formatted(", representative.id AS person_id, representative.name AS person_name")
          + """
          LEFT JOIN seat ON seat.territory_id = territory.id
          LEFT JOIN placement ON placement.seat_id = seat.id AND placement.valid @> :day AND
          """
          + BELIEVED.formatted("placement")
          + """
          LEFT JOIN representative ON representative.id = placement.representative_id
          WHERE held.account_id = :account AND held.layer_id = :layer AND held.valid @> :day AND
          """
          + BELIEVED.formatted("held");

  /** Rows fetched at once while streaming. */
  static final int FETCH_SIZE = 20_000;

  /** Later than any instant a clock will show us. */
  public static final Instant NOW = Instant.parse("9999-01-01T00:00:00Z");

  private final Database database;
  private final LedgerWriter writer;
  private final PlanTerritories territories;
  private final BookChanges bookChanges;
  private final BookOnDay books;
  private final ChangesBetween changes;
  private final OwnersOnDay owners;
  private final SubjectsOnDay subjects;
  private final OwnerTimeline timeline;

  /** Keeps it in a database. */
  public LedgerRepository(Database database) {
    this.database = database;
    this.writer = new LedgerWriter(database);
    this.territories = new PlanTerritories(database);
    this.bookChanges = new BookChanges(database);
    this.books = new BookOnDay(database);
    this.changes = new ChangesBetween(database);
    this.owners = new OwnersOnDay(database);
    this.subjects = new SubjectsOnDay(database);
    this.timeline = new OwnerTimeline(database);
  }

  /** The owner of an account on a day, as believed now. */
  public Optional<Owner> ownerOn(AccountId account, LayerId layer, LocalDate day) {
    return ownerOn(account, layer, day, NOW);
  }

  /** The owner of an account on a day, as believed at an instant. */
  public Optional<Owner> ownerOn(AccountId account, LayerId layer, LocalDate day, Instant knownAt) {
    return database
        .jdbc()
        .sql(OWNER)
        .param("account", account.value())
        .param("layer", layer.value())
        .param("day", day)
        .param("knownAt", Database.at(knownAt))
        .query(LedgerRepository::mapOwner)
        .optional();
  }

  /** Everything ever recorded of an account, oldest record first. */
  public List<LedgerEntry> history(AccountId account) {
    return history(account, NOW);
  }

  /**
   * Everything that had been recorded of an account up to an instant, oldest record first. What was
   * superseded later counts as it did then.
   */
  public List<LedgerEntry> history(AccountId account, Instant knownAt) {
    return database
        .jdbc()
        .sql(
            ENTRY.formatted("")
                + """
                WHERE held.account_id = :account AND held.recorded_at <= :knownAt
                ORDER BY held.recorded_at, lower(held.valid)
                """)
        .param("account", account.value())
        .param("knownAt", Database.at(knownAt))
        .query(LedgerRepository::mapEntry)
        .list()
        .stream()
        .map(entry -> entry.knownAt(knownAt))
        .toList();
  }

  /**
   * Who had an account when, as believed at an instant, in the order of the days; days on which
   * nobody had it are left out.
   */
  public List<OwnerSpan> timeline(AccountId account, LayerId layer, Instant knownAt) {
    return timeline.owners(account, layer, knownAt);
  }

  /** The same of whom it would have belonged to without exceptions, on their days alone. */
  public List<OwnerSpan> timelineBeneath(AccountId account, LayerId layer, Instant knownAt) {
    return timeline.beneath(account, layer, knownAt);
  }

  /**
   * Every account owned in a layer on a day, as believed at an instant, by external id; streamed.
   */
  public void forEachOwner(
      LayerId layer, LocalDate day, Instant knownAt, Consumer<OwnedAccount> consumer) {
    owners.forEach(layer, day, knownAt, consumer);
  }

  /**
   * Every account as rules see it, by id, with what the ledger says of it on a day: those that
   * stand for themselves, and merged ones that the ledger gives to somebody all the same. Streamed.
   */
  public void forEachSubject(LayerId layer, LocalDate day, Consumer<LedgerSubject> consumer) {
    subjects.forEach(layer, day, consumer);
  }

  /** Of those that stand for themselves, the ones without an owner on a day or changed since. */
  public void forEachToDecide(
      LayerId layer, LocalDate day, Instant changedSince, Consumer<LedgerSubject> consumer) {
    subjects.forEachToDecide(layer, day, changedSince, consumer);
  }

  /** An account as rules see it, with what the ledger says of it on a day. */
  public Optional<LedgerSubject> findSubject(AccountId account, LayerId layer, LocalDate day) {
    return subjects.find(account, layer, day);
  }

  /** The same of some accounts; those that are not there are left out. */
  public Map<AccountId, LedgerSubject> findSubjects(
      Collection<AccountId> accounts, LayerId layer, LocalDate day) {
    return subjects.find(accounts, layer, day);
  }

  /**
   * All accounts of a representative on a day, as believed at an instant; the largest potential
   * first.
   */
  public List<BookedAccount> book(
      RepresentativeId person, LayerId layer, LocalDate day, Instant knownAt) {
    return books.of(person, layer, day, knownAt);
  }

  /**
   * Every row that was recorded or ended in a layer after an instant and up to another, act by act;
   * streamed.
   */
  public void forEachChange(
      LayerId layer, Instant after, Instant until, Consumer<ChangedRow> consumer) {
    changes.forEach(layer, after, until, consumer);
  }

  /**
   * What came into and went out of a representative's hands in a layer from one day to another, the
   * largest potential first.
   */
  public List<BookChange> bookChanges(
      RepresentativeId person, LayerId layer, LocalDate before, LocalDate after) {
    return bookChanges.between(person, layer, before, after);
  }

  /**
   * What each territory of a plan owns on a day, by code: those in force that day, with or without
   * accounts, and any other that still has some.
   */
  public List<TerritoryTotals> totals(PlanId plan, LocalDate day) {
    return database
        .jdbc()
        .sql(
            """
            WITH owned AS (
              SELECT territory_id, count(*) AS accounts, sum(potential_cents) AS potential,
                sum(workload_centihours) AS workload, sum(sales_cents) AS sales,
                sum(pipeline_cents) AS pipeline
              FROM ownership JOIN account ON account.id = account_id
              WHERE superseded_at IS NULL AND valid @> :day
                AND territory_id IN (SELECT id FROM territory WHERE plan_id = :plan)
              GROUP BY territory_id
            ), in_force AS (
              SELECT id FROM standing_publication WHERE plan_id = :plan AND effective_from <= :day
              ORDER BY effective_from DESC, published_at DESC LIMIT 1
            )
            SELECT territory.code, territory.name, placement.representative_id,
              coalesce(accounts, 0) AS accounts, coalesce(potential, 0) AS potential_cents,
              coalesce(workload, 0) AS workload_centihours, coalesce(sales, 0) AS sales_cents,
              coalesce(pipeline, 0) AS pipeline_cents
            FROM territory
            LEFT JOIN owned ON owned.territory_id = territory.id
            LEFT JOIN seat ON seat.territory_id = territory.id
            LEFT JOIN placement ON placement.seat_id = seat.id
              AND placement.superseded_at IS NULL AND placement.valid @> :day
            WHERE plan_id = :plan AND (accounts > 0 OR code IN (
              SELECT code FROM publication_territory WHERE publication_id IN (TABLE in_force)))
            ORDER BY code
            """)
        .param("plan", plan.value())
        .param("day", day)
        .query(LedgerRepository::mapTotals)
        .list();
  }

  /** The territory of every owned account on a day, streamed. */
  public void forEachOwned(
      LayerId layer, LocalDate day, BiConsumer<AccountId, TerritoryCode> consumer) {
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(
              """
              SELECT account_id, code
              FROM ownership JOIN territory ON territory.id = territory_id
              WHERE layer_id = :layer AND superseded_at IS NULL AND valid @> :day
              """)
          .withFetchSize(FETCH_SIZE)
          .param("layer", layer.value())
          .param("day", day)
          .query(row -> {
            consumer.accept(
                new AccountId(Rows.id(row, "account_id")),
                new TerritoryCode(Rows.text(row, "code")));
          });
      return consumer;
    });
  }

  /**
   * Records assignments to territories of a published plan, superseding what they contradict. What
   * is believed already is not recorded again.
   *
   * @throws ProblemException with {@code LEDGER_UNKNOWN_TERRITORY}, {@code LEDGER_UNKNOWN_ACCOUNT},
   *     {@code LEDGER_EMPTY_PERIOD} or {@code LEDGER_OVERLAP}; then nothing is written
   */
  public void assign(PlanId plan, List<Assignment> assignments, Change change) {
    writer.assign(plan, assignments, change, accounts -> {});
  }

  /**
   * Records assignments as {@link #assign} does, if the accounts still belong on the first day to
   * whom the caller believes they belong: nobody overwrites unseen what somebody else decided.
   *
   * @param expected null for nobody
   * @throws ProblemException as {@link #assign}, and with {@code LEDGER_OWNER_CHANGED} for each
   *     account that belongs to another; then nothing is written
   */
  public void assignExpecting(
      PlanId plan, List<Assignment> assignments, @Nullable TerritoryCode expected, Change change) {
    writer.assign(plan, assignments, change, accounts -> requireOwner(accounts, plan, expected));
  }

  private void requireOwner(
      List<Assignment> assignments, PlanId plan, @Nullable TerritoryCode expected) {
    LayerId layer = territories.layer(plan);
    List<LedgerProblem> changed = new ArrayList<>();
    for (Assignment assignment : assignments) {
      TerritoryCode owner =
          ownerOn(assignment.account(), layer, assignment.from())
              .map(found -> found.entry().territory())
              .orElse(null);
      if (!Objects.equals(owner, expected)) {
        changed.add(
            new LedgerProblem.OwnerChanged(
                assignment.account(), assignment.from(), expected, owner));
      }
    }
    if (!changed.isEmpty()) {
      throw new ProblemException(changed);
    }
  }

  /**
   * Places a representative in the seat of a territory from a day on, or leaves it vacant.
   *
   * @param representative null for a vacancy
   * @param until first day after, null for an open end
   * @throws ProblemException with {@code LEDGER_UNKNOWN_TERRITORY} or {@code LEDGER_EMPTY_PERIOD}
   */
  public void place(
      PlanId plan,
      TerritoryCode territory,
      @Nullable RepresentativeId representative,
      LocalDate from,
      @Nullable LocalDate until,
      Change change) {
    writer.place(plan, territory, representative, from, until, change);
  }

  private static Owner mapOwner(ResultSet row, int number) throws SQLException {
    UUID person = Rows.findId(row, "person_id");
    return new Owner(
        mapEntry(row, number),
        person == null ? null : new RepresentativeId(person),
        person == null ? "" : Rows.text(row, "person_name"));
  }

  static LedgerEntry mapEntry(ResultSet row, int number) throws SQLException {
    UUID publication = Rows.findId(row, "publication_id");
    return new LedgerEntry(
        new AccountId(Rows.id(row, "account_id")),
        new LayerId(Rows.id(row, "layer_id")),
        new PlanId(Rows.id(row, "plan_id")),
        new TerritoryCode(Rows.text(row, "code")),
        Rows.text(row, "territory_name"),
        Rows.day(row, "from_day"),
        Rows.findDay(row, "until_day"),
        Rows.instant(row, "recorded_at"),
        Rows.findInstant(row, "superseded_at"),
        Cause.valueOf(Rows.text(row, "cause")),
        publication == null ? null : new PublicationId(publication),
        Rows.text(row, "who"),
        Rows.text(row, "why"),
        Rows.text(row, "rule"));
  }

  private static TerritoryTotals mapTotals(ResultSet row, int number) throws SQLException {
    UUID person = Rows.findId(row, "representative_id");
    return new TerritoryTotals(
        new TerritoryCode(Rows.text(row, "code")),
        Rows.text(row, "name"),
        person == null ? null : new RepresentativeId(person),
        row.getLong("accounts"),
        mapWorth(row));
  }

  static Worth mapWorth(ResultSet row) throws SQLException {
    return new Worth(
        row.getLong("potential_cents"),
        row.getLong("workload_centihours"),
        row.getLong("sales_cents"),
        row.getLong("pipeline_cents"));
  }
}
