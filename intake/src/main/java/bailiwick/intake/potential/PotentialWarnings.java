package bailiwick.intake.potential;

import bailiwick.core.measure.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is odd about an estimate, for people who are about to plan on it. */
final class PotentialWarnings {

  /** Deviation from the mean up to which groups look even, and above which they are not. */
  private static final double EVEN = 0.2;

  private static final double UNEVEN = 0.4;

  private PotentialWarnings() {}

  static List<ModelProblem> of(List<AccountPotential> accounts, List<SegmentTotal> segments) {
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
    evenCounts("territories", byTerritory(accounts)).ifPresent(warnings::add);
    return warnings;
  }

  /** Groups as {@code [accounts, cents]}. */
  private static List<long[]> bySegment(List<SegmentTotal> segments) {
    return segments.stream()
        .map(segment -> new long[] {segment.accounts(), segment.potentialCents()})
        .toList();
  }

  private static List<long[]> byTerritory(List<AccountPotential> accounts) {
    Map<String, long[]> groups = new TreeMap<>();
    for (AccountPotential of : accounts) {
      String territory = of.account().territoryKey();
      if (!territory.isEmpty()) {
        long[] group = groups.computeIfAbsent(territory, key -> new long[2]);
        group[0]++;
        group[1] += of.potentialCents();
      }
    }
    return List.copyOf(groups.values());
  }

  private static Optional<ModelProblem> evenCounts(String name, List<long[]> groups) {
    if (groups.size() < 2) {
      return Optional.empty();
    }
    double byCount = deviation(groups, 0);
    double byPotential = deviation(groups, 1);
    return byCount <= EVEN && byPotential > UNEVEN
        ? Optional.of(
            new ModelProblem.EvenCounts(
                name, Math.round(100 * byCount), Math.round(100 * byPotential)))
        : Optional.empty();
  }

  private static double deviation(List<long[]> groups, int amount) {
    return Balance.largestDeviation(groups.stream().mapToLong(group -> group[amount]).toArray());
  }
}
