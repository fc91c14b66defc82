package bailiwick.server.duplicate;

import bailiwick.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of prospects that have the web domain of a customer, as it is counted.
 *
 * <p>Belongs to one thread.
 */
final class Settling {

  private final boolean merges;
  private long done;
  private String example = "";
  private long failed;
  private String failedExample = "";
  private String why = "";

  Settling(boolean merges) {
    this.merges = merges;
  }

  /** Whether each is merged; otherwise it waits. */
  boolean merges() {
    return merges;
  }

  void done(String prospect) {
    example = done++ == 0 ? prospect : example;
  }

  void failed(String prospect, Problem problem) {
    if (failed++ == 0) {
      failedExample = prospect;
      why = problem.message();
    }
  }

  /**
   * What is worth telling.
   *
   * @param left how many nobody looked at, because it was stopped
   */
  List<Problem> told(long left) {
    List<Problem> told = new ArrayList<>();
    if (done > 0) {
      told.add(
          merges
              ? new ProspectProblem.Merged(done, example)
              : new ProspectProblem.Open(done, example));
    }
    if (failed > 0) {
      told.add(new ProspectProblem.NotMerged(failed, failedExample, why));
    }
    if (left > 0) {
      told.add(new ProspectProblem.Stopped(left));
    }
    return told;
  }
}
