package bailiwick.server.job;

import bailiwick.core.design.Cancellation;
import bailiwick.server.job.JobWire.Job;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A job that is queued or at work in this process: where it stands, and who waits for news. */
public final class LiveJob {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Cancellation cancellation = Cancellation.none();
  private Job state;
  private long edition;

  LiveJob(Job state) {
    this.state = state;
  }

  /** A state and its number, which rises with each change. */
  record Seen(Job job, long edition) {}

  /** The request to stop. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Where it stands. */
  Seen seen() {
    lock.lock();
    try {
      return new Seen(state, edition);
    } finally {
      lock.unlock();
    }
  }

  void tell(Job changed) {
    lock.lock();
    try {
      state = changed;
      edition++;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Where it stands once that differs from what was seen, or after the patience ends. */
  Seen await(long seen, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (edition == seen && left > 0) {
        left = news.awaitNanos(left);
      }
      return new Seen(state, edition);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return "LiveJob[" + seen().job().id() + "]";
  }

  static Duration seconds(long seconds) {
    return Duration.ofNanos(TimeUnit.SECONDS.toNanos(seconds));
  }
}
