package bailiwick.server.crm;

import bailiwick.intake.crm.CrmStopped;
import bailiwick.intake.crm.Pauses;
import bailiwick.server.job.JobWork;
import java.time.Duration;

/** Waits for a job, in short pieces, so that a request to stop is heard within one. */
final class Waiting implements Pauses {

  private static final Duration PIECE = Duration.ofMillis(500);

  private final JobWork.Progress progress;

  Waiting(JobWork.Progress progress) {
    this.progress = progress;
  }

  @Override
  public void pause(Duration duration) {
    Duration left = duration;
    while (left.isPositive()) {
      if (stops()) {
        throw new CrmStopped();
      }
      Duration piece = left.compareTo(PIECE) < 0 ? left : PIECE;
      Pauses.REAL.pause(piece);
      left = left.minus(piece);
    }
  }

  /** Whether the job was asked to stop, or the server stops. */
  boolean stops() {
    return progress.isCutShort() || progress.live().cancellation().isRequested();
  }
}
