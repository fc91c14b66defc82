package bailiwick.intake.family;

import bailiwick.core.company.CompanyName;
import bailiwick.intake.duplicate.CompanyDomain;
import bailiwick.intake.duplicate.ListedAccount;
import bailiwick.intake.duplicate.ListedAccounts;
import bailiwick.intake.family.Family.Basis;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds families of accounts. Stateless and thread-safe.
 *
 * <p>Where accounts name parents, that is their family. Accounts that share a domain and are not
 * yet of one family are proposed as one; a domain that stands in two families by parents is told
 * and nothing is proposed for it. The same accounts in another order give the same report.
 * O(accounts × log accounts).
 *
 * <p>Known limit: the head of a family by domain is a guess, the account with the shortest name.
 */
public final class FamilySearch {

  private FamilySearch() {}

  /**
   * Finds the families.
   *
   * @param accounts with ids that differ, in any order
   */
  public static FamilyReport find(List<ListedAccount> accounts) {
    List<ListedAccount> inOrder = ListedAccounts.of(accounts).byId();
    Parents parents = Parents.of(inOrder);
    int[] headOf = parents.heads();
    List<FamilyProblem> problems = new ArrayList<>(parents.problems());
    Map<Integer, List<Integer>> byHead = withMembers(headOf);

    List<Family> families = new ArrayList<>();
    byHead.forEach(
        (head, members) -> families.add(family(inOrder, head, members, Basis.PARENTS, "")));
    families.addAll(byDomain(inOrder, headOf, byHead, problems));
    return new FamilyReport(families, problems);
  }

  /** The heads that others stand below, and those with the heads themselves, in order. */
  private static Map<Integer, List<Integer>> withMembers(int[] headOf) {
    BitSet above = new BitSet();
    for (int number = 0; number < headOf.length; number++) {
      above.set(headOf[number], above.get(headOf[number]) || headOf[number] != number);
    }
    Map<Integer, List<Integer>> byHead = new TreeMap<>();
    for (int number = 0; number < headOf.length; number++) {
      if (above.get(headOf[number])) {
        byHead.computeIfAbsent(headOf[number], head -> new ArrayList<>()).add(number);
      }
    }
    return byHead;
  }

  private static List<Family> byDomain(
      List<ListedAccount> accounts,
      int[] headOf,
      Map<Integer, List<Integer>> byHead,
      List<FamilyProblem> problems) {
    List<Family> proposed = new ArrayList<>();
    withDomains(accounts)
        .forEach((domain, members) -> {
          List<Integer> heads = members.stream().map(each -> headOf[each]).distinct().toList();
          List<Integer> known = heads.stream().filter(byHead::containsKey).toList();
          if (known.size() > 1) {
            problems.add(
                new FamilyProblem.SplitDomain(
                    domain, known.stream().map(each -> accounts.get(each).id()).toList()));
          } else if (heads.size() > 1) {
            int head = known.isEmpty() ? shortest(accounts, members) : known.getFirst();
            proposed.add(family(accounts, head, with(members, head), Basis.DOMAIN, domain));
          }
        });
    proposed.sort(Comparator.comparing(Family::head).thenComparing(Family::domain));
    return proposed;
  }

  private static Map<String, List<Integer>> withDomains(List<ListedAccount> accounts) {
    Map<String, List<Integer>> byDomain = new TreeMap<>();
    for (int number = 0; number < accounts.size(); number++) {
      int each = number;
      CompanyDomain.find(accounts.get(number).website())
          .ifPresent(domain -> byDomain.merge(domain, List.of(each), FamilySearch::joined));
    }
    return byDomain;
  }

  /** Most domains are of one account alone, and hold no list that could grow. */
  private static List<Integer> joined(List<Integer> known, List<Integer> one) {
    List<Integer> all = known instanceof ArrayList<Integer> grown ? grown : new ArrayList<>(known);
    all.addAll(one);
    return all;
  }

  /** The head of a family by parents may itself have another domain, or none. */
  private static List<Integer> with(List<Integer> members, int head) {
    List<Integer> all = new ArrayList<>(members);
    if (!all.contains(head)) {
      all.add(head);
    }
    return all.stream().sorted().toList();
  }

  private static int shortest(List<ListedAccount> accounts, List<Integer> members) {
    return members.stream()
        .min(
            Comparator.comparingInt(
                    (Integer each) -> CompanyName.of(accounts.get(each).name()).joined().length())
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static Family family(
      List<ListedAccount> accounts, int head, List<Integer> members, Basis basis, String domain) {
    return new Family(
        accounts.get(head).id(),
        members.stream().map(each -> accounts.get(each).id()).toList(),
        basis,
        domain);
  }
}
