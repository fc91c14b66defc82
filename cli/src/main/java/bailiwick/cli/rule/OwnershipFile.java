package bailiwick.cli.rule;

import bailiwick.cli.design.UnitOfAccount;
import bailiwick.core.account.Account;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.unit.UnitId;
import bailiwick.intake.export.AssignmentExport;
import bailiwick.intake.export.CsvTable;
import bailiwick.rules.lookup.ClassColumns;
import bailiwick.rules.lookup.RuleLookup;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who gets which account by a set of rules, and how many of each. Immutable; made by its {@link
 * Writer}.
 *
 * @param accounts how many were decided
 * @param nobodys how many nobody gets
 * @param moved how many had another territory in the file
 * @param accountsOf how many each territory gets, by code
 */
record OwnershipFile(long accounts, long nobodys, long moved, Map<TerritoryCode, Long> accountsOf) {

  /** Decides accounts, many at a time, and writes one row for each. Not thread-safe. */
  static final class Writer {

    private static final int BLOCK = 4_096;

    private final BufferedWriter out;
    private final CsvTable table;
    private final RuleLookup lookup;
    private final RuleAccounts known;
    private final UnitOfAccount unitOf;
    private final Map<TerritoryCode, String> nameOf = new HashMap<>();
    private final Account[] waiting = new Account[BLOCK];
    private final ClassColumns columns;
    private final int[] winners = new int[BLOCK];
    private final long[] wonBy; // [rule] -> accounts
    private int count;
    private long accounts;
    private long nobodys;
    private long moved;

    /** A writer that has written the header. */
    Writer(BufferedWriter out, RuleLookup lookup, RuleAccounts known, UnitOfAccount unitOf)
        throws IOException {
      this.out = out;
      this.table = AssignmentExport.accounts(out);
      this.lookup = lookup;
      this.known = known;
      this.unitOf = unitOf;
      this.columns = lookup.columns(BLOCK);
      this.wonBy = new long[lookup.ruleCount()];
      lookup.rules().territories().forEach(title -> nameOf.putIfAbsent(title.code(), title.name()));
    }

    /**
     * Adds an account.
     *
     * @throws UncheckedIOException when its row cannot be written
     */
    void add(Account account) {
      columns.put(count, known.attributes(account).subject(lookup.dimensions()));
      waiting[count++] = account;
      if (count == BLOCK) {
        try {
          write();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    private void write() throws IOException {
      lookup.findWinners(columns, count, winners);
      for (int account = 0; account < count; account++) {
        write(waiting[account], winners[account]);
      }
      accounts += count;
      count = 0;
    }

    private void write(Account account, int winner) throws IOException {
      String code = "";
      String name = "";
      if (winner == RuleLookup.NONE) {
        nobodys++;
      } else {
        TerritoryCode territory = lookup.rule(winner).territory();
        code = territory.value();
        name = nameOf.getOrDefault(territory, "");
        wonBy[winner]++;
      }
      String unit = unitOf.apply(account).map(UnitId::value).orElse("");
      AssignmentExport.account(table, account, unit, code, name, "");
      if (!account.territoryKey().isEmpty() && !account.territoryKey().equals(code)) {
        moved++;
      }
    }

    /** Writes what is left, and says what came out. */
    OwnershipFile finish() throws IOException {
      write();
      out.flush();
      return new OwnershipFile(accounts, nobodys, moved, accountsOf());
    }

    private Map<TerritoryCode, Long> accountsOf() {
      Map<TerritoryCode, Long> accountsOf = new TreeMap<>();
      for (int rule = 0; rule < wonBy.length; rule++) {
        if (wonBy[rule] > 0) {
          accountsOf.merge(lookup.rule(rule).territory(), wonBy[rule], Long::sum);
        }
      }
      return accountsOf;
    }
  }
}
