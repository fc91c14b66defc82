package bailiwick.intake.duplicate;

import java.util.List;

/**
 * What a search for duplicates found. Immutable.
 *
 * @param accounts how many were looked at
 * @param compared pairs that had a trait in common and were compared
 * @param pairs those with the least score or more, best first
 * @param problems what was not looked at in full
 */
public record DuplicateReport(
    int accounts, long compared, List<DuplicatePair> pairs, List<DuplicateProblem> problems) {

  public DuplicateReport {
    pairs = List.copyOf(pairs);
    problems = List.copyOf(problems);
  }
}
