package bailiwick.intake.quality;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which territories an account may belong to when its place is doubtful: those that hold accounts
 * in the area it certainly lies in, as likely as they hold many. Learnt from the accounts whose
 * place is known by point or postcode. Not thread-safe.
 */
final class PossibleTerritories {

  private static final int NONE = -1;

  private final JudgedAccounts accounts;
  private final int[] territoryOf; // [account]
  private final int[][] inArea; // [area][territory] -> accounts; null when nobody has any there
  private final Map<Doubtful, Possible> known = new HashMap<>();

  /** Accounts of one such kind may belong to the same territories; areas are NONE when certain. */
  private record Doubtful(int area, int before, int territory) {}

  /** Learns who has how many accounts in each country, region and county. */
  PossibleTerritories(JudgedAccounts accounts, int[] territoryOf, int territories) {
    this.accounts = accounts;
    this.territoryOf = territoryOf;
    this.inArea = new int[accounts.areas().count()][];
    for (int account = 0; account < accounts.size(); account++) {
      if (territoryOf[account] != HeldAccount.NOBODY && accounts.isPlaced(account)) {
        count(accounts.area(account), territoryOf[account], territories);
      }
    }
  }

  private void count(int smallest, int territory, int territories) {
    int area = smallest;
    while (true) {
      if (inArea[area] == null) {
        inArea[area] = new int[territories];
      }
      inArea[area][territory]++;
      if (area == AreaNumbers.WORLD) {
        return;
      }
      area = accounts.areas().parent(area);
    }
  }

  /** The territories that an account may belong to; always its own or nobody among them. */
  Possible of(int account) {
    int area = accounts.isPlaced(account) ? NONE : accounts.area(account);
    int written = accounts.areaBefore(account);
    int before = written == JudgedAccounts.NO_AREA || inArea[written] == null ? NONE : written;
    boolean unheld = territoryOf[account] == HeldAccount.NOBODY;
    if (unheld && area == NONE && before == NONE) {
      area = accounts.area(account);
    }
    return known.computeIfAbsent(new Doubtful(area, before, territoryOf[account]), this::weighed);
  }

  private Possible weighed(Doubtful doubtful) {
    Map<Integer, Long> weights = new TreeMap<>();
    add(doubtful.area, weights);
    // Either the postcode or the region is wrong, the one as likely as the other.
    long there = add(doubtful.before, weights);
    weights.merge(doubtful.territory, 1 + there, Long::sum);
    return Possible.of(weights);
  }

  /** Adds who has accounts in an area; returns how many there are. */
  private long add(int area, Map<Integer, Long> weights) {
    long sum = 0;
    if (area != NONE && inArea[area] != null) {
      for (int territory = 0; territory < inArea[area].length; territory++) {
        long accounts = inArea[area][territory];
        if (accounts > 0) {
          weights.merge(territory, accounts, Long::sum);
          sum += accounts;
        }
      }
    }
    return sum;
  }
}
