package bailiwick.intake.duplicate;

import java.util.Comparator;
import java.util.List;

/**
 * Two accounts that may be one. Immutable.
 *
 * @param first the one with the smaller id
 * @param second the other
 * @param score 0 to 1; 0.5 where the evidence for and against is even
 * @param evidence by field, the name's first
 */
public record DuplicatePair(
    ListedAccount first, ListedAccount second, double score, List<Evidence> evidence) {

  /** Highest score first, then by the ids. */
  public static final Comparator<DuplicatePair> BEST_FIRST =
      Comparator.comparingDouble(DuplicatePair::score)
          .reversed()
          .thenComparing(pair -> pair.first().id())
          .thenComparing(pair -> pair.second().id());

  public DuplicatePair {
    evidence = List.copyOf(evidence);
  }
}
