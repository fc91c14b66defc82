package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.FamilyTree;
import bailiwick.core.account.Firmographics;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Attributes;
import bailiwick.store.account.AccountTraits;
import bailiwick.store.account.FamilyBook;
import bailiwick.store.account.FamilyBooks;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.ledger.LedgerSubject.Held;
import bailiwick.store.ledger.LedgerSubject.Proposed;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads accounts as rules see them, each with what the ledger says of it on a day. */
final class SubjectsOnDay {

  /** What the rules ask about of an account, and no more: a million rows are read in seconds. */
  static final String ATTRIBUTES =
      "area, industry, employees, annual_revenue_cents, segment, " + AccountTraits.COLUMNS;

  private static final String SUBJECTS =
      "SELECT account.id, merged_into IS NOT NULL AS merged, "
          + ATTRIBUTES
          + """
          , held.territory_id, origin.cause, move.from_code, move.to_code
          FROM account
          LEFT JOIN ownership AS held ON held.account_id = account.id
            AND held.layer_id = :layer AND held.superseded_at IS NULL AND held.valid @> :day
          LEFT JOIN ledger_change AS origin ON origin.id = held.origin_id
          LEFT JOIN proposed_move AS move ON move.account_id = account.id
            AND move.layer_id = :layer AND move.outcome IS NULL
          """;

  private record Place(PlanId plan, TerritoryCode code) {}

  private final Database database;
  private final FamilyBooks families;

  SubjectsOnDay(Database database) {
    this.database = database;
    this.families = new FamilyBooks(database);
  }

  /** Every account that stands for itself, and merged ones that the ledger gives to somebody. */
  void forEach(LayerId layer, LocalDate day, Consumer<LedgerSubject> consumer) {
    stream(
        bind(
            SUBJECTS + "WHERE (merged_into IS NULL OR held.id IS NOT NULL) ORDER BY account.id",
            layer,
            day),
        consumer);
  }

  void forEachToDecide(
      LayerId layer, LocalDate day, Instant changedSince, Consumer<LedgerSubject> consumer) {
    FamilyBook book = families.readWhereAsked();
    stream(
        bind(
                SUBJECTS
                    + "WHERE merged_into IS NULL AND (held.id IS NULL OR changed_at >= :since"
                    + " OR account.id = ANY (:kin)) ORDER BY account.id",
                layer,
                day)
            .param("since", Database.at(changedSince))
            .param("kin", kinOfChanged(book.tree(), changedSince)),
        book,
        consumer);
  }

  /** Who follows an account that has changed may have to follow it elsewhere. */
  private UUID[] kinOfChanged(FamilyTree tree, Instant since) {
    List<AccountId> changed =
        database
            .jdbc()
            .sql("SELECT id FROM account WHERE changed_at >= :since AND id = ANY (:kin)")
            .param("since", Database.at(since))
            .param("kin", tree.accounts().stream().map(AccountId::value).toArray(UUID[]::new))
            .query((row, number) -> new AccountId(Rows.id(row, "id")))
            .list();
    return tree.withFamilies(changed).stream().map(AccountId::value).toArray(UUID[]::new);
  }

  Optional<LedgerSubject> find(AccountId account, LayerId layer, LocalDate day) {
    LedgerSubject[] found = new LedgerSubject[1];
    stream(
        bind(SUBJECTS + "WHERE account.id = :account", layer, day)
            .param("account", account.value()),
        subject -> found[0] = subject);
    return Optional.ofNullable(found[0]);
  }

  Map<AccountId, LedgerSubject> find(Collection<AccountId> accounts, LayerId layer, LocalDate day) {
    Map<AccountId, LedgerSubject> found = HashMap.newHashMap(accounts.size());
    stream(
        bind(SUBJECTS + "WHERE account.id = ANY (:accounts)", layer, day)
            .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new)),
        subject -> found.put(subject.account(), subject));
    return found;
  }

  private StatementSpec bind(String sql, LayerId layer, LocalDate day) {
    return database.jdbc().sql(sql).param("layer", layer.value()).param("day", day);
  }

  private void stream(StatementSpec statement, Consumer<LedgerSubject> consumer) {
    stream(statement, families.readWhereAsked(), consumer);
  }

  private void stream(StatementSpec statement, FamilyBook book, Consumer<LedgerSubject> consumer) {
    database.inTransaction(() -> {
      Map<UUID, Place> places = places();
      statement
          .withFetchSize(LedgerRepository.FETCH_SIZE)
          .query(row -> {
            consumer.accept(map(row, places, book));
          });
      return consumer;
    });
  }

  private Map<UUID, Place> places() {
    Map<UUID, Place> places = new HashMap<>();
    database
        .jdbc()
        .sql("SELECT id, plan_id, code FROM territory")
        .query(row -> {
          places.put(
              Rows.id(row, "id"),
              new Place(
                  new PlanId(Rows.id(row, "plan_id")), new TerritoryCode(Rows.text(row, "code"))));
        });
    return places;
  }

  private static LedgerSubject map(ResultSet row, Map<UUID, Place> places, FamilyBook book)
      throws SQLException {
    AccountId account = new AccountId(Rows.id(row, "id"));
    return new LedgerSubject(
        account,
        row.getBoolean("merged"),
        attributes(row, account),
        held(row, places),
        proposed(row),
        book);
  }

  private static Attributes attributes(ResultSet row, AccountId account) throws SQLException {
    Firmographics firmographics =
        new Firmographics(
            Rows.text(row, "industry"),
            Rows.findNumber(row, "employees"),
            Rows.findNumber(row, "annual_revenue_cents"),
            Rows.text(row, "segment"));
    return new Attributes(
        Rows.text(row, "area"), firmographics, AccountTraits.read(row), account.toString());
  }

  private static @Nullable Held held(ResultSet row, Map<UUID, Place> places) throws SQLException {
    UUID territory = Rows.findId(row, "territory_id");
    if (territory == null) {
      return null;
    }
    Place place = Objects.requireNonNull(places.get(territory));
    return new Held(place.plan(), place.code(), Cause.valueOf(Rows.text(row, "cause")));
  }

  private static @Nullable Proposed proposed(ResultSet row) throws SQLException {
    String from = row.getString("from_code");
    String to = row.getString("to_code");
    return from == null
        ? null
        : new Proposed(new TerritoryCode(from), to == null ? null : new TerritoryCode(to));
  }
}
