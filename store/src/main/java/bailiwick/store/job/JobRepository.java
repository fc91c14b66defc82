package bailiwick.store.job;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps jobs. Thread-safe. */
public final class JobRepository {

  /** Makes a queued job. */
  public Job create(String kind, String subject, String request, long seed, String createdBy) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Marks a queued or interrupted job as running. */
  public Job start(JobId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Notes how far a running job has come; one that is finished stays as it is. */
  public void progress(JobId id, double progress, String message) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Finishes a job with its result. */
  public Job finish(JobId id, String message, String result) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Finishes a job that was cancelled; the best found so far may be its result. */
  public Job cancel(JobId id, String message, @Nullable String result) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Finishes a job that failed. */
  public Job fail(JobId id, String message, String problems) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The job of an id. */
  public Optional<Job> find(JobId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The newest jobs. */
  public List<Job> list(int limit) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Marks what was queued or running when the server stopped; called at start. Returns those. */
  public List<Job> interruptUnfinished() {
    throw new UnsupportedOperationException("Being written.");
  }
}
