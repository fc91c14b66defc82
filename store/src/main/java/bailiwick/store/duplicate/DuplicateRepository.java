package bailiwick.store.duplicate;

import bailiwick.core.account.AccountId;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.audit.AuditDetail;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Cursor;
import bailiwick.store.database.Database;
import bailiwick.store.database.Page;
import bailiwick.store.database.Rows;
import bailiwick.store.database.StoreProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pairs of accounts that may be one, and merges. Thread-safe.
 *
 * <p>A merge moves nothing: deals, revenue, contacts and ownership stay with the account they came
 * for, the account points at its survivor, and whoever asks of the survivor is answered for both.
 * So a file that has both goes on updating both, and a merge is undone by taking the pointer away.
 */
public final class DuplicateRepository {

  /** A pair of which one was merged elsewhere is a pair with the survivor. */
  private static final String PAIR =
      """
      SELECT pair.id, score, evidence, state, found_at, decided_at, decided_by,
        coalesce(survivor_id, one.merged_into, one.id) AS one_id,
        coalesce(merged_id, other.merged_into, other.id) AS other_id, survivor_id, coalesce(by_rule, false) AS by_rule
      FROM duplicate_pair AS pair
      JOIN account AS one ON one.id = first_id
      JOIN account AS other ON other.id = second_id
      LEFT JOIN account_merge AS act ON act.pair_id = pair.id AND act.undone_at IS NULL
      """;

  /** Two that were merged through other pairs are no question any more. */
  private static final String ASKED =
      " (state <> 'OPEN' OR coalesce(one.merged_into, one.id)"
          + " <> coalesce(other.merged_into, other.id)) ";

  /** Nobody decided about a kept pair, nor took a decision back. */
  private static final String UNDECIDED =
      "(pair.state = 'OPEN' AND NOT EXISTS (SELECT FROM account_merge WHERE pair_id = pair.id))";

  private final Database database;
  private final AuditLog audit;
  private final Merges merges;

  /** Keeps them in a database. */
  public DuplicateRepository(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
    this.merges = new Merges(database);
  }

  /**
   * Keeps what a search over all accounts found. Pairs that nobody decided about and that were not
   * found again are dropped; those decided stay as they are.
   *
   * @return how many are new
   */
  public long keep(List<FoundPair> found) {
    return database.inTransaction(() -> {
      database
          .jdbc()
          .sql(
              """
              CREATE TEMP TABLE pair_staging (id uuid, one uuid, other uuid,
                score double precision, evidence json) ON COMMIT DROP
              """)
          .update();
      database.copyIn(
          "pair_staging (id, one, other, score, evidence)",
          rows ->
              found.forEach(pair ->
                  rows.id(database.newId())
                      .id(pair.first().value())
                      .id(pair.second().value())
                      .plain(pair.score())
                      .text(pair.evidence())
                      .end()));
      dropUnfound();
      noteSearch();
      return insertNew();
    });
  }

  private void noteSearch() {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO duplicate_search (id, searched_at) VALUES (1, :now)
            ON CONFLICT (id) DO UPDATE SET searched_at = excluded.searched_at
            """)
        .param("now", Database.at(database.now()))
        .update();
  }

  /** When all accounts were last looked through for pairs; empty when they never were. */
  public Optional<Instant> lastSearch() {
    return database
        .jdbc()
        .sql("SELECT searched_at FROM duplicate_search")
        .query((row, number) -> Rows.instant(row, "searched_at"))
        .optional();
  }

  /**
   * Which pairs are kept and what was decided about them, in short: another answer says that
   * something changed.
   */
  public String state() {
    return database
        .jdbc()
        .sql(
            """
            SELECT concat_ws(' ', (SELECT searched_at FROM duplicate_search), count(*),
              count(*) FILTER (WHERE state = 'OPEN'), max(decided_at), max(found_at)) AS state
            FROM duplicate_pair
            """)
        .query((row, number) -> Rows.text(row, "state"))
        .single();
  }

  /**
   * Hands on every open pair that is a question still, the highest score first: two accounts that
   * stand for themselves.
   *
   * @param leastScore pairs below it are left out
   */
  public void forEachOpen(double leastScore, Consumer<KeptPair> taker) {
    database
        .jdbc()
        .sql(
            PAIR
                + " WHERE state = 'OPEN' AND score >= :least AND "
                + ASKED
                + " ORDER BY score DESC, pair.id")
        .param("least", leastScore)
        .query(row -> {
          taker.accept(read(row, 0));
        });
  }

  private void dropUnfound() {
    database
        .jdbc()
        .sql(
            """
            DELETE FROM duplicate_pair AS pair WHERE state = 'OPEN'
              AND NOT EXISTS (SELECT FROM account_merge WHERE pair_id = pair.id)
              AND NOT EXISTS (SELECT FROM pair_staging
                WHERE least(one, other) = first_id AND greatest(one, other) = second_id)
            """)
        .update();
  }

  private long insertNew() {
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO duplicate_pair AS pair
              (id, first_id, second_id, score, evidence, state, found_at)
            SELECT id, least(one, other), greatest(one, other), score, evidence, 'OPEN', :now
            FROM pair_staging
            ON CONFLICT (first_id, second_id) DO UPDATE
              SET score = excluded.score, evidence = excluded.evidence WHERE pair.state = 'OPEN'
            RETURNING (xmax = 0) AS inserted
            """)
        .param("now", Database.at(database.now()))
        .query((row, number) -> row.getBoolean("inserted"))
        .list()
        .stream()
        .filter(inserted -> inserted)
        .count();
  }

  /**
   * Keeps one more pair, that a rule asks about.
   *
   * @return the open pair; empty when somebody decided about it before, even if that was taken back
   */
  public Optional<PairId> keepUndecided(FoundPair pair) {
    return database.inTransaction(() -> {
      database
          .jdbc()
          .sql(
              """
              INSERT INTO duplicate_pair
                (id, first_id, second_id, score, evidence, state, found_at)
              SELECT :id, least(one, other), greatest(one, other), :score,
                CAST(:evidence AS json), 'OPEN', :now
              FROM (SELECT CAST(:one AS uuid) AS one, CAST(:other AS uuid) AS other) AS ends
              ON CONFLICT (first_id, second_id) DO NOTHING
              """)
          .param("id", database.newId())
          .param("score", pair.score())
          .param("evidence", pair.evidence())
          .param("now", Database.at(database.now()))
          .param("one", pair.first().value())
          .param("other", pair.second().value())
          .update();
      return database
          .jdbc()
          .sql(
              """
              SELECT id FROM duplicate_pair AS pair
              WHERE first_id = least(CAST(:one AS uuid), CAST(:other AS uuid))
                AND second_id = greatest(CAST(:one AS uuid), CAST(:other AS uuid))
                AND state = 'OPEN' AND NOT EXISTS (SELECT FROM account_merge WHERE pair_id = pair.id)
              """)
          .param("one", pair.first().value())
          .param("other", pair.second().value())
          .query((row, number) -> new PairId(Rows.id(row, "id")))
          .optional();
    });
  }

  /**
   * Which of some pairs nobody ever decided about, kept or not; what was taken back was decided.
   *
   * @param pairs one account of each to the other
   * @return the first account of each such pair
   */
  public Set<AccountId> undecided(Collection<Map.Entry<AccountId, AccountId>> pairs) {
    return firsts(pairs, " WHERE pair.id IS NULL OR " + UNDECIDED);
  }

  /**
   * Which of some pairs are kept and wait for somebody who never decided about them.
   *
   * @param pairs one account of each to the other
   * @return the first account of each such pair
   */
  public Set<AccountId> waiting(Collection<Map.Entry<AccountId, AccountId>> pairs) {
    return firsts(pairs, " WHERE " + UNDECIDED);
  }

  private Set<AccountId> firsts(Collection<Map.Entry<AccountId, AccountId>> pairs, String where) {
    return database
        .jdbc()
        .sql(
            """
            SELECT asked.one
            FROM unnest(CAST(:ones AS uuid[]), CAST(:others AS uuid[])) AS asked (one, other)
            LEFT JOIN duplicate_pair AS pair
              ON first_id = least(asked.one, asked.other)
              AND second_id = greatest(asked.one, asked.other)
            """
                + where)
        .param("ones", ids(pairs, Map.Entry::getKey))
        .param("others", ids(pairs, Map.Entry::getValue))
        .query((row, number) -> new AccountId(Rows.id(row, "one")))
        .set();
  }

  private static UUID[] ids(
      Collection<Map.Entry<AccountId, AccountId>> pairs,
      Function<Map.Entry<AccountId, AccountId>, AccountId> side) {
    return pairs.stream().map(side).map(AccountId::value).toArray(UUID[]::new);
  }

  /** A page of the pairs of a state, the highest score first. */
  public Page<KeptPair> list(PairState state, @Nullable String cursor, int limit) {
    Cursor.requireLimit(limit);
    Cursor after = cursor == null ? new Cursor("2", Cursor.START.id()) : Cursor.read(cursor);
    List<KeptPair> rows =
        database
            .jdbc()
            .sql(
                PAIR
                    + " WHERE state = :state AND "
                    + ASKED
                    + " AND (-score, pair.id) > (-:score, :after)"
                    + " ORDER BY score DESC, pair.id LIMIT :limit")
            .param("state", state.name())
            .param("score", scoreOf(after))
            .param("after", after.id())
            .param("limit", limit + 1)
            .query(DuplicateRepository::read)
            .list();
    return Cursor.page(
        rows, limit, pair -> new Cursor(String.valueOf(pair.score()), pair.id().value()));
  }

  /** Pairs that somebody said are two companies, each as its two accounts. */
  public Set<Set<AccountId>> dismissed() {
    return database
        .jdbc()
        .sql("SELECT first_id, second_id FROM duplicate_pair WHERE state = 'DISMISSED'")
        .query((row, number) ->
            Set.of(
                new AccountId(Rows.id(row, "first_id")), new AccountId(Rows.id(row, "second_id"))))
        .set();
  }

  private static double scoreOf(Cursor cursor) {
    try {
      return Double.parseDouble(cursor.key());
    } catch (NumberFormatException ofAnotherList) {
      throw ProblemException.of(new StoreProblem.CursorUnknown(cursor.key()));
    }
  }

  /** How many there are of each state. */
  public PairCounts count() {
    Map<String, Long> counts = new HashMap<>();
    database
        .jdbc()
        .sql(
            "SELECT state, count(*) AS pairs FROM duplicate_pair AS pair"
                + " JOIN account AS one ON one.id = first_id"
                + " JOIN account AS other ON other.id = second_id WHERE"
                + ASKED
                + "GROUP BY state")
        .query(row -> {
          counts.put(Rows.text(row, "state"), row.getLong("pairs"));
        });
    return new PairCounts(
        counts.getOrDefault("OPEN", 0L),
        counts.getOrDefault("MERGED", 0L),
        counts.getOrDefault("DISMISSED", 0L));
  }

  /**
   * The pair of an id.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public KeptPair get(PairId id) {
    return find(id).orElseThrow(() -> Database.notFound("pair", id));
  }

  private Optional<KeptPair> find(PairId id) {
    return database
        .jdbc()
        .sql(PAIR + " WHERE pair.id = :id")
        .param("id", id.value())
        .query(DuplicateRepository::read)
        .optional();
  }

  /**
   * Says that a pair is two accounts.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND} or {@code DUPLICATE_DECIDED}
   */
  public KeptPair dismiss(PairId id, String who) {
    return database.inTransaction(() -> {
      merges.takeTurns();
      requireOpen(id);
      decide(id, PairState.DISMISSED, who);
      return get(id);
    });
  }

  /**
   * Says that a pair is one account: the other is merged into the survivor, with all that was
   * merged into it before.
   *
   * @param byRule whether the rule decides instead of a person
   * @throws ProblemException with {@code STORE_NOT_FOUND}, {@code DUPLICATE_DECIDED} or {@code
   *     DUPLICATE_STRANGE_SURVIVOR}
   */
  public KeptPair merge(PairId id, AccountId survivor, String who, boolean byRule) {
    return database.inTransaction(() -> {
      merges.takeTurns();
      KeptPair pair = requireOpen(id);
      if (!survivor.equals(pair.first()) && !survivor.equals(pair.second())) {
        throw ProblemException.of(new DuplicateProblem.StrangeSurvivor(id, survivor.toString()));
      }
      AccountId merged = survivor.equals(pair.first()) ? pair.second() : pair.first();
      merges.merge(id, merged, survivor, who, byRule);
      decide(id, PairState.MERGED, who);
      return get(id);
    });
  }

  /**
   * Takes a decision back: the pair is open again, and what was merged stands for itself.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}, {@code DUPLICATE_UNDECIDED} or, when a
   *     later merge came about only by this one, {@code DUPLICATE_RESTED_ON}
   */
  public KeptPair undo(PairId id, String who) {
    return database.inTransaction(() -> {
      merges.takeTurns();
      if (get(id).state() == PairState.OPEN) {
        throw ProblemException.of(new DuplicateProblem.Undecided(id));
      }
      merges
          .findRestingOn(id)
          .ifPresent(problem -> {
            throw ProblemException.of(problem);
          });
      merges.undo(id, who);
      database
          .jdbc()
          .sql(
              "UPDATE duplicate_pair SET state = 'OPEN', decided_at = NULL, decided_by = NULL"
                  + " WHERE id = :id")
          .param("id", id.value())
          .update();
      return get(id);
    });
  }

  private KeptPair requireOpen(PairId id) {
    database
        .jdbc()
        .sql("SELECT id FROM duplicate_pair WHERE id = :id FOR UPDATE")
        .param("id", id.value())
        .query(row -> {});
    KeptPair pair = get(id);
    if (pair.decision() != null) {
      throw ProblemException.of(
          new DuplicateProblem.Decided(id, pair.state(), pair.decision().who()));
    }
    if (pair.first().equals(pair.second())) {
      throw ProblemException.of(new DuplicateProblem.AlreadyOne(id));
    }
    return pair;
  }

  private void decide(PairId id, PairState state, String who) {
    database
        .jdbc()
        .sql(
            "UPDATE duplicate_pair SET (state, decided_at, decided_by) = (:state, :now, :who)"
                + " WHERE id = :id")
        .param("state", state.name())
        .param("now", Database.at(database.now()))
        .param("who", who)
        .param("id", id.value())
        .update();
  }

  /** The accounts merged into a survivor, straight or through another. */
  public List<MergedAccount> mergedInto(AccountId survivor) {
    return merges.mergedInto(survivor);
  }

  /** What hangs on accounts and on those merged into them; every id asked for has an answer. */
  public Map<AccountId, AccountTraces> traces(Collection<AccountId> accounts) {
    Map<AccountId, AccountTraces> traces = new HashMap<>();
    accounts.forEach(account -> traces.put(account, AccountTraces.NONE));
    database
        .jdbc()
        .sql(
            """
            SELECT asked.id,
              (SELECT count(*) FROM deal WHERE account_id = ANY (held.ids)) AS deals,
              (SELECT coalesce(sum(amount_cents), 0) FROM revenue
                WHERE account_id = ANY (held.ids)) AS revenue_cents,
              (SELECT coalesce(sum(number), 0) FROM contact
                WHERE account_id = ANY (held.ids)) AS contacts
            FROM unnest(:ids) AS asked (id) CROSS JOIN LATERAL (
              SELECT array_agg(id) AS ids FROM account
              WHERE account.id = asked.id OR merged_into = asked.id
            ) AS held
            """)
        .param("ids", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
        .query(row -> {
          traces.put(
              new AccountId(Rows.id(row, "id")),
              new AccountTraces(
                  row.getLong("deals"), row.getLong("revenue_cents"), row.getLong("contacts")));
        });
    return traces;
  }

  /** Whether pairs that are alike in every respect are merged without asking; off at first. */
  public boolean mergesAlike() {
    return database
        .jdbc()
        .sql("SELECT merge_alike FROM duplicate_rule")
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Turns that rule on or off. */
  public void setMergesAlike(boolean on, String who) {
    database.inTransaction(() -> {
      writeMergesAlike(on, who);
      return audit.append(
          who, "duplicate.rule.changed", "duplicates", new AuditDetail().with("mergeAlike", on));
    });
  }

  private void writeMergesAlike(boolean on, String who) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO duplicate_rule (id, merge_alike, changed_at, changed_by)
            VALUES (1, :on, :now, :who) ON CONFLICT (id) DO UPDATE
            SET (merge_alike, changed_at, changed_by)
              = (excluded.merge_alike, excluded.changed_at, excluded.changed_by)
            """)
        .param("on", on)
        .param("now", Database.at(database.now()))
        .param("who", who)
        .update();
  }

  private static KeptPair read(ResultSet row, int number) throws SQLException {
    PairState state = PairState.valueOf(Rows.text(row, "state"));
    return new KeptPair(
        new PairId(Rows.id(row, "id")),
        new AccountId(Rows.id(row, "one_id")),
        new AccountId(Rows.id(row, "other_id")),
        row.getDouble("score"),
        Rows.text(row, "evidence"),
        state,
        Rows.instant(row, "found_at"),
        state == PairState.OPEN ? null : decision(row));
  }

  private static KeptPair.Decision decision(ResultSet row) throws SQLException {
    UUID survivor = Rows.findId(row, "survivor_id");
    return new KeptPair.Decision(
        Rows.instant(row, "decided_at"),
        Rows.text(row, "decided_by"),
        survivor == null ? null : new AccountId(survivor),
        row.getBoolean("by_rule"));
  }
}
