package bailiwick.store.deal;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Cursor;
import bailiwick.store.database.Database;
import bailiwick.store.database.Page;
import bailiwick.store.database.Rows;
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

  private static final String OPEN =
      """
      SELECT deal.source, deal.external_id, coalesce(merged_into, account.id) AS account_id, stage,
        amount_cents, decision.id, publication_id, territory_code, rule, reason, decided_at,
        held_until, held_why, held_by, held_at
      FROM deal
      JOIN account ON account.id = deal.account_id
      LEFT JOIN deal_decision AS decision ON decision.layer_id = :layer
        AND decision.source = deal.source AND decision.external_id = deal.external_id
      WHERE state = 'OPEN'
      """;

  private final Database database;
  private final AuditLog audit;
  private final JsonMapper json = JsonMapper.shared();

  /** Keeps them in a database. */
  public DealRepository(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  /** A decision to be kept, parts as in {@link DealDecision}. */
  public record Made(
      OpenDeal deal, @Nullable TerritoryCode territory, String rule, String reason) {}

  /** Every open opportunity. */
  public List<OpenDeal> open(LayerId layer) {
    return database
        .jdbc()
        .sql(OPEN + "ORDER BY decision.id, deal.source, deal.external_id")
        .param("layer", layer.value())
        .query(DealRepository::map)
        .list();
  }

  /** The open opportunities of an account and of those merged into it. */
  public List<OpenDeal> openOf(AccountId account, LayerId layer) {
    return database
        .jdbc()
        .sql(
            OPEN
                + "AND (account.id = :account OR merged_into = :account) ORDER BY deal.external_id")
        .param("layer", layer.value())
        .param("account", account.value())
        .query(DealRepository::map)
        .list();
  }

  /**
   * A page of the open opportunities that are decided, the first decided first.
   *
   * @param heldOn only those that are held on a day; all without
   */
  public Page<OpenDeal> list(
      LayerId layer, @Nullable LocalDate heldOn, @Nullable String cursor, int limit) {
    Cursor.requireLimit(limit);
    List<OpenDeal> rows =
        database
            .jdbc()
            .sql(
                OPEN
                    + """
                    AND decision.id > :after AND (CAST(:on AS date) IS NULL
                      OR held_why IS NOT NULL AND coalesce(held_until > :on, true))
                    ORDER BY decision.id LIMIT :limit
                    """)
            .param("layer", layer.value())
            .param("after", Cursor.read(cursor).id())
            .param("on", heldOn, Types.DATE)
            .param("limit", limit + 1)
            .query(DealRepository::map)
            .list();
    return Cursor.page(rows, limit, row -> new Cursor("", idOf(row)));
  }

  private static UUID idOf(OpenDeal row) {
    DealDecision decision = row.decision();
    return decision == null ? Cursor.START.id() : decision.id().value();
  }

  /** An open opportunity that is decided. */
  public Optional<OpenDeal> find(DealId id) {
    return database
        .jdbc()
        .sql(
            OPEN.replace(":layer", "(SELECT layer_id FROM deal_decision WHERE id = :id)")
                + "AND decision.id = :id")
        .param("id", id.value())
        .query(DealRepository::map)
        .optional();
  }

  /** Keeps decisions, each in the place of the one before, and ends their holds. */
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
              SET (publication_id, territory_code, rule, reason, decided_at, held_until, held_why,
                  held_by, held_at)
                = (excluded.publication_id, excluded.territory_code, excluded.rule,
                   excluded.reason, excluded.decided_at, NULL, NULL, NULL, NULL)
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
   * Holds an opportunity where it is, and notes it in the audit log.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public void hold(DealId id, Hold hold) {
    database.inTransaction(() -> {
      set(id, hold);
      audit.append(
          hold.who(),
          "deal.held",
          id.toString(),
          json.writeValueAsString(
              Map.of("why", hold.why(), "until", String.valueOf(hold.until()))));
      return id;
    });
  }

  /**
   * Holds an opportunity no more, and notes it in the audit log.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public void release(DealId id, String who) {
    database.inTransaction(() -> {
      set(id, null);
      audit.append(who, "deal.released", id.toString(), "{}");
      return id;
    });
  }

  private void set(DealId id, @Nullable Hold hold) {
    int rows =
        database
            .jdbc()
            .sql(
                """
                UPDATE deal_decision
                SET held_until = :until, held_why = :why, held_by = :who, held_at = :at
                WHERE id = :id
                """)
            .param("id", id.value())
            .param("until", hold == null ? null : hold.until(), Types.DATE)
            .param("why", hold == null ? null : hold.why(), Types.VARCHAR)
            .param("who", hold == null ? null : hold.who(), Types.VARCHAR)
            .param(
                "at", hold == null ? null : Database.at(hold.at()), Types.TIMESTAMP_WITH_TIMEZONE)
            .update();
    if (rows == 0) {
      throw Database.notFound("opportunity", id);
    }
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
    String territory = row.getString("territory_code");
    return new DealDecision(
        id,
        new PublicationId(Rows.id(row, "publication_id")),
        territory == null ? null : new TerritoryCode(territory),
        Rows.text(row, "rule"),
        Rows.text(row, "reason"),
        Rows.instant(row, "decided_at"),
        hold(row));
  }

  private static @Nullable Hold hold(ResultSet row) throws SQLException {
    Instant at = Rows.findInstant(row, "held_at");
    return at == null
        ? null
        : new Hold(
            Rows.findDay(row, "held_until"),
            Rows.text(row, "held_why"),
            Rows.text(row, "held_by"),
            at);
  }
}
