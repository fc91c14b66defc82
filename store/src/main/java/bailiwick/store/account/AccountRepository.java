package bailiwick.store.account;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.Cursor;
import bailiwick.store.database.Database;
import bailiwick.store.database.Page;
import bailiwick.store.database.Rows;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Keeps the accounts. Thread-safe. */
public final class AccountRepository {

  private static final String SELECT = "SELECT " + AccountRows.ALL + " FROM account ";

  /** Rows fetched at once while streaming: some megabytes. */
  private static final int FETCH_SIZE = 5_000;

  private static final int FEW_HITS = 2_000;

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Database database;
  private final Families families;
  private final FamilyBooks familyBooks;

  /** Keeps them in a database. */
  public AccountRepository(Database database) {
    this.database = database;
    this.families = new Families(database);
    this.familyBooks = new FamilyBooks(database);
  }

  /** Starts a load of many accounts of one source, such as {@code crm}. */
  public AccountLoad startLoad(String source) {
    return AccountLoad.start(database, source);
  }

  /** How many accounts there are. */
  public long count() {
    return database
        .jdbc()
        .sql("SELECT count(*) FROM account WHERE merged_into IS NULL")
        .query(Long.class)
        .single();
  }

  /** The account of an id; a merged one answers with its survivor. */
  public Optional<StoredAccount> find(AccountId id) {
    return database
        .jdbc()
        .sql(SELECT + "WHERE id = (SELECT coalesce(merged_into, id) FROM account WHERE id = :id)")
        .param("id", id.value())
        .query(AccountRows::read)
        .optional();
  }

  /**
   * The account of an id that must exist.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public StoredAccount get(AccountId id) {
    return find(id).orElseThrow(() -> Database.notFound("account", id));
  }

  /**
   * The account of an id that must exist, as its files have it even when it was merged.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public StoredAccount getItself(AccountId id) {
    return database
        .jdbc()
        .sql(SELECT + "WHERE id = :id")
        .param("id", id.value())
        .query(AccountRows::read)
        .optional()
        .orElseThrow(() -> Database.notFound("account", id));
  }

  /**
   * The accounts of some ids, by id, merged ones as their files have them; those that are not there
   * are left out.
   */
  public Map<AccountId, Account> getAll(Collection<AccountId> ids) {
    Map<AccountId, Account> found = new HashMap<>();
    database
        .jdbc()
        .sql(SELECT + "WHERE id = ANY (:ids)")
        .param("ids", ids.stream().map(AccountId::value).toArray(UUID[]::new))
        .query(row -> {
          Account account = AccountRows.read(row, 0).account();
          found.put(account.id(), account);
        });
    return found;
  }

  /** The account of an external id; a merged one answers with its survivor. */
  public Optional<StoredAccount> findByExternalId(String source, String externalId) {
    return database
        .jdbc()
        .sql(
            SELECT
                + "WHERE id = (SELECT coalesce(merged_into, id) FROM account"
                + " WHERE source = :source AND external_id = :externalId)")
        .param("source", source)
        .param("externalId", externalId)
        .query(AccountRows::read)
        .optional();
  }

  /**
   * Marks accounts that their source has no longer; they stay, and lose the mark when they come
   * again.
   *
   * @param lastSeen when their source last had them; null when only their making is known
   * @return how many were marked now; those that are unknown, merged or marked already are not
   */
  public long markMissing(
      String source, Collection<String> externalIds, @Nullable Instant lastSeen) {
    return database
        .jdbc()
        .sql(
            """
            UPDATE account
            SET last_seen_at = greatest(created_at, CAST(:seen AS timestamptz)), missing_since = :now
            WHERE source = :source AND external_id = ANY (:ids)
              AND missing_since IS NULL AND merged_into IS NULL
            """)
        .param("seen", Database.at(lastSeen), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", Database.at(database.now()))
        .param("source", source)
        .param("ids", externalIds.toArray(String[]::new))
        .update();
  }

  /**
   * Gives an account the id that its source has for it now; its owners and history stay with it.
   *
   * @return whether it did: not when the old id is unknown or the new one is another account's
   */
  public boolean changeExternalId(String source, String before, String now) {
    return database
            .jdbc()
            .sql(
                """
                UPDATE account SET external_id = :now
                WHERE source = :source AND external_id = :before AND NOT EXISTS (
                  SELECT FROM account AS taken
                  WHERE taken.source = :source AND taken.external_id = :now)
                """)
            .param("source", source)
            .param("before", before)
            .param("now", now)
            .update()
        > 0;
  }

  /**
   * Accounts by what people call them: their external ids or their own. What names no account, or
   * accounts of several sources, is left out.
   */
  public Map<String, Account> findByNames(Collection<String> names) {
    Map<String, Account> found = new HashMap<>();
    findAllByNames(names)
        .forEach((name, accounts) -> {
          if (accounts.size() == 1) {
            found.put(name, accounts.getFirst());
          }
        });
    return found;
  }

  /**
   * The same with every account that a name may mean; what names none is left out, and a merged
   * account answers with its survivor.
   */
  public Map<String, List<Account>> findAllByNames(Collection<String> names) {
    Map<String, List<Account>> found = new HashMap<>();
    database
        .jdbc()
        .sql(
            "SELECT "
                + AccountRows.ALL
                + """
                , asked_name, asked_id FROM account JOIN (
                  SELECT external_id AS asked_name, id AS asked_id,
                    coalesce(merged_into, id) AS stands
                  FROM account WHERE external_id = ANY (:names) OR id = ANY (:ids)
                ) AS asked ON id = stands
                """)
        .param("names", names.toArray(String[]::new))
        .param("ids", ids(names))
        .query(row -> {
          Account account = AccountRows.read(row, 0).account();
          Stream.of(Rows.text(row, "asked_name"), Rows.id(row, "asked_id").toString())
              .distinct()
              .map(name -> found.computeIfAbsent(name, none -> new ArrayList<>()))
              .filter(known -> known.stream().noneMatch(one -> one.id().equals(account.id())))
              .forEach(known -> known.add(account));
        });
    found.keySet().retainAll(new HashSet<>(names));
    return found;
  }

  private static UUID[] ids(Collection<String> names) {
    return names.stream()
        .filter(UUID_TEXT.asMatchPredicate())
        .map(UUID::fromString)
        .toArray(UUID[]::new);
  }

  /** The families of all accounts, none while every plan owns each account on its own. */
  public FamilyBook familyBook() {
    return familyBooks.readWhereAsked();
  }

  /** The families of an account: who stands above it, and who names it as parent. */
  public AccountFamily family(StoredAccount account) {
    return families.of(account);
  }

  /** The ids of a source by external id; a merged account keeps its own. */
  public Map<String, AccountId> idsByExternalId(String source) {
    Map<String, AccountId> ids = new HashMap<>();
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql("SELECT external_id, id FROM account WHERE source = :source")
          .withFetchSize(FETCH_SIZE)
          .param("source", source)
          .query(row -> {
            ids.put(Rows.text(row, "external_id"), new AccountId(Rows.id(row, "id")));
          });
      return ids;
    });
    return ids;
  }

  /** The ids of a source by external id; a merged account answers with its survivor's. */
  public Map<String, AccountId> survivorsByExternalId(String source) {
    Map<String, AccountId> ids = new HashMap<>();
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(
              "SELECT external_id, coalesce(merged_into, id) AS id FROM account"
                  + " WHERE source = :source")
          .withFetchSize(FETCH_SIZE)
          .param("source", source)
          .query(row -> {
            ids.put(Rows.text(row, "external_id"), new AccountId(Rows.id(row, "id")));
          });
      return ids;
    });
    return ids;
  }

  /**
   * The ids of a source by name in lower case, of names that one account alone has; a merged
   * account answers with its survivor's.
   */
  public Map<String, AccountId> idsByName(String source) {
    Map<String, AccountId> ids = new HashMap<>();
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(
              """
              SELECT lower(btrim(name)) AS name, min(coalesce(merged_into, id)::text)::uuid AS id
              FROM account WHERE source = :source
              GROUP BY lower(btrim(name)) HAVING count(DISTINCT coalesce(merged_into, id)) = 1
              """)
          .withFetchSize(FETCH_SIZE)
          .param("source", source)
          .query(row -> {
            ids.put(Rows.text(row, "name"), new AccountId(Rows.id(row, "id")));
          });
      return ids;
    });
    return ids;
  }

  /** A page of accounts by name. */
  public Page<StoredAccount> list(AccountQuery query, @Nullable String cursor, int limit) {
    Cursor.requireLimit(limit);
    AccountFilter filter = filter(query);
    Cursor after = Cursor.read(cursor);
    List<StoredAccount> rows =
        database
            .jdbc()
            .sql(
                SELECT
                    + "WHERE merged_into IS NULL AND (lower(name), id) > (lower(:afterName), :afterId)"
                    + filter.sql()
                    + " ORDER BY lower(name), id LIMIT :limit")
            .params(filter.parameters())
            .param("afterName", after.key())
            .param("afterId", after.id())
            .param("limit", limit + 1)
            .query(AccountRows::read)
            .list();
    return Cursor.page(rows, limit, AccountRepository::cursorOf);
  }

  /**
   * A rare text is found fastest through its indexes, a common one by walking the names until the
   * page is full; the planner, which guesses how common it is, errs by a factor of 10,000 either
   * way. So we look: what has few hits is asked for by id.
   */
  private AccountFilter filter(AccountQuery query) {
    if (query.text().isBlank()) {
      return AccountFilter.of(query);
    }
    TextSearch search = TextSearch.of(query.text().strip());
    List<UUID> found =
        database
            .jdbc()
            .sql(search.idsSql(FEW_HITS + 1))
            .params(search.parameters())
            .query((row, number) -> Rows.id(row, "id"))
            .list();
    return found.size() > FEW_HITS
        ? AccountFilter.of(query)
        : AccountFilter.of(query.withoutText())
            .and("id = ANY (:found)", "found", found.toArray(UUID[]::new));
  }

  private static Cursor cursorOf(StoredAccount stored) {
    return new Cursor(stored.account().name(), stored.account().id().value());
  }

  /** Every account in order of its id, streamed. */
  public void forEach(Consumer<StoredAccount> consumer) {
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(SELECT + "WHERE merged_into IS NULL ORDER BY id")
          .withFetchSize(FETCH_SIZE)
          .query(row -> {
            consumer.accept(AccountRows.read(row, 0));
          });
      return consumer;
    });
  }

  /** What every account is worth, in order of the ids, streamed. */
  public void forEachWorth(Consumer<AccountWorth> consumer) {
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(
              """
              SELECT id, postcode_unit, county_unit, potential_cents, workload_centihours,
                sales_cents, pipeline_cents
              FROM account WHERE merged_into IS NULL ORDER BY id
              """)
          .withFetchSize(FETCH_SIZE)
          .query(row -> {
            consumer.accept(
                new AccountWorth(
                    new AccountId(Rows.id(row, "id")),
                    new AccountUnits(
                        Rows.text(row, "postcode_unit"), Rows.text(row, "county_unit")),
                    new Worth(
                        row.getLong("potential_cents"),
                        row.getLong("workload_centihours"),
                        row.getLong("sales_cents"),
                        row.getLong("pipeline_cents"))));
          });
      return consumer;
    });
  }

  /**
   * How many accounts name each owner, in whatever letters; under the empty name those that name
   * neither an owner nor a territory.
   */
  public Map<String, Long> countByOwner() {
    Map<String, Long> counts = new LinkedHashMap<>();
    database
        .jdbc()
        .sql(
            "SELECT min(btrim(owner_key)) AS owner, count(*) AS accounts FROM account WHERE"
                + " merged_into IS NULL AND (btrim(owner_key) <> '' OR btrim(territory_key) = '')"
                + " GROUP BY lower(btrim(owner_key)) ORDER BY lower(btrim(owner_key))")
        .query(row -> {
          counts.put(Rows.text(row, "owner"), row.getLong("accounts"));
        });
    return counts;
  }

  /** All placed accounts of a country as columns, in order of their ids. */
  public AccountPoints points(String country) {
    PointColumns columns = new PointColumns();
    return database.inTransaction(() -> {
      database
          .jdbc()
          .sql(
              "SELECT id, name, lon, lat, potential_cents FROM account WHERE merged_into IS NULL AND lon IS NOT NULL AND"
                  + " country = :country ORDER BY id")
          .withFetchSize(FETCH_SIZE)
          .param("country", country)
          .query(columns::add);
      return columns.toPoints();
    });
  }

  /**
   * Saves a new account.
   *
   * @param account its id is not kept; its worth is kept as imported
   * @throws ProblemException with {@code STORE_ALREADY_EXISTS} when the external id is taken
   */
  public StoredAccount create(String source, Account account, AccountUnits units) {
    try {
      return AccountRows.bind(
              database
                  .jdbc()
                  .sql(
                      "INSERT INTO account (id, source, external_id, created_at, changed_at, "
                          + AccountRows.CONTENT
                          + ") VALUES (:id, :source, :externalId, :now, :now, "
                          + AccountRows.PARAMETERS
                          + ") RETURNING "
                          + AccountRows.ALL),
              account,
              units)
          .param("id", database.newId())
          .param("source", source)
          .param("externalId", account.externalId())
          .param("now", Database.at(database.now()))
          .query(AccountRows::read)
          .single();
    } catch (DuplicateKeyException e) {
      throw Database.alreadyExists("account", account.externalId());
    }
  }

  /**
   * Saves a changed account; its external id stays.
   *
   * @param account names the account by its id; its worth is kept as imported
   * @param expectedVersion the version the change was made on
   * @throws ProblemException with {@code STORE_STALE_VERSION} or {@code STORE_NOT_FOUND}
   */
  public StoredAccount update(Account account, AccountUnits units, long expectedVersion) {
    return AccountRows.bind(
            database
                .jdbc()
                .sql(
                    "UPDATE account SET ("
                        + AccountRows.CONTENT
                        + ", changed_at, version) = ("
                        + AccountRows.PARAMETERS
                        + ", :now, version + 1) WHERE id = :id AND version = :expected RETURNING "
                        + AccountRows.ALL),
            account,
            units)
        .param("now", Database.at(database.now()))
        .param("id", account.id().value())
        .param("expected", expectedVersion)
        .query(AccountRows::read)
        .optional()
        .orElseThrow(() ->
            database.staleOrMissing("account", "account", account.id().value(), expectedVersion));
  }
}
