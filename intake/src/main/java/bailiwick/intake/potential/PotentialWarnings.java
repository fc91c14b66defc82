package bailiwick.intake.potential;

import bailiwick.core.measure.Balance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What is odd about an estimate, for people who are about to plan on it. */
public final class PotentialWarnings {

  /** Deviation from the mean up to which groups look even, and above which they are not. */
  private static final double EVEN = 0.2;

  private static final double UNEVEN = 0.4;

  private PotentialWarnings() {}

  /**
   * All of it.
   *
   * @param segments in sum
   * @param territories in sum, in any order; none to compare the segments only
   */
  public static List<ModelProblem> of(
      List<SegmentTotal> segments, Collection<GroupSum> territories) {
    List<ModelProblem> warnings = new ArrayList<>();
    for (SegmentTotal segment : segments) {
      if (segment.accounts() > 0 && segment.conversion().closed() == 0) {
        String percent = String.format(Locale.ROOT, "%.1f", 100 * segment.conversion().rate());
        warnings.add(new ModelProblem.NoDeals(segment.name(), segment.accounts(), percent));
      }
      if (segment.accountsOfUnknownSize() > 0) {
        warnings.add(
            new ModelProblem.UnknownSize(
                segment.name(), segment.accountsOfUnknownSize(), segment.accounts()));
      }
    }
    evenCounts("segments", bySegment(segments)).ifPresent(warnings::add);
    evenCounts("territories", List.copyOf(territories)).ifPresent(warnings::add);
    return warnings;
  }

  private static List<GroupSum> bySegment(List<SegmentTotal> segments) {
    return segments.stream()
        .map(segment -> new GroupSum(segment.accounts(), segment.potentialCents()))
        .toList();
  }

  private static Optional<ModelProblem> evenCounts(String name, List<GroupSum> groups) {
    if (groups.size() < 2) {
      return Optional.empty();
    }
    double byCount = deviation(groups, GroupSum::accounts);
    double byPotential = deviation(groups, GroupSum::potentialCents);
    return byCount <= EVEN && byPotential > UNEVEN
        ? Optional.of(
            new ModelProblem.EvenCounts(
                name, Math.round(100 * byCount), Math.round(100 * byPotential)))
        : Optional.empty();
  }

  private static double deviation(List<GroupSum> groups, ToLongFunction<GroupSum> amount) {
    return Balance.largestDeviation(groups.stream().mapToLong(amount).toArray());
  }
}
