package bailiwick.intake.potential;

import bailiwick.core.account.Account;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Every coefficient that potential and workload are worked out with. Immutable.
 *
 * @param segments in order; an account belongs to the first whose rule it meets, and the last takes
 *     all that are left
 * @param priorDeals how many closed deals of a segment weigh as much as the rate of all segments
 *     together, 0 or more
 * @param rateWithoutDeals share of deals that are won where no deal of any segment has been closed,
 *     from 0 to 1
 * @param stageWeights share of an open deal's amount that counts, by its stage in lower case, from
 *     0 to 1; a stage that is not named counts by the rate of the account's segment
 */
public record PotentialModel(
    List<Segment> segments,
    double priorDeals,
    double rateWithoutDeals,
    Map<String, Double> stageWeights) {

  public PotentialModel {
    segments = List.copyOf(segments);
    if (segments.isEmpty() || !segments.getLast().rule().isForAll()) {
      throw new IllegalArgumentException("The last segment must take all accounts.");
    }
    Map<String, Double> byStage = new TreeMap<>();
    stageWeights.forEach((stage, weight) -> byStage.put(folded(stage), weight));
    stageWeights = Collections.unmodifiableMap(byStage); // in order: reports list it
  }

  /**
   * The number of the segment that an account belongs to.
   *
   * @param hasOpenDeals whether an opportunity with it is open
   */
  int segmentOf(Account account, boolean hasOpenDeals) {
    BuyingStage stage = BuyingStage.of(account, hasOpenDeals);
    int segment = 0;
    while (!segments.get(segment).rule().holds(account, stage)) {
      segment++;
    }
    return segment;
  }

  /** The share of an open deal that counts, empty where the stage is not named. */
  OptionalDouble weightOf(String stage) {
    Double weight = stageWeights.get(folded(stage));
    return weight == null ? OptionalDouble.empty() : OptionalDouble.of(weight);
  }

  private static String folded(String stage) {
    return stage.strip().toLowerCase(Locale.ROOT);
  }
}
