package bailiwick.intake.instance;

import bailiwick.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Collects problems, the first hundred of each file in full. Not thread-safe. */
final class ProblemList {

  private static final int TOLD = 100;

  private final List<InstanceProblem> problems = new ArrayList<>();
  private long inFile;

  void add(InstanceProblem problem) {
    if (inFile++ < TOLD) {
      problems.add(problem);
    }
  }

  /** Ends a file: counts what was not told. */
  void endFile(String file) {
    if (inFile > TOLD) {
      problems.add(new InstanceProblem.More(file, inFile - TOLD));
    }
    inFile = 0;
  }

  /** Stops when there is any problem. */
  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
