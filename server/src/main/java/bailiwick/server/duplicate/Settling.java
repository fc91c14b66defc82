package bailiwick.server.duplicate;

import bailiwick.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
  private long left;
  private @Nullable String broken;

  Settling(boolean merges) {
    this.merges = merges;
  }

  /** Whether each is merged; otherwise it waits. */
  boolean merges() {
    return merges;
  }

  /**
   * One was merged, or waits.
   *
   * @param prospect asked for the name of the first one
   */
  void done(Supplier<String> prospect) {
    example = done++ == 0 ? prospect.get() : example;
  }

  /** One was not merged; the first tells why. */
  void failed(String prospect, String reason) {
    if (failed++ == 0) {
      failedExample = prospect;
      why = reason;
    }
  }

  /** So many nobody looks at, because it was stopped. */
  void stopped(long prospects) {
    left = prospects;
  }

  /** It ended before all were looked at. */
  void broke(String reason) {
    broken = reason;
  }

  /** What is worth telling. */
  List<Problem> told() {
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
    if (broken != null) {
      told.add(new ProspectProblem.Broken(broken));
    }
    return told;
  }
}
