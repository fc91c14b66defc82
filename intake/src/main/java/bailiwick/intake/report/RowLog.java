package bailiwick.intake.report;

import bailiwick.core.account.Precision;
import bailiwick.core.problem.Severity;
import bailiwick.intake.table.ImportProblem;
import bailiwick.intake.table.RowProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reading one row found; used again for the next. Not thread-safe; made by the run. */
public final class RowLog {

  private final List<ImportProblem> problems = new ArrayList<>();
  private boolean rejected;
  private boolean repaired;
  private @Nullable Precision placed;

  RowLog() {}

  void clear() {
    problems.clear();
    rejected = false;
    repaired = false;
    placed = null;
  }

  /** Takes a problem; one of severity error rejects the row, a repair marks it repaired. */
  public void add(ImportProblem problem) {
    problems.add(problem);
    rejected |= problem.severity() == Severity.ERROR;
    repaired |= problem instanceof RowProblem.Repaired || problem instanceof RowProblem.Imputed;
  }

  /** Says how exactly the row's thing is placed. */
  public void placed(Precision precision) {
    placed = precision;
  }

  /** Whether an error was found so far. */
  public boolean rejected() {
    return rejected;
  }

  boolean repaired() {
    return repaired;
  }

  @Nullable Precision placed() {
    return placed;
  }

  /** What was found so far, in order. */
  public List<ImportProblem> problems() {
    return problems;
  }
}
