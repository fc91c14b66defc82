package bailiwick.intake.instance;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects problems, the first hundred of each file in full. Not thread-safe. */
final class ProblemList {

  private static final int TOLD = 100;

  private final List<Problem> problems = new ArrayList<>();
  private int startOfFile;
  private long inFile;

  void add(Problem problem) {
    if (inFile++ < TOLD) {
      problems.add(problem);
    }
  }

  /** Ends a file; when not all was told, the first thing told of it is how much there is. */
  void endFile(String file) {
    if (inFile > TOLD) {
      problems.add(startOfFile, new InstanceProblem.More(file, inFile, TOLD));
    }
    startOfFile = problems.size();
    inFile = 0;
  }

  /** Stops when anything stands in the way. */
  void throwIfAny() {
    if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      throw new ProblemException(problems);
    }
  }

  /** All told so far. */
  List<Problem> toList() {
    return List.copyOf(problems);
  }
}
