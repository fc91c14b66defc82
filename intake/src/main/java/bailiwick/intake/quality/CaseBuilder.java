package bailiwick.intake.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns doubts about accounts into cases: which accounts stand for one company, which territories
 * an account may belong to, what it may bring.
 */
final class CaseBuilder {

  private final JudgedAccounts accounts;
  private final int[] territoryOf; // [account]
  private final List<Books.Territory> territories;
  private final PossibleTerritories possible;

  CaseBuilder(JudgedAccounts accounts, int[] territoryOf, List<Books.Territory> territories) {
    this.accounts = accounts;
    this.territoryOf = territoryOf;
    this.territories = territories;
    this.possible = new PossibleTerritories(accounts, territoryOf, territories.size());
  }

  /**
   * Works out between what the totals of an amount and their balance lie.
   *
   * @param seed of the drawn worlds
   */
  DoubtfulTotals.Limits limits(JudgedAmount amount, long seed) {
    long[] recorded = new long[territories.size()];
    long[] certain = new long[territories.size()];
    List<Case> cases = new ArrayList<>();
    for (int account = 0; account < accounts.size(); account++) {
      if (territoryOf[account] != HeldAccount.NOBODY) {
        recorded[territoryOf[account]] += amount.of(account);
      }
      Group group = accounts.groups().ledBy(account);
      if (group != null) {
        cases.add(caseOf(group, amount));
      } else if (!accounts.groups().hasMember(account)) {
        add(account, amount, certain, cases);
      }
    }
    double[] shares = territories.stream().mapToDouble(Books.Territory::share).toArray();
    return new DoubtfulTotals(recorded, certain, cases, shares).limits(seed);
  }

  private Case caseOf(Group group, JudgedAmount amount) {
    List<Case.Member> members =
        group.accounts().stream().map(account -> member(account, amount)).toList();
    return new Case(members, 1 - group.score());
  }

  private void add(int account, JudgedAmount amount, long[] certain, List<Case> cases) {
    Possible its = possible.of(account);
    if (!its.isCertain() || amount.isDoubtful(account)) {
      Case.Member member = member(account, amount);
      if (!member.isCertain()) {
        cases.add(Case.of(member));
        return;
      }
    }
    if (its.first() != HeldAccount.NOBODY) {
      certain[its.first()] += amount.low(account);
    }
  }

  private Case.Member member(int account, JudgedAmount amount) {
    return Case.Member.of(possible.of(account), amount.range(account));
  }
}
