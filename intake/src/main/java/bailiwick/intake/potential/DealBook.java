package bailiwick.intake.potential;

import bailiwick.intake.deal.Opportunity;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The opportunities of each account: how many were won and lost, and what is open at which stage.
 * Memory: about 200 bytes for each account with an opportunity. Not thread-safe.
 */
public final class DealBook {

  /** Far beyond what counts of an account, and nowhere near where sums turn over. */
  private static final long MOST = Long.MAX_VALUE / 4;

  private static final Deals NO_DEALS = new Deals();

  private final Map<String, Deals> byAccount = new HashMap<>();

  /** What there is of one account. */
  static final class Deals {

    private long won;
    private long lost;
    private final Map<String, Long> openCents = new LinkedHashMap<>(2); // stage -> amount

    long won() {
      return won;
    }

    long closed() {
      return won + lost;
    }

    boolean hasOpen() {
      return !openCents.isEmpty();
    }

    /** What is open, by stage. */
    Map<String, Long> openCents() {
      return openCents;
    }
  }

  /** Takes an opportunity in. */
  public void add(Opportunity opportunity) {
    Deals deals = byAccount.computeIfAbsent(opportunity.accountExternalId(), id -> new Deals());
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
    return byAccount.getOrDefault(accountExternalId, NO_DEALS);
  }
}
