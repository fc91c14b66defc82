package bailiwick.rules.cover;

import bailiwick.core.alignment.TerritoryCode;
import java.util.List;

/**
 * Who claims the leaves of the geography.
 *
 * @param leaves how many were walked
 * @param gapLeaves how many nobody claims
 * @param overlapLeaves how many several territories claim with the same priority
 * @param gaps the areas nobody claims, each as wide as possible
 * @param overlaps the areas claimed several times, each as wide as possible
 */
public record CoverReport(
    int leaves, int gapLeaves, int overlapLeaves, List<Gap> gaps, List<Overlap> overlaps) {

  public CoverReport {
    gaps = List.copyOf(gaps);
    overlaps = List.copyOf(overlaps);
  }

  /** Whether every leaf falls to exactly one territory. */
  public boolean isComplete() {
    return gapLeaves == 0 && overlapLeaves == 0;
  }

  /**
   * An area nobody claims.
   *
   * @param path the widest area that is wholly unclaimed
   * @param leaves how many leaves it has
   * @param witness path of its first leaf
   */
  public record Gap(String path, int leaves, String witness) {}

  /**
   * An area that several territories claim with the same priority.
   *
   * @param territories in order of their codes
   */
  public record Overlap(String path, int leaves, String witness, List<TerritoryCode> territories) {
    public Overlap {
      territories = List.copyOf(territories);
    }
  }
}
