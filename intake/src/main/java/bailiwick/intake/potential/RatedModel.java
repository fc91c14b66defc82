package bailiwick.intake.potential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A model with the conversion rates that closed deals taught it: all that is needed to say what one
 * account may bring. Immutable.
 *
 * @param overall share of all closed deals that were won
 * @param rates of the segments, in the model's order
 */
public record RatedModel(PotentialModel model, ConversionRate overall, List<ConversionRate> rates) {

  public RatedModel {
    rates = List.copyOf(rates);
    if (rates.size() != model.segments().size()) {
      throw new IllegalArgumentException(
          "There are %s rates for %s segments.".formatted(rates.size(), model.segments().size()));
    }
  }

  /**
   * Learns the rates from the deals of all accounts. Cost: O(accounts · segments).
   *
   * @param accounts read once, in order; a view over columns will do
   */
  public static RatedModel learn(PotentialModel model, Iterable<Traits> accounts) {
    long[] won = new long[model.segments().size()];
    long[] closed = new long[won.length];
    long allWon = 0;
    long allClosed = 0;
    for (Traits account : accounts) {
      Deals deals = account.deals();
      if (deals.closed() > 0) {
        int segment = model.segmentOf(account);
        won[segment] += deals.won();
        closed[segment] += deals.closed();
        allWon += deals.won();
        allClosed += deals.closed();
      }
    }
    ConversionRate overall = ConversionRate.ofAll(allWon, allClosed, model.rateWithoutDeals());
    List<ConversionRate> rates = new ArrayList<>();
    for (int s = 0; s < won.length; s++) {
      rates.add(ConversionRate.ofSegment(won[s], closed[s], overall.rate(), model.priorDeals()));
    }
    return new RatedModel(model, overall, rates);
  }

  /** What the model says of an account. */
  public Terms terms(Traits account) {
    int number = model.segmentOf(account);
    Segment segment = model.segments().get(number);
    double rate = rates.get(number).rate();
    long spend = segment.spend().cents(account.firmographics());
    long conversion = cents(spend * rate);
    long pipeline = pipeline(rate, account);
    long growth = cents(segment.growth() * account.salesCents());
    return new Terms(
        number,
        spend,
        conversion,
        pipeline,
        Math.max(growth, -(conversion + pipeline)),
        segment.service().visitCentihours(),
        segment.service().callCentihours(),
        segment.spend().restsOnUnknown(account.firmographics()));
  }

  /** Open deals by their stages; where none is known one by one, the pipeline that came with it. */
  private long pipeline(double rate, Traits account) {
    if (!account.deals().hasOpen()) {
      return cents(rate * account.pipelineCents());
    }
    long sum = 0;
    for (Map.Entry<String, Long> open : account.deals().openCents().entrySet()) {
      sum += cents(model.weightOf(open.getKey()).orElse(rate) * open.getValue());
    }
    return cents((double) sum);
  }

  /** Whole cents, within what sums of a million accounts have room for. */
  private static long cents(double amount) {
    double most = AddressableSpend.MOST_CENTS;
    return Math.round(Math.max(-most, Math.min(most, amount)));
  }
}
