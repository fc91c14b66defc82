package bailiwick.intake.potential;

import bailiwick.core.account.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    List<Traits> traits =
        accounts.stream()
            .map(account -> Traits.of(account, deals.of(account.externalId())))
            .toList();
    RatedModel rated = RatedModel.learn(model, traits);
    SegmentSums sums = new SegmentSums(rated);
    List<AccountPotential> estimated = new ArrayList<>(accounts.size());
    for (int k = 0; k < traits.size(); k++) {
      Terms terms = rated.terms(traits.get(k));
      sums.add(terms);
      String segment = model.segments().get(terms.segment()).name();
      estimated.add(new AccountPotential(accounts.get(k), segment, terms));
    }
    return new PotentialEstimate(rated.overall(), estimated, sums.totals());
  }

  /** What is odd about it, for people who are about to plan on it; never an error. */
  public List<ModelProblem> warnings() {
    Map<String, GroupSum> byTerritory = new TreeMap<>();
    for (AccountPotential of : accounts) {
      String territory = of.account().territoryKey();
      if (!territory.isEmpty()) {
        byTerritory.merge(territory, new GroupSum(1, of.potentialCents()), GroupSum::plus);
      }
    }
    return PotentialWarnings.of(segments, byTerritory.values());
  }
}
