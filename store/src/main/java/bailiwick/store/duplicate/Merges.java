package bailiwick.store.duplicate;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.store.account.AccountRepository;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who was merged into whom. Each account is merged once at most, so the merges in force are a
 * forest; every account below points straight at the root, its survivor.
 */
final class Merges {

  private final Database database;
  private final AccountRepository accounts;

  Merges(Database database) {
    this.database = database;
    this.accounts = new AccountRepository(database);
  }

  /** Two merges at once could close a circle. */
  void takeTurns() {
    database
        .jdbc()
        .sql("SELECT pg_advisory_xact_lock(hashtextextended('account_merge', 0))")
        .query(row -> {});
  }

  /** Merges one root into another. */
  void merge(PairId pair, AccountId merged, AccountId survivor, String who, boolean byRule) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO account_merge
              (id, pair_id, merged_id, survivor_id, merged_at, merged_by, by_rule)
            VALUES (:id, :pair, :merged, :survivor, :now, :who, :byRule)
            """)
        .param("id", database.newId())
        .param("pair", pair.value())
        .param("merged", merged.value())
        .param("survivor", survivor.value())
        .param("now", Database.at(database.now()))
        .param("who", who)
        .param("byRule", byRule)
        .update();
    database
        .jdbc()
        .sql(
            "UPDATE account SET merged_into = :survivor WHERE id = :merged OR merged_into = :merged")
        .param("survivor", survivor.value())
        .param("merged", merged.value())
        .update();
  }

  /** A merge in force, and the two accounts that its pair was found between. */
  private record Standing(
      PairId pair, UUID merged, UUID survivor, UUID first, UUID second, String who) {

    /**
     * Whether the accounts of the pair stand on either side of the merge, by what other merges say.
     */
    boolean isBorneBy(Collection<Standing> others) {
      Map<UUID, UUID> roots = new HashMap<>();
      others.forEach(other -> roots.put(other.merged, other.survivor));
      UUID one = top(first, roots);
      UUID two = top(second, roots);
      UUID below = top(merged, roots);
      UUID above = top(survivor, roots);
      return (one.equals(below) && two.equals(above)) || (one.equals(above) && two.equals(below));
    }

    private static UUID top(UUID account, Map<UUID, UUID> survivorOf) {
      UUID top = account;
      for (UUID next = survivorOf.get(top); next != null; next = survivorOf.get(top)) {
        top = next;
      }
      return top;
    }
  }

  /**
   * What stands against taking the merge of a pair back: a pair of which one was merged is a pair
   * with the survivor, so that its merge rests on that one and would join strangers without it.
   */
  Optional<DuplicateProblem.RestedOn> findRestingOn(PairId pair) {
    List<Standing> standing = standingWith(pair);
    List<Standing> without = standing.stream().filter(each -> !each.pair.equals(pair)).toList();
    return without.stream()
        .filter(later -> !later.isBorneBy(besides(without, later)))
        .filter(later -> later.isBorneBy(besides(standing, later)))
        .findFirst()
        .map(later ->
            new DuplicateProblem.RestedOn(
                pair, later.pair, name(later.merged), name(later.survivor), later.who));
  }

  private static List<Standing> besides(List<Standing> standing, Standing one) {
    return standing.stream().filter(each -> !each.equals(one)).toList();
  }

  private String name(UUID account) {
    return accounts.getItself(new AccountId(account)).account().name();
  }

  /** The merges in force of the accounts that became one with those of a pair, the latest first. */
  private List<Standing> standingWith(PairId pair) {
    return database
        .jdbc()
        .sql(
            """
            SELECT act.pair_id, act.merged_id, act.survivor_id, first_id, second_id, act.merged_by
            FROM account_merge AS act
            JOIN duplicate_pair AS pair ON pair.id = act.pair_id
            JOIN account ON account.id = act.merged_id
            WHERE act.undone_at IS NULL AND account.merged_into = (
              SELECT account.merged_into FROM account_merge AS asked
              JOIN account ON account.id = asked.merged_id
              WHERE asked.pair_id = :pair AND asked.undone_at IS NULL)
            ORDER BY act.merged_at DESC, act.id DESC
            """)
        .param("pair", pair.value())
        .query((row, number) ->
            new Standing(
                new PairId(Rows.id(row, "pair_id")),
                Rows.id(row, "merged_id"),
                Rows.id(row, "survivor_id"),
                Rows.id(row, "first_id"),
                Rows.id(row, "second_id"),
                Rows.text(row, "merged_by")))
        .list();
  }

  /** Takes the merge of a pair back; nothing when it was none. */
  void undo(PairId pair, String who) {
    List<UUID> merged =
        database
            .jdbc()
            .sql(
                """
                UPDATE account_merge SET (undone_at, undone_by) = (:now, :who)
                WHERE pair_id = :pair AND undone_at IS NULL RETURNING merged_id
                """)
            .param("now", Database.at(database.now()))
            .param("who", who)
            .param("pair", pair.value())
            .query((row, number) -> Rows.id(row, "merged_id"))
            .list();
    merged.forEach(this::pointAnew);
  }

  /** Lets an account, and those below it, point at the roots that they have now. */
  private void pointAnew(UUID account) {
    List<UUID> group =
        database
            .jdbc()
            .sql(
                """
                SELECT id FROM account WHERE id = :account
                  OR merged_into = (SELECT merged_into FROM account WHERE id = :account)
                """)
            .param("account", account)
            .query((row, number) -> Rows.id(row, "id"))
            .list();
    Map<UUID, UUID> survivorOf = survivors(group);
    for (UUID each : group) {
      point(each, root(each, survivorOf));
    }
  }

  private Map<UUID, UUID> survivors(List<UUID> group) {
    Map<UUID, UUID> survivorOf = new HashMap<>();
    database
        .jdbc()
        .sql(
            "SELECT merged_id, survivor_id FROM account_merge"
                + " WHERE undone_at IS NULL AND merged_id = ANY (:group)")
        .param("group", group.toArray(UUID[]::new))
        .query(row -> {
          survivorOf.put(Rows.id(row, "merged_id"), Rows.id(row, "survivor_id"));
        });
    return survivorOf;
  }

  private static @Nullable UUID root(UUID account, Map<UUID, UUID> survivorOf) {
    UUID root = survivorOf.get(account);
    while (root != null && survivorOf.containsKey(root)) {
      root = survivorOf.get(root);
    }
    return root;
  }

  private void point(UUID account, @Nullable UUID survivor) {
    database
        .jdbc()
        .sql("UPDATE account SET merged_into = CAST(:survivor AS uuid) WHERE id = :id")
        .param("survivor", survivor)
        .param("id", account)
        .update();
  }

  List<MergedAccount> mergedInto(AccountId survivor) {
    record Act(AccountId account, PairId pair, Instant at, String who) {}
    List<Act> acts =
        database
            .jdbc()
            .sql(
                """
                SELECT merged_id, pair_id, merged_at, merged_by FROM account_merge AS act
                JOIN account ON account.id = merged_id
                WHERE merged_into = :survivor AND undone_at IS NULL ORDER BY merged_at, act.id
                """)
            .param("survivor", survivor.value())
            .query((row, number) ->
                new Act(
                    new AccountId(Rows.id(row, "merged_id")),
                    new PairId(Rows.id(row, "pair_id")),
                    Rows.instant(row, "merged_at"),
                    Rows.text(row, "merged_by")))
            .list();
    Map<AccountId, Account> found = accounts.getAll(acts.stream().map(Act::account).toList());
    List<MergedAccount> merged = new ArrayList<>();
    for (Act act : acts) {
      merged.add(
          new MergedAccount(
              Objects.requireNonNull(found.get(act.account())), act.pair(), act.at(), act.who()));
    }
    return merged;
  }
}
