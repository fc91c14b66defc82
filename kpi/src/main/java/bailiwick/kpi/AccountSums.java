package bailiwick.kpi;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Running totals over accounts. Not thread-safe. */
final class AccountSums {

  /** A sum of the amounts that are known. */
  private static final class KnownSum {
    private long sum;
    private long known;

    void add(OptionalLong amount) {
      if (amount.isPresent()) {
        sum = Math.addExact(sum, amount.getAsLong());
        known++;
      }
    }

    // No accounts have no potential, which is known to be 0; accounts of which nothing is known
    // have an unknown one.
    OptionalLong total(long accounts) {
      return known == 0 && accounts > 0 ? OptionalLong.empty() : OptionalLong.of(sum);
    }
  }

  private long accounts;
  private long prospects;
  private final KnownSum potential = new KnownSum();
  private final KnownSum revenue = new KnownSum();
  private final KnownSum pipeline = new KnownSum();
  private final KnownSum won = new KnownSum();
  private final KnownSum lost = new KnownSum();
  private final KnownSum contacted = new KnownSum();

  void add(AccountFigures account) {
    accounts++;
    prospects += account.isProspect() ? 1 : 0;
    potential.add(account.potentialCents());
    revenue.add(account.revenueCents());
    pipeline.add(account.pipelineCents());
    won.add(account.wonDeals());
    lost.add(account.lostDeals());
    account.contacts().ifPresent(many -> contacted.add(OptionalLong.of(many > 0 ? 1 : 0)));
  }

  long accounts() {
    return accounts;
  }

  long prospects() {
    return prospects;
  }

  OptionalLong potential() {
    return potential.total(accounts);
  }

  OptionalLong revenue() {
    return revenue.total(accounts);
  }

  OptionalLong pipeline() {
    return pipeline.total(accounts);
  }

  OptionalLong won() {
    return won.total(accounts);
  }

  OptionalLong lost() {
    return lost.total(accounts);
  }

  OptionalLong contacted() {
    return contacted.total(accounts);
  }

  OptionalDouble winRate() {
    return won().isEmpty() || lost().isEmpty()
        ? OptionalDouble.empty()
        : Ratio.of(won(), OptionalLong.of(won().getAsLong() + lost().getAsLong()));
  }

  OptionalDouble coverage() {
    return Ratio.of(contacted(), OptionalLong.of(accounts));
  }
}
