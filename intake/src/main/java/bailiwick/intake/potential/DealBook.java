package bailiwick.intake.potential;

import bailiwick.intake.deal.Opportunity;
import java.util.HashMap;
import java.util.Map;

/**
 * The opportunities of each account: how many were won and lost, and what is open at which stage.
 * Memory: about 200 bytes for each account with an opportunity. Not thread-safe.
 */
public final class DealBook {

  /** Far beyond what counts of an account, and nowhere near where sums turn over. */
  private static final long MOST = Long.MAX_VALUE / 4;

  private final Map<String, Tally> byAccount = new HashMap<>();

  /** What there is of one account so far. */
  private static final class Tally {

    private long won;
    private long lost;
    private final Map<String, Long> openCents = new HashMap<>(2); // stage -> amount
  }

  /** Takes an opportunity in. */
  public void add(Opportunity opportunity) {
    Tally deals = byAccount.computeIfAbsent(opportunity.accountExternalId(), id -> new Tally());
    switch (opportunity.state()) {
      case WON -> deals.won++;
      case LOST -> deals.lost++;
      case OPEN ->
          deals.openCents.merge(opportunity.stage(), opportunity.amountCents(), DealBook::sum);
    }
  }

  private static long sum(long one, long other) {
    return Math.min(MOST, one) + Math.min(MOST, other);
  }

  Deals of(String accountExternalId) {
    Tally deals = byAccount.get(accountExternalId);
    return deals == null ? Deals.NONE : new Deals(deals.won, deals.lost, deals.openCents);
  }
}
