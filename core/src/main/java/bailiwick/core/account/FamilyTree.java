package bailiwick.core.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Accounts that belong together by their parents, and which of them decides for which. Immutable.
 *
 * <p>Accounts whose parents lead round in a circle lose them; what hangs below stays. A parent that
 * is not among the accounts is none. The same accounts in another order give the same tree. Making
 * it costs O(accounts × log accounts).
 */
public final class FamilyTree {

  /** A tree of nobody. */
  public static final FamilyTree NONE = of(List.of());

  private static final int NOBODY = -1;

  private final List<Kin> kin; // in the order of ids: the number of an account is its place
  private final Map<AccountId, Integer> numbers;
  private final int[] parentOf; // [account number] -> account number or NOBODY
  private final int[] headOf; // [account number] -> account number at the top, or its own
  private final int[] depthOf; // [account number] -> steps up to the top
  private final List<List<Integer>> members; // [account number] -> family, empty but for heads
  private final Map<FamilyPolicy, int[]> deciding; // policy -> [account number] -> account number

  private FamilyTree(List<Kin> kin) {
    this.kin = kin;
    this.numbers = HashMap.newHashMap(kin.size());
    for (int number = 0; number < kin.size(); number++) {
      numbers.put(kin.get(number).account(), number);
    }
    this.parentOf = parents();
    cutCircles();
    this.headOf = new int[kin.size()];
    this.depthOf = new int[kin.size()];
    climb();
    this.members = families();
    this.deciding =
        Map.of(
            FamilyPolicy.PARENT, headOf,
            FamilyPolicy.SITE, bySite(),
            FamilyPolicy.LARGEST, byPotential());
  }

  /**
   * The families among accounts.
   *
   * @param accounts each once, in any order
   */
  public static FamilyTree of(Collection<Kin> accounts) {
    return new FamilyTree(
        accounts.stream().sorted(Comparator.comparing(each -> each.account().value())).toList());
  }

  private int[] parents() {
    int[] parents = new int[kin.size()];
    for (int number = 0; number < parents.length; number++) {
      AccountId parent = kin.get(number).parent();
      parents[number] = parent == null ? NOBODY : numbers.getOrDefault(parent, NOBODY);
    }
    return parents;
  }

  private void cutCircles() {
    int[] walk = new int[parentOf.length]; // [account number] -> walk that came by, from 1
    for (int start = 0; start < walk.length; start++) {
      int at = start;
      while (at != NOBODY && walk[at] == 0) {
        walk[at] = start + 1;
        at = parentOf[at];
      }
      boolean circle = at != NOBODY && walk[at] == start + 1;
      while (circle && at != NOBODY) {
        int parent = parentOf[at];
        parentOf[at] = NOBODY;
        at = parent;
      }
    }
  }

  private void climb() {
    Arrays.fill(headOf, NOBODY);
    for (int number = 0; number < headOf.length; number++) {
      List<Integer> way = new ArrayList<>();
      int at = number;
      while (headOf[at] == NOBODY && parentOf[at] != NOBODY) {
        way.add(at);
        at = parentOf[at];
      }
      if (headOf[at] == NOBODY) {
        headOf[at] = at;
      }
      for (int below : way.reversed()) {
        headOf[below] = headOf[at];
        depthOf[below] = depthOf[parentOf[below]] + 1;
      }
    }
  }

  private List<List<Integer>> families() {
    List<List<Integer>> families = new ArrayList<>();
    for (int number = 0; number < headOf.length; number++) {
      families.add(headOf[number] == number ? new ArrayList<>() : List.of());
    }
    for (int number = 0; number < headOf.length; number++) {
      families.get(headOf[number]).add(number);
    }
    return families;
  }

  /** At each address the highest of a family; of those equally high the first by id. */
  private int[] bySite() {
    int[] first = ownNumbers();
    for (List<Integer> family : members) {
      Map<String, Integer> highest = new HashMap<>();
      for (int number : family) {
        String site = kin.get(number).site();
        if (!site.isEmpty()) {
          highest.merge(site, number, (one, other) -> depthOf[other] < depthOf[one] ? other : one);
        }
      }
      family.forEach(
          number -> first[number] = highest.getOrDefault(kin.get(number).site(), number));
    }
    return first;
  }

  /** Of those equally large the highest, then the first by id. */
  private int[] byPotential() {
    int[] largest = ownNumbers();
    for (List<Integer> family : members) {
      family.stream()
          .min(
              Comparator.comparingLong((Integer number) -> -kin.get(number).potentialCents())
                  .thenComparingInt(number -> depthOf[number])
                  .thenComparing(Comparator.naturalOrder()))
          .ifPresent(one -> family.forEach(number -> largest[number] = one));
    }
    return largest;
  }

  private int[] ownNumbers() {
    int[] own = new int[kin.size()];
    Arrays.setAll(own, number -> number);
    return own;
  }

  /** The account that decides for another by a policy; itself where it has no family. */
  public AccountId deciding(AccountId account, FamilyPolicy policy) {
    Integer number = numbers.get(account);
    int[] deciders = deciding.get(policy);
    return number == null || deciders == null ? account : kin.get(deciders[number]).account();
  }

  /** Whether an account stands in the tree. */
  public boolean contains(AccountId account) {
    return numbers.containsKey(account);
  }

  /** All accounts of the tree, in the order of their ids. */
  public List<AccountId> accounts() {
    return kin.stream().map(Kin::account).toList();
  }

  /** Every account that decides for another by some policy. */
  public Set<AccountId> deciding() {
    Set<Integer> all = new TreeSet<>();
    for (int[] deciders : deciding.values()) {
      for (int number = 0; number < deciders.length; number++) {
        if (deciders[number] != number) {
          all.add(deciders[number]);
        }
      }
    }
    Set<AccountId> ids = new LinkedHashSet<>();
    all.forEach(number -> ids.add(kin.get(number).account()));
    return ids;
  }

  /** The families of some accounts, with all their members; accounts without a family alone. */
  public Set<AccountId> withFamilies(Collection<AccountId> accounts) {
    Set<AccountId> all = new LinkedHashSet<>(accounts);
    for (AccountId account : accounts) {
      Integer number = numbers.get(account);
      if (number != null) {
        members.get(headOf[number]).forEach(each -> all.add(kin.get(each).account()));
      }
    }
    return all;
  }
}
