package bailiwick.store.deal;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Cursor;
import bailiwick.store.database.Database;
import bailiwick.store.database.Page;
import bailiwick.store.database.Rows;
import bailiwick.store.ledger.Bitemporal;
import bailiwick.store.ledger.Cause;
import bailiwick.store.ledger.Change;
import bailiwick.store.ledger.LedgerProblem;
import bailiwick.store.ledger.LedgerRepository;
import bailiwick.store.ledger.LedgerTurn;
import bailiwick.store.ledger.PublicationId;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps where open opportunities went, and which are held. Thread-safe. */
public final class DealRepository {

  private static final String DEALS =
      """
      SELECT deal.source, deal.external_id, coalesce(merged_into, account.id) AS account_id, stage,
        amount_cents, decision.id, decision.publication_id, territory_code, rule, reason, decided_at,
        (SELECT code FROM territory WHERE id = held.territory_id) AS held_code,
        lower(held.valid) AS held_from, upper(held.valid) AS held_until, act.why AS held_why,
        act.who AS held_by, act.recorded_at AS held_at,
        EXISTS (SELECT FROM deal_hold AS over
          WHERE over.deal_id = decision.id AND over.superseded_at IS NULL
            AND upper(over.valid) <= :on AND upper(over.valid) > CAST(decided_at AS date))
        OR EXISTS (SELECT FROM ownership AS owned
          WHERE owned.account_id = coalesce(merged_into, account.id) AND owned.layer_id = :layer
            AND owned.superseded_at IS NULL AND owned.valid @> CAST(:on AS date)
            AND lower(owned.valid) > CAST(decided_at AS date)) AS outdated
      FROM deal
      JOIN account ON account.id = deal.account_id
      LEFT JOIN deal_decision AS decision ON decision.layer_id = :layer
        AND decision.source = deal.source AND decision.external_id = deal.external_id
      LEFT JOIN deal_hold AS held ON held.deal_id = decision.id AND held.superseded_at IS NULL
        AND held.valid @> CAST(:on AS date)
      LEFT JOIN ledger_change AS act ON act.id = held.origin_id
      """;

  private static final String OPEN = DEALS + "WHERE state = 'OPEN' ";

  /** Who has an opportunity on a day: who it is held for, or whose its account is, or was. */
  private static final String HOLDER =
      """
      SELECT territory_id FROM (
        SELECT 1 AS place, territory_id FROM deal_hold
        WHERE deal_id = :deal AND superseded_at IS NULL AND valid @> :day
        UNION ALL
        SELECT CASE WHEN owned.account_id = account.id THEN 2 ELSE 3 END, territory_id
        FROM deal_decision AS decision
        JOIN deal USING (source, external_id)
        JOIN account ON account.id = deal.account_id
        JOIN ownership AS owned ON owned.account_id IN (account.id, merged_into)
          AND owned.layer_id = decision.layer_id AND owned.superseded_at IS NULL
          AND owned.valid @> :day
        WHERE decision.id = :deal
      ) AS either
      ORDER BY place LIMIT 1
      """;

  private static final String HELD_FOR =
      """
      SELECT code, representative.id AS person_id, representative.name AS person_name, act.why
      FROM deal_hold AS held
      JOIN territory ON territory.id = held.territory_id
      JOIN ledger_change AS act ON act.id = held.origin_id
      LEFT JOIN seat ON seat.territory_id = territory.id
      LEFT JOIN placement ON placement.seat_id = seat.id AND placement.valid @> :day
        AND placement.recorded_at <= :knownAt
        AND coalesce(placement.superseded_at > :knownAt, true)
      LEFT JOIN representative ON representative.id = placement.representative_id
      WHERE held.deal_id = :deal AND held.valid @> :day AND held.recorded_at <= :knownAt
        AND coalesce(held.superseded_at > :knownAt, true)
      """;

  private final Database database;
  private final AuditLog audit;
  private final LedgerRepository ledger;
  private final Bitemporal holds;
  private final JsonMapper json = JsonMapper.shared();

  /** Keeps them in a database. */
  public DealRepository(Database database, AuditLog audit, LedgerRepository ledger) {
    this.database = database;
    this.audit = audit;
    this.ledger = ledger;
    this.holds = Bitemporal.dealHold(database);
  }

  /** A decision to be kept, parts as in {@link DealDecision}. */
  public record Made(
      OpenDeal deal, @Nullable TerritoryCode territory, String rule, String reason) {}

  /** Every open opportunity, with the holds in force on a day. */
  public List<OpenDeal> open(LayerId layer, LocalDate on) {
    return database
        .jdbc()
        .sql(OPEN + "ORDER BY decision.id, deal.source, deal.external_id")
        .param("layer", layer.value())
        .param("on", on)
        .query(DealRepository::map)
        .list();
  }

  /** The open opportunities of an account and of those merged into it. */
  public List<OpenDeal> openOf(AccountId account, LayerId layer, LocalDate on) {
    return database
        .jdbc()
        .sql(
            OPEN
                + "AND (account.id = :account OR merged_into = :account) ORDER BY deal.external_id")
        .param("layer", layer.value())
        .param("on", on)
        .param("account", account.value())
        .query(DealRepository::map)
        .list();
  }

  /**
   * A page of the open opportunities that are decided, the first decided first.
   *
   * @param heldOnly only those that are held on the day
   */
  public Page<OpenDeal> list(
      LayerId layer, LocalDate on, boolean heldOnly, @Nullable String cursor, int limit) {
    Cursor.requireLimit(limit);
    List<OpenDeal> rows =
        database
            .jdbc()
            .sql(
                OPEN
                    + """
                    AND decision.id > :after AND (held.id IS NOT NULL OR NOT :heldOnly)
                    ORDER BY decision.id LIMIT :limit
                    """)
            .param("layer", layer.value())
            .param("after", Cursor.read(cursor).id())
            .param("on", on)
            .param("heldOnly", heldOnly)
            .param("limit", limit + 1)
            .query(DealRepository::map)
            .list();
    return Cursor.page(rows, limit, row -> new Cursor("", idOf(row)));
  }

  private static UUID idOf(OpenDeal row) {
    DealDecision decision = row.decision();
    return decision == null ? Cursor.START.id() : decision.id().value();
  }

  /** An opportunity that is decided, open or closed, with the hold in force on a day. */
  public Optional<OpenDeal> find(DealId id, LocalDate on) {
    return database
        .jdbc()
        .sql(
            DEALS.replace(":layer", "(SELECT layer_id FROM deal_decision WHERE id = :id)")
                + "WHERE decision.id = :id")
        .param("id", id.value())
        .param("on", on)
        .query(DealRepository::map)
        .optional();
  }

  /** Keeps decisions, each in the place of the one before. */
  public void decide(LayerId layer, PublicationId publication, List<Made> made) {
    if (made.isEmpty()) {
      return;
    }
    database.inTransaction(() -> {
      stage(made);
      database
          .jdbc()
          .sql(
              """
              INSERT INTO deal_decision (id, source, external_id, layer_id, publication_id,
                territory_code, rule, reason, decided_at)
              SELECT id, source, external_id, :layer, :publication, territory_code, rule, reason,
                :now
              FROM deal_staging
              ON CONFLICT (layer_id, source, external_id) DO UPDATE
              SET (publication_id, territory_code, rule, reason, decided_at)
                = (excluded.publication_id, excluded.territory_code, excluded.rule,
                   excluded.reason, excluded.decided_at)
              """)
          .param("layer", layer.value())
          .param("publication", publication.value())
          .param("now", Database.at(database.now()))
          .update();
      return made;
    });
  }

  private void stage(List<Made> made) {
    database
        .jdbc()
        .sql(
            """
            CREATE TEMP TABLE IF NOT EXISTS deal_staging (id uuid, source text, external_id text,
              territory_code text, rule text, reason text) ON COMMIT DROP;
            TRUNCATE deal_staging
            """)
        .update();
    database.copyIn(
        "deal_staging (id, source, external_id, territory_code, rule, reason)",
        rows -> {
          for (Made one : made) {
            TerritoryCode territory = one.territory();
            rows.id(database.newId())
                .text(one.deal().source())
                .text(one.deal().externalId())
                .text(territory == null ? null : territory.value())
                .text(one.rule())
                .text(one.reason())
                .end();
          }
        });
  }

  /**
   * Holds an opportunity, open or closed, with whom it is on the first day, in the ledger's two
   * times, and notes it in the audit log. What stands already, with the same reason, is left alone.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}, {@code DEAL_NOBODY_TO_KEEP}, {@code
   *     LEDGER_FAR_DAY} or {@code LEDGER_EMPTY_PERIOD}; then nothing is written
   */
  public void hold(DealId id, NewHold hold) {
    LedgerProblem.requirePeriod(hold.from(), hold.until());
    database.inTransaction(() -> {
      Decided deal = decided(id);
      LedgerTurn turn = LedgerTurn.take(database, deal.layer);
      UUID holder =
          findHolder(id, hold.from())
              .orElseThrow(() ->
                  ProblemException.of(new DealProblem.NobodyToKeep(deal.externalId, hold.from())));
      if (!stands(id, holder, hold)) {
        holds.state(
            rows -> rows.id(id.value()).id(holder).day(hold.from()).day(hold.until()).end());
        holds.keepAll(); // also where only the reason is new
        record(turn, deal.layer, new Change(Cause.HOLD, hold.who(), hold.why()));
        audit.append(hold.who(), "deal.held", id.toString(), detail(hold));
      }
      return id;
    });
  }

  private Optional<UUID> findHolder(DealId id, LocalDate day) {
    return database
        .jdbc()
        .sql(HOLDER)
        .param("deal", id.value())
        .param("day", day)
        .query(UUID.class)
        .optional();
  }

  /** Whether it is held so already, and for the same reason. */
  private boolean stands(DealId id, UUID holder, NewHold hold) {
    return database
        .jdbc()
        .sql(
            """
            SELECT EXISTS (
              SELECT FROM deal_hold JOIN ledger_change AS act ON act.id = origin_id
              WHERE deal_id = :deal AND superseded_at IS NULL AND territory_id = :holder
                AND valid = daterange(:from, :until) AND act.why = :why)
            """)
        .param("deal", id.value())
        .param("holder", holder)
        .param("from", hold.from())
        .param("until", hold.until(), Types.DATE)
        .param("why", hold.why())
        .query(Boolean.class)
        .single();
  }

  private String detail(NewHold hold) {
    return json.writeValueAsString(
        Map.of(
            "why", hold.why(),
            "from", hold.from().toString(),
            "until", String.valueOf(hold.until())));
  }

  /**
   * Holds an opportunity no more from a day on, and notes it in the audit log; one that is not held
   * from then on is left alone.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public void release(DealId id, LocalDate on, String who) {
    database.inTransaction(() -> {
      Decided deal = decided(id);
      LedgerTurn turn = LedgerTurn.take(database, deal.layer);
      holds.state(rows -> rows.id(id.value()).id(null).day(on).day(null).end());
      if (holds.keepNews(deal.layer.value()) > 0) {
        record(turn, deal.layer, new Change(Cause.HOLD, who, "Held no more."));
        audit.append(who, "deal.released", id.toString(), "{}");
      }
      return id;
    });
  }

  private void record(LedgerTurn turn, LayerId layer, Change change) {
    holds.apply(layer.value(), turn.record(change, null), turn.recordedAt());
  }

  /** An opportunity that was decided once. */
  private record Decided(LayerId layer, String externalId) {}

  private Decided decided(DealId id) {
    return database
        .jdbc()
        .sql("SELECT layer_id, external_id FROM deal_decision WHERE id = :id")
        .param("id", id.value())
        .query((row, number) ->
            new Decided(new LayerId(Rows.id(row, "layer_id")), Rows.text(row, "external_id")))
        .optional()
        .orElseThrow(() -> Database.notFound("opportunity", id));
  }

  /**
   * Whose an opportunity is on a day, as believed at an instant, open or closed; empty for nobody.
   * The account is the one that the opportunity hangs on now, and where nobody owned that one, the
   * one that stands for it.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public Optional<DealOwner> ownerOn(DealId id, LocalDate day, Instant knownAt) {
    return heldFor(id, day, knownAt).or(() -> accountOwner(id, day, knownAt));
  }

  private Optional<DealOwner> accountOwner(DealId id, LocalDate day, Instant knownAt) {
    LayerId layer = decided(id).layer;
    return accountsOf(id).stream()
        .flatMap(account -> ledger.ownerOn(account, layer, day, knownAt).stream())
        .findFirst()
        .map(owner ->
            new DealOwner(
                owner.entry().territory(),
                owner.representative(),
                owner.representativeName(),
                false,
                owner.entry().why()));
  }

  private Optional<DealOwner> heldFor(DealId id, LocalDate day, Instant knownAt) {
    return database
        .jdbc()
        .sql(HELD_FOR)
        .param("deal", id.value())
        .param("day", day)
        .param("knownAt", Database.at(knownAt))
        .query((row, number) -> {
          UUID person = Rows.findId(row, "person_id");
          return new DealOwner(
              new TerritoryCode(Rows.text(row, "code")),
              person == null ? null : new RepresentativeId(person),
              person == null ? "" : Rows.text(row, "person_name"),
              true,
              Rows.text(row, "why"));
        })
        .optional();
  }

  /** The account that an opportunity hangs on, and the one that it was merged into. */
  private List<AccountId> accountsOf(DealId id) {
    List<AccountId> accounts =
        database
            .jdbc()
            .sql(
                """
                SELECT part.id
                FROM deal_decision AS decision
                JOIN deal USING (source, external_id)
                JOIN account ON account.id = deal.account_id
                CROSS JOIN LATERAL (VALUES (1, account.id), (2, merged_into)) AS part (place, id)
                WHERE decision.id = :id AND part.id IS NOT NULL
                ORDER BY place
                """)
            .param("id", id.value())
            .query((row, number) -> new AccountId(Rows.id(row, "id")))
            .list();
    if (accounts.isEmpty()) {
      throw Database.notFound("opportunity", id);
    }
    return accounts;
  }

  private static OpenDeal map(ResultSet row, int number) throws SQLException {
    UUID id = Rows.findId(row, "id");
    return new OpenDeal(
        Rows.text(row, "source"),
        Rows.text(row, "external_id"),
        new AccountId(Rows.id(row, "account_id")),
        Rows.text(row, "stage"),
        row.getLong("amount_cents"),
        id == null ? null : decision(new DealId(id), row));
  }

  private static DealDecision decision(DealId id, ResultSet row) throws SQLException {
    String decided = row.getString("territory_code");
    String heldFor = row.getString("held_code");
    boolean elsewhere = heldFor != null && !heldFor.equals(decided);
    String territory = elsewhere ? heldFor : decided;
    return new DealDecision(
        id,
        new PublicationId(Rows.id(row, "publication_id")),
        territory == null ? null : new TerritoryCode(territory),
        elsewhere ? "" : Rows.text(row, "rule"),
        elsewhere ? "It is held with %s.".formatted(territory) : Rows.text(row, "reason"),
        Rows.instant(row, "decided_at"),
        hold(row),
        row.getBoolean("outdated"));
  }

  private static @Nullable Hold hold(ResultSet row) throws SQLException {
    Instant at = Rows.findInstant(row, "held_at");
    return at == null
        ? null
        : new Hold(
            Rows.day(row, "held_from"),
            Rows.findDay(row, "held_until"),
            Rows.text(row, "held_why"),
            Rows.text(row, "held_by"),
            at);
  }
}
