package bailiwick.intake.report;

import bailiwick.intake.table.ImportProblem;

/** Takes what was wrong with rejected rows, as they are met. */
@FunctionalInterface
public interface Rejections {

  /** Looks away. */
  Rejections NONE = (problem, value) -> {};

  /**
   * Told each reason for which a row is rejected, in the file's order; a row may have several.
   *
   * @param problem an error whose place is the row or a cell of it
   * @param value what stands in the cell, or in the whole row with bars between its cells
   */
  void add(ImportProblem problem, String value);
}
