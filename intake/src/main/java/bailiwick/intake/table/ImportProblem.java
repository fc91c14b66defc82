package bailiwick.intake.table;

import bailiwick.core.problem.Problem;

/** What can be wrong with an imported file, in one record per kind. */
public sealed interface ImportProblem extends Problem permits FileProblem, RowProblem {

  /** The file's name as the user gave it. */
  String file();
}
