package bailiwick.server.scenario;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.server.account.AccountBook;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioTerritory;
import java.util.List;

/**
 * The territory of every account and unit at one moment. Immutable; owns its arrays.
 *
 * <p>Two of them are compared by the codes of the territories, account by account, so that named
 * accounts and accounts without a unit count as they should.
 */
public final class AccountTerritories {

  private final ScenarioId scenario;
  private final AccountBook book;
  private final List<TerritoryCode> codes;
  private final int[] ofAccount; // [account] -> territory number or -1
  private final int[] ofUnit; // [unit] -> territory number or -1

  private AccountTerritories(
      ScenarioId scenario,
      AccountBook book,
      List<TerritoryCode> codes,
      int[] ofAccount,
      int[] ofUnit) {
    this.scenario = scenario;
    this.book = book;
    this.codes = codes;
    this.ofAccount = ofAccount;
    this.ofUnit = ofUnit;
  }

  static AccountTerritories of(Workspaces.Laid laid) {
    ScenarioWorkspace work = laid.work();
    int[] ofAccount = new int[work.book().size()];
    for (int account = 0; account < ofAccount.length; account++) {
      ofAccount[account] = work.territoryOfAccount(account);
    }
    return new AccountTerritories(
        laid.scenario().id(),
        work.book(),
        laid.scenario().territories().stream().map(ScenarioTerritory::code).toList(),
        ofAccount,
        work.territoryOfUnits());
  }

  ScenarioId scenario() {
    return scenario;
  }

  /** The accounts that it numbers. */
  public AccountBook book() {
    return book;
  }

  List<TerritoryCode> codes() {
    return codes;
  }

  /** Number of the territory of an account number, -1 for none. */
  public int ofAccount(int account) {
    return ofAccount[account];
  }

  int ofUnit(int unit) {
    return ofUnit[unit];
  }

  int unitCount() {
    return ofUnit.length;
  }
}
