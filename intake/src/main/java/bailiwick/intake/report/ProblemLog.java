package bailiwick.intake.report;

import bailiwick.intake.table.ImportProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts every problem and keeps the first of each code. Not thread-safe. */
final class ProblemLog {

  private final int keptPerCode;
  private final List<ImportProblem> kept = new ArrayList<>();
  private final TreeMap<String, Long> counts = new TreeMap<>();

  ProblemLog(int keptPerCode) {
    this.keptPerCode = keptPerCode;
  }

  void add(ImportProblem problem) {
    if (counts.merge(problem.code(), 1L, Long::sum) <= keptPerCode) {
      kept.add(problem);
    }
  }

  List<ImportProblem> kept() {
    return kept;
  }

  SortedMap<String, Long> counts() {
    return counts;
  }
}
