package bailiwick.store.exception;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.exception.CreditSplit.Share;
import bailiwick.store.ledger.Bitemporal;
import bailiwick.store.ledger.Cause;
import bailiwick.store.ledger.Change;
import bailiwick.store.ledger.LedgerProblem;
import bailiwick.store.ledger.LedgerTurn;
import bailiwick.store.ledger.PlanTerritories;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps how the credit for accounts is shared, in two times as the ledger does. Shares of a split
 * are 100 % exactly; the database refuses others. Thread-safe.
 */
public final class CreditRepository {

  private static final String SPLITS =
      """
      SELECT split.id, held.account_id, held.layer_id, lower(held.valid) AS from_day,
        upper(held.valid) AS until_day, split.why, split.who, act.recorded_at
      FROM credited AS held
      JOIN credit_split AS split ON split.id = held.split_id
      JOIN ledger_change AS act ON act.id = split.change_id
      WHERE held.account_id = :account AND held.layer_id = :layer
        AND held.recorded_at <= :knownAt AND coalesce(held.superseded_at > :knownAt, true)
      """;

  private static final String SHARES =
      """
      SELECT territory.code, credit_share.basis_points, representative.id AS person_id,
        representative.name AS person_name
      FROM credit_share
      JOIN territory ON territory.id = territory_id
      LEFT JOIN seat ON seat.territory_id = territory.id
      LEFT JOIN placement ON placement.seat_id = seat.id AND placement.valid @> :day
        AND placement.recorded_at <= :knownAt
        AND coalesce(placement.superseded_at > :knownAt, true)
      LEFT JOIN representative ON representative.id = placement.representative_id
      WHERE split_id = :split
      ORDER BY credit_share.basis_points DESC, code
      """;

  private final Database database;
  private final AuditLog audit;
  private final PlanTerritories territories;
  private final Bitemporal credited;
  private final JsonMapper json = JsonMapper.shared();

  /** Keeps them in a database. */
  public CreditRepository(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
    this.territories = new PlanTerritories(database);
    this.credited = Bitemporal.credited(database);
  }

  /**
   * Shares the credit for an account from a day on, instead of what was said of these days before.
   *
   * @throws ProblemException with a {@code CREDIT_…} problem, {@code EXCEPTION_NO_REASON}, {@code
   *     EXCEPTION_ACCOUNT_MERGED}, {@code LEDGER_EMPTY_PERIOD}, {@code LEDGER_UNKNOWN_ACCOUNT} or
   *     {@code LEDGER_UNKNOWN_TERRITORY}; then nothing is written
   */
  public CreditSplit split(NewSplit asked) {
    requireSound(asked);
    return database.inTransaction(() -> {
      LayerId layer = territories.layer(asked.plan());
      LedgerTurn turn = LedgerTurn.take(database, layer);
      requireKnown(asked);
      UUID change = turn.record(new Change(Cause.EXCEPTION, asked.who(), asked.why()), null);
      SplitId id = new SplitId(database.newId());
      insert(id, asked, layer, change);
      write(asked.account(), layer, id.value(), asked.from(), asked.until(), turn, change);
      audit.append(asked.who(), "credit.split", asked.account().toString(), detail(asked));
      return findOn(asked.account(), layer, asked.from(), turn.recordedAt()).orElseThrow();
    });
  }

  private static void requireSound(NewSplit asked) {
    List<Problem> problems = new ArrayList<>();
    if (asked.why().isBlank()) {
      problems.add(new ExceptionProblem.NoReason());
    }
    LedgerProblem.findFault(asked.from(), asked.until()).ifPresent(problems::add);
    Set<TerritoryCode> seen = new HashSet<>();
    long sum = 0;
    for (NewSplit.Part part : asked.parts()) {
      if (!seen.add(part.territory())) {
        problems.add(new ExceptionProblem.ShareTwice(part.territory().value()));
      }
      if (part.basisPoints() < 1 || part.basisPoints() > CreditSplit.WHOLE) {
        problems.add(new ExceptionProblem.WrongShare(part.territory().value(), part.basisPoints()));
      } else {
        sum += part.basisPoints();
      }
    }
    if (problems.isEmpty() && sum != CreditSplit.WHOLE) {
      problems.add(new ExceptionProblem.NotWhole(sum));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private void requireKnown(NewSplit asked) {
    ExceptedAccount account = ExceptedAccount.find(database, asked.account());
    if (account.merged()) {
      throw ProblemException.of(new ExceptionProblem.Merged(account.key()));
    }
  }

  private void insert(SplitId id, NewSplit asked, LayerId layer, UUID change) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO credit_split (id, account_id, layer_id, asked, why, who, change_id)
            VALUES (:id, :account, :layer, daterange(:from, :until), :why, :who, :change)
            """)
        .param("id", id.value())
        .param("account", asked.account().value())
        .param("layer", layer.value())
        .param("from", asked.from())
        .param("until", asked.until(), Types.DATE)
        .param("why", asked.why().strip())
        .param("who", asked.who())
        .param("change", change)
        .update();
    for (NewSplit.Part part : asked.parts()) {
      database
          .jdbc()
          .sql(
              "INSERT INTO credit_share (split_id, territory_id, basis_points) VALUES (:id, :to, :points)")
          .param("id", id.value())
          .param("to", territories.id(asked.plan(), part.territory()))
          .param("points", (int) part.basisPoints())
          .update();
    }
  }

  private void write(
      AccountId account,
      LayerId layer,
      @Nullable UUID split,
      LocalDate from,
      @Nullable LocalDate until,
      LedgerTurn turn,
      UUID change) {
    credited.state(rows -> rows.id(account.value()).id(split).day(from).day(until).end());
    if (credited.keepNews(layer.value()) > 0) {
      credited.apply(layer.value(), change, turn.recordedAt());
    }
  }

  private String detail(NewSplit asked) {
    return json.writeValueAsString(
        Map.of(
            "from", asked.from().toString(),
            "until", String.valueOf(asked.until()),
            "shares",
                asked.parts().stream()
                    .map(part -> part.territory() + " " + part.basisPoints())
                    .toList(),
            "why", asked.why()));
  }

  /**
   * Shares the credit for an account no more from a day on: its owner has it whole again.
   *
   * @throws ProblemException with {@code EXCEPTION_NO_REASON} or {@code STORE_NOT_FOUND} when
   *     nothing is shared from then on
   */
  public void end(PlanId plan, AccountId account, LocalDate on, String who, String why) {
    if (why.isBlank()) {
      throw ProblemException.of(new ExceptionProblem.NoReason());
    }
    LedgerProblem.requirePeriod(on, null);
    database.inTransaction(() -> {
      LayerId layer = territories.layer(plan);
      LedgerTurn turn = LedgerTurn.take(database, layer);
      credited.state(rows -> rows.id(account.value()).id(null).day(on).day(null).end());
      if (credited.keepNews(layer.value()) == 0) {
        throw Database.notFound("split of credit", account);
      }
      UUID change = turn.record(new Change(Cause.FALLBACK, who, why), null);
      credited.apply(layer.value(), change, turn.recordedAt());
      audit.append(
          who,
          "credit.whole",
          account.toString(),
          json.writeValueAsString(Map.of("on", on.toString(), "why", why)));
      return layer;
    });
  }

  /** Whether the credit for an account is shared on a day or later, in any layer. */
  public boolean isSharedFrom(AccountId account, LocalDate day) {
    return database
        .jdbc()
        .sql(
            """
            SELECT EXISTS (SELECT FROM credited WHERE account_id = :account
              AND superseded_at IS NULL AND coalesce(upper(valid) > :day, true))
            """)
        .param("account", account.value())
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  /** How the credit for an account is shared on a day, as believed at an instant. */
  public Optional<CreditSplit> findOn(
      AccountId account, LayerId layer, LocalDate day, Instant knownAt) {
    return database
        .jdbc()
        .sql(SPLITS + " AND held.valid @> :day")
        .param("account", account.value())
        .param("layer", layer.value())
        .param("knownAt", Database.at(knownAt))
        .param("day", day)
        .query((row, number) -> map(row, day, knownAt))
        .optional();
  }

  private CreditSplit map(ResultSet row, LocalDate day, Instant knownAt) throws SQLException {
    SplitId id = new SplitId(Rows.id(row, "id"));
    return new CreditSplit(
        id,
        new AccountId(Rows.id(row, "account_id")),
        new LayerId(Rows.id(row, "layer_id")),
        Rows.day(row, "from_day"),
        Rows.findDay(row, "until_day"),
        shares(id, day, knownAt),
        Rows.text(row, "why"),
        Rows.text(row, "who"),
        Rows.instant(row, "recorded_at"));
  }

  private List<Share> shares(SplitId id, LocalDate day, Instant knownAt) {
    return database
        .jdbc()
        .sql(SHARES)
        .param("split", id.value())
        .param("day", day)
        .param("knownAt", Database.at(knownAt))
        .query((row, number) -> {
          UUID person = Rows.findId(row, "person_id");
          return new Share(
              new TerritoryCode(Rows.text(row, "code")),
              row.getInt("basis_points"),
              person == null ? null : new RepresentativeId(person),
              person == null ? "" : Rows.text(row, "person_name"));
        })
        .list();
  }
}
