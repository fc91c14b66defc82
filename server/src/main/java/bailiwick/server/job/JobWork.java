package bailiwick.server.job;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.server.wire.ImportWire.ImportReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work that a job does. It may be begun again after a restart, with the same request and seed. */
@FunctionalInterface
public interface JobWork {

  /**
   * Does the work.
   *
   * @param job what the store keeps of it: request and seed
   * @param progress where to tell how far it is
   * @return what came of it
   * @throws ProblemException when it cannot be done
   */
  Outcome run(bailiwick.store.job.Job job, Progress progress);

  /** Hears how far the work is. */
  interface Progress {

    /** Tells the share done and what is being done. */
    void tell(double fraction, String message);

    /** Tells the same of a design, with the best plan so far. */
    void tell(double fraction, String message, BestSoFar best);

    /** Whether the server stops: the work will be begun again from its request. */
    boolean isCutShort();

    /** The live job, for its request to stop. */
    LiveJob live();
  }

  /** What came of the work. */
  sealed interface Outcome {

    /** One sentence. */
    String message();

    /** The work was done, or stopped with something to keep. */
    record Done(
        String message,
        boolean cancelled,
        @Nullable String resultScenarioId,
        BestSoFar best,
        @Nullable ImportReport report,
        @Nullable KeptCurve curve,
        List<Problem> notes)
        implements Outcome {
      public Done {
        notes = List.copyOf(notes);
      }
    }

    /** The work could not be done. */
    record Failed(
        String message, boolean infeasible, List<Problem> problems, @Nullable ImportReport report)
        implements Outcome {
      public Failed {
        problems = List.copyOf(problems);
      }
    }
  }
}
