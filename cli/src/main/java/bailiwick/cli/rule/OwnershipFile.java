package bailiwick.cli.rule;

import bailiwick.cli.design.UnitOfAccount;
import bailiwick.core.account.Account;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.unit.UnitId;
import bailiwick.intake.export.AssignmentExport;
import bailiwick.intake.export.CsvTable;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.decide.LeadRouter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who gets which account by a set of rules, and how many of each. Immutable.
 *
 * @param accounts how many were decided
 * @param nobodys how many nobody gets
 * @param moved how many had another territory in the file
 * @param accountsOf how many each territory gets, by code
 */
record OwnershipFile(long accounts, long nobodys, long moved, Map<TerritoryCode, Long> accountsOf) {

  /** Decides every account and writes one row for each. */
  static OwnershipFile write(
      BufferedWriter out, List<Account> accounts, LeadRouter router, UnitOfAccount unitOf)
      throws IOException {
    Map<TerritoryCode, Long> accountsOf = new TreeMap<>();
    long nobodys = 0;
    long moved = 0;
    CsvTable table = AssignmentExport.accounts(out);
    for (Account account : accounts) {
      Optional<TerritoryCode> territory = router.findTerritory(Subject.of(account));
      String code = territory.map(TerritoryCode::value).orElse("");
      AssignmentExport.account(
          table,
          account,
          unitOf.apply(account).map(UnitId::value).orElse(""),
          code,
          territory.map(router.lookup().rules()::territoryName).orElse(""),
          "");
      if (territory.isEmpty()) {
        nobodys++;
      } else {
        accountsOf.merge(territory.get(), 1L, Long::sum);
      }
      if (!account.territoryKey().isEmpty() && !account.territoryKey().equals(code)) {
        moved++;
      }
    }
    out.flush();
    return new OwnershipFile(accounts.size(), nobodys, moved, accountsOf);
  }
}
