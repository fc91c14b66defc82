package bailiwick.intake.quality;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Turns doubts about accounts into cases: which accounts stand for one company, which territories
 * an account may belong to, what it may bring.
 */
final class CaseBuilder {

  /** An amount that cannot be believed lies between these quantiles of its segment. */
  private static final double LOW_QUANTILE = 0.05;

  private static final double HIGH_QUANTILE = 0.95;

  private final Books books;
  private final List<Map<Integer, Long>> possible = new ArrayList<>(); // [account]
  private final List<Group> groups = new ArrayList<>();

  /** Accounts that may be one, by number, and the chance that they are. */
  private static final class Group {
    private final List<Integer> accounts = new ArrayList<>();
    private double score;
  }

  CaseBuilder(Books books, double leastScore) {
    this.books = books;
    PossibleTerritories territories = new PossibleTerritories(books);
    books.accounts().forEach(held -> possible.add(territories.of(held)));
    group(leastScore);
  }

  private void group(double leastScore) {
    Map<AccountId, Integer> numbers = new HashMap<>();
    for (int account = 0; account < books.accounts().size(); account++) {
      numbers.put(books.accounts().get(account).account().id(), account);
    }
    int[] head = new int[books.accounts().size()];
    Arrays.setAll(head, account -> account);
    List<LikelyPair> likely =
        books.pairs().stream().filter(pair -> pair.score() >= leastScore).toList();
    for (LikelyPair pair : likely) {
      head[head(head, number(numbers, pair.first()))] = head(head, number(numbers, pair.second()));
    }
    Map<Integer, Group> byHead = new TreeMap<>();
    for (int account = 0; account < head.length; account++) {
      byHead.computeIfAbsent(head(head, account), none -> new Group()).accounts.add(account);
    }
    for (LikelyPair pair : likely) {
      Group group = byHead.get(head(head, number(numbers, pair.first())));
      if (group != null) {
        group.score = Math.max(group.score, pair.score());
      }
    }
    groups.addAll(byHead.values());
  }

  private static int number(Map<AccountId, Integer> numbers, AccountId id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException("The pair's account (%s) is not there.".formatted(id));
    }
    return number;
  }

  private static int head(int[] head, int account) {
    int at = account;
    while (head[at] != at) {
      head[at] = head[head[at]];
      at = head[at];
    }
    return at;
  }

  /**
   * Works out between what the totals of an amount and their balance lie.
   *
   * @param odd accounts whose amount cannot be believed
   * @param seed of the drawn worlds
   */
  DoubtfulTotals.Limits limits(ToLongFunction<Account> amount, Set<AccountId> odd, long seed) {
    int count = books.territories().size();
    long[] recorded = new long[count];
    long[] certain = new long[count];
    Map<String, long[]> usual = usual(amount, odd);
    List<Case> cases = new ArrayList<>();
    for (Group group : groups) {
      List<Case.Member> members = new ArrayList<>();
      for (int number : group.accounts) {
        HeldAccount held = books.accounts().get(number);
        members.add(Case.Member.of(possible.get(number), amounts(held, amount, odd, usual)));
        if (held.territory() != HeldAccount.NOBODY) {
          recorded[held.territory()] += amount.applyAsLong(held.account());
        }
      }
      Case made = new Case(members, members.size() == 1 ? 1 : 1 - group.score);
      if (members.size() > 1 || !members.getFirst().isCertain()) {
        cases.add(made);
      } else if (!members.getFirst().canBeIn(HeldAccount.NOBODY)) {
        certain[members.getFirst().territories().findFirst().orElseThrow()] +=
            members.getFirst().low();
      }
    }
    double[] shares = books.territories().stream().mapToDouble(Books.Territory::share).toArray();
    return new DoubtfulTotals(recorded, certain, cases, shares).limits(seed);
  }

  private static long[] amounts(
      HeldAccount held,
      ToLongFunction<Account> amount,
      Set<AccountId> odd,
      Map<String, long[]> usual) {
    long[] believed =
        usual.getOrDefault(held.account().firmographics().segment(), usual.get(EVERY));
    return odd.contains(held.account().id()) && believed != null
        ? believed
        : new long[] {amount.applyAsLong(held.account())};
  }

  /** Stands for all segments together; no segment has this name. */
  private static final String EVERY = "\0";

  /** Fewer amounts say too little about a segment. */
  private static final int FEWEST = 30;

  /** Believed amounts above 0 between the quantiles, ascending, by segment and in all. */
  private Map<String, long[]> usual(ToLongFunction<Account> amount, Set<AccountId> odd) {
    Map<String, List<Long>> believed = new HashMap<>();
    for (HeldAccount held : books.accounts()) {
      long value = amount.applyAsLong(held.account());
      if (value > 0 && !odd.contains(held.account().id())) {
        String segment = held.account().firmographics().segment();
        believed.computeIfAbsent(segment, none -> new ArrayList<>()).add(value);
        believed.computeIfAbsent(EVERY, none -> new ArrayList<>()).add(value);
      }
    }
    Map<String, long[]> usual = new HashMap<>();
    believed.forEach((segment, values) -> {
      if (values.size() >= FEWEST || segment.equals(EVERY)) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        usual.put(
            segment,
            Arrays.copyOfRange(
                sorted,
                (int) (LOW_QUANTILE * (sorted.length - 1)),
                (int) Math.ceil(HIGH_QUANTILE * (sorted.length - 1)) + 1));
      }
    });
    return usual;
  }
}
