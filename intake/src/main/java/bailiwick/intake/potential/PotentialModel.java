package bailiwick.intake.potential;

import java.util.Collections;
import java.util.List;
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
 * @param stageWeights share of an open deal's amount that counts, by its stage, from 0 to 1; stages
 *     are the same whatever their case, and one that is not named counts by the rate of the
 *     account's segment
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
    Map<String, Double> byStage = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    stageWeights.forEach((stage, weight) -> byStage.put(stage.strip(), weight));
    stageWeights = Collections.unmodifiableMap(byStage); // in order: reports list it
  }

  /** The number of the segment that an account belongs to. */
  int segmentOf(Traits account) {
    BuyingStage stage = BuyingStage.of(account);
    int segment = 0;
    while (!segments.get(segment).rule().holds(account.firmographics(), stage)) {
      segment++;
    }
    return segment;
  }

  /** The share of an open deal that counts, empty where the stage is not named. */
  public OptionalDouble weightOf(String stage) {
    Double weight = stageWeights.get(stage.strip());
    return weight == null ? OptionalDouble.empty() : OptionalDouble.of(weight);
  }
}
