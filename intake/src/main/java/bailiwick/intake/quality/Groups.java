package bailiwick.intake.quality;

import bailiwick.core.account.AccountId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The accounts that pairs join, straight or through others. Immutable. */
final class Groups {

  private final Map<Integer, Group> byHead = new HashMap<>();
  private final BitSet members = new BitSet();

  /**
   * Joins the accounts of pairs.
   *
   * @param numbers of the accounts that pairs may have; pairs of others are left out
   */
  static Groups of(List<LikelyPair> pairs, Map<AccountId, Integer> numbers) {
    Map<Integer, Integer> above = new HashMap<>(); // account -> another of its group; heads lack
    List<LikelyPair> there =
        pairs.stream()
            .filter(pair -> numbers.containsKey(pair.first()) && numbers.containsKey(pair.second()))
            .toList();
    for (LikelyPair pair : there) {
      int one = head(above, number(numbers, pair.first()));
      int other = head(above, number(numbers, pair.second()));
      if (one != other) {
        above.put(one, other);
      }
    }
    Map<Integer, Double> scores = new HashMap<>();
    Map<Integer, List<Integer>> accounts = new TreeMap<>();
    for (LikelyPair pair : there) {
      int head = head(above, number(numbers, pair.first()));
      scores.merge(head, pair.score(), Math::max);
      List<Integer> group = accounts.computeIfAbsent(head, none -> new ArrayList<>());
      group.add(number(numbers, pair.first()));
      group.add(number(numbers, pair.second()));
    }
    Groups groups = new Groups();
    accounts.forEach((head, group) ->
        groups.add(
            head,
            new Group(
                group.stream().distinct().sorted().toList(), scores.getOrDefault(head, 0.0))));
    return groups;
  }

  private static int number(Map<AccountId, Integer> numbers, AccountId account) {
    return numbers.getOrDefault(account, -1);
  }

  private static int head(Map<Integer, Integer> above, int account) {
    int at = account;
    for (Integer next = above.get(at); next != null; next = above.get(at)) {
      at = next;
    }
    return at;
  }

  private void add(int head, Group group) {
    byHead.put(head, group);
    group.accounts().forEach(members::set);
  }

  /** The group that an account stands for; one of its accounts does, null for all others. */
  @Nullable Group ledBy(int account) {
    return byHead.get(account);
  }

  boolean hasMember(int account) {
    return members.get(account);
  }
}
