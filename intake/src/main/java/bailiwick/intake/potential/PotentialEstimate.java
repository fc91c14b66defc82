package bailiwick.intake.potential;

import bailiwick.core.account.Account;
import bailiwick.intake.potential.DealBook.Deals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Potential and workload of accounts by a model: each account's segment, each segment's rate, each
 * account's terms, each segment in sum. Cost: O(accounts · segments). Immutable.
 *
 * @param overall share of all closed deals that were won
 * @param accounts in the order given
 * @param segments in the model's order, those without accounts too
 */
public record PotentialEstimate(
    ConversionRate overall, List<AccountPotential> accounts, List<SegmentTotal> segments) {

  public PotentialEstimate {
    accounts = List.copyOf(accounts);
    segments = List.copyOf(segments);
  }

  /** Works out all of it. */
  public static PotentialEstimate of(PotentialModel model, List<Account> accounts, DealBook deals) {
    int[] segmentOf = segments(model, accounts, deals);
    ConversionRate overall = overall(model, accounts, deals);
    List<ConversionRate> rates = rates(model, accounts, deals, segmentOf, overall.rate());
    List<AccountPotential> estimated = new ArrayList<>(accounts.size());
    for (int k = 0; k < segmentOf.length; k++) {
      Account account = accounts.get(k);
      double rate = rates.get(segmentOf[k]).rate();
      Segment segment = model.segments().get(segmentOf[k]);
      estimated.add(terms(model, segment, rate, account, deals.of(account.externalId())));
    }
    return new PotentialEstimate(overall, estimated, totals(model, segmentOf, estimated, rates));
  }

  /** What is odd about it, for people who are about to plan on it; never an error. */
  public List<ModelProblem> warnings() {
    return PotentialWarnings.of(accounts, segments);
  }

  private static int[] segments(PotentialModel model, List<Account> accounts, DealBook deals) {
    return accounts.stream()
        .mapToInt(account -> model.segmentOf(account, deals.of(account.externalId()).hasOpen()))
        .toArray();
  }

  private static ConversionRate overall(
      PotentialModel model, List<Account> accounts, DealBook deals) {
    long won = 0;
    long closed = 0;
    for (Account account : accounts) {
      Deals of = deals.of(account.externalId());
      won += of.won();
      closed += of.closed();
    }
    return ConversionRate.ofAll(won, closed, model.rateWithoutDeals());
  }

  private static List<ConversionRate> rates(
      PotentialModel model,
      List<Account> accounts,
      DealBook deals,
      int[] segmentOf,
      double overall) {
    long[] won = new long[model.segments().size()];
    long[] closed = new long[won.length];
    for (int k = 0; k < segmentOf.length; k++) {
      Deals of = deals.of(accounts.get(k).externalId());
      won[segmentOf[k]] += of.won();
      closed[segmentOf[k]] += of.closed();
    }
    List<ConversionRate> rates = new ArrayList<>();
    for (int s = 0; s < won.length; s++) {
      rates.add(ConversionRate.ofSegment(won[s], closed[s], overall, model.priorDeals()));
    }
    return rates;
  }

  private static AccountPotential terms(
      PotentialModel model, Segment segment, double rate, Account account, Deals deals) {
    long spend = segment.spend().cents(account.firmographics());
    long conversion = cents(spend * rate);
    long pipeline = pipeline(model, rate, account, deals);
    long growth = cents(segment.growth() * account.worth().salesCents());
    return new AccountPotential(
        account,
        segment.name(),
        spend,
        conversion,
        pipeline,
        Math.max(growth, -(conversion + pipeline)),
        segment.service().visitCentihours(),
        segment.service().callCentihours(),
        segment.spend().restsOnUnknown(account.firmographics()));
  }

  /** Open deals by their stages; where none is known one by one, the pipeline that came with it. */
  private static long pipeline(PotentialModel model, double rate, Account account, Deals deals) {
    if (!deals.hasOpen()) {
      return cents(rate * account.worth().pipelineCents());
    }
    long sum = 0;
    for (Map.Entry<String, Long> open : deals.openCents().entrySet()) {
      sum += cents(model.weightOf(open.getKey()).orElse(rate) * open.getValue());
    }
    return cents((double) sum);
  }

  /** Whole cents, within what sums of a million accounts have room for. */
  private static long cents(double amount) {
    double most = AddressableSpend.MOST_CENTS;
    return Math.round(Math.max(-most, Math.min(most, amount)));
  }

  private static List<SegmentTotal> totals(
      PotentialModel model,
      int[] segmentOf,
      List<AccountPotential> estimated,
      List<ConversionRate> rates) {
    long[] accounts = new long[rates.size()];
    long[] unknown = new long[rates.size()];
    long[] potential = new long[rates.size()];
    long[] workload = new long[rates.size()];
    for (int k = 0; k < segmentOf.length; k++) {
      int s = segmentOf[k];
      AccountPotential of = estimated.get(k);
      accounts[s]++;
      unknown[s] += of.restsOnUnknownSize() ? 1 : 0;
      potential[s] += of.potentialCents();
      workload[s] += of.workloadCentihours();
    }
    List<SegmentTotal> totals = new ArrayList<>();
    for (int s = 0; s < accounts.length; s++) {
      String name = model.segments().get(s).name();
      totals.add(
          new SegmentTotal(name, accounts[s], unknown[s], potential[s], workload[s], rates.get(s)));
    }
    return totals;
  }
}
