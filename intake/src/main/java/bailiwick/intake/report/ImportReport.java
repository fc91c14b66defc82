package bailiwick.intake.report;

import bailiwick.core.account.Precision;
import bailiwick.core.problem.Severity;
import bailiwick.intake.mapping.ColumnUse;
import bailiwick.intake.table.FileProblem;
import bailiwick.intake.table.ImportProblem;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What reading a file found. Immutable.
 *
 * @param file name as the user gave it
 * @param counts rows by what became of them
 * @param placed accepted rows by precision of their place, every precision present; all 0 for files
 *     without places
 * @param preview the beginning of the file
 * @param profile name of the profile that columns were read by; empty when none was
 * @param mapping where each field came from
 * @param problems those kept, in the order found; the files' own first
 * @param problemCounts all problems by code, also those not kept
 */
public record ImportReport(
    String file,
    Counts counts,
    Map<Precision, Long> placed,
    Preview preview,
    String profile,
    List<ColumnUse> mapping,
    List<ImportProblem> problems,
    SortedMap<String, Long> problemCounts) {

  /**
   * Rows by what became of them.
   *
   * @param rows those that passed the filters: {@code accepted + rejected}
   * @param filtered those that a filter left out
   * @param accepted those handed on
   * @param rejected those that could not be used
   * @param repaired those among the accepted in which something was put right
   */
  public record Counts(long rows, long filtered, long accepted, long rejected, long repaired) {

    /** Nothing read. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public Counts {
      if (rows != accepted + rejected || repaired > accepted) {
        throw new IllegalArgumentException(
            "The rows (%s) must be the accepted (%s) and the rejected (%s); %s are repaired."
                .formatted(rows, accepted, rejected, repaired));
      }
    }
  }

  public ImportReport {
    EnumMap<Precision, Long> every = new EnumMap<>(Precision.class);
    for (Precision precision : Precision.values()) {
      every.put(precision, placed.getOrDefault(precision, 0L));
    }
    placed = Collections.unmodifiableMap(every);
    mapping = List.copyOf(mapping);
    problems = List.copyOf(problems);
    problemCounts = Collections.unmodifiableSortedMap(new TreeMap<>(problemCounts));
  }

  /** Whether the file was read to its end; otherwise nothing of it should be kept. */
  public boolean complete() {
    return problems.stream()
        .noneMatch(
            problem -> problem instanceof FileProblem && problem.severity() == Severity.ERROR);
  }

  /** Whether the file was read to its end and no row was rejected. */
  public boolean clean() {
    return complete() && counts.rejected() == 0;
  }
}
