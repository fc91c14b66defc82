package bailiwick.exact;

import bailiwick.core.design.Cancellation;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.exact.ExactLimits;
import bailiwick.core.exact.ExactSolver;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Solves in a process of its own, so that no crash, leak or ignored limit of a native library can
 * take the caller along. Thread-safe: callers wait for one another.
 *
 * <p>The worker is started when it is first needed, serves many programs and is started anew after
 * it died. It ends when this is closed and when this process ends, however it ends.
 *
 * <p>Known limits: a process that is killed at the same instant as its worker leaves the unpacked
 * libraries (68 MB) in the folder for temporary files.
 */
public final class WorkerSolver implements ExactSolver, AutoCloseable {

  /** How often a wait looks up whether somebody asked to stop. */
  private static final long LOOK_MILLIS = 20;

  private final WorkerStart start;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable WorkerProcess worker; // null until needed, and after each death
  private volatile boolean isClosed;
  private @Nullable ExactAnswer never; // what is said instead of trying again in vain

  /** A solver on this program's own Java; nothing is started yet. */
  public WorkerSolver() {
    this(WorkerCommand.ofThisMachine());
  }

  WorkerSolver(WorkerStart start) {
    this.start = start;
  }

  @Override
  public ExactAnswer solve(BinaryProgram program, ExactLimits limits, Cancellation cancellation) {
    turn.lock();
    try {
      if (isClosed) {
        return new ExactAnswer.Failed("The solver is closed.");
      }
      if (never != null) {
        return never;
      }
      return cancellation.isRequested() ? stopped() : ask(program, limits, cancellation);
    } finally {
      turn.unlock();
    }
  }

  private ExactAnswer ask(BinaryProgram program, ExactLimits limits, Cancellation cancellation) {
    Request request = Request.of(program, limits.work());
    FutureTask<Reply> exchange = new FutureTask<>(() -> running().ask(request));
    Thread.ofPlatform().daemon().name("exact-exchange").start(exchange);
    long began = System.nanoTime();
    long longest = TimeUnit.NANOSECONDS.convert(limits.killAfter());
    while (true) {
      try {
        return believed(exchange.get(LOOK_MILLIS, TimeUnit.MILLISECONDS), program);
      } catch (TimeoutException stillWorking) {
        if (cancellation.isRequested()) {
          abandon(exchange);
          return stopped();
        }
        if (System.nanoTime() - began >= longest) {
          abandon(exchange);
          return new ExactAnswer.Failed(
              "The worker had not answered after %s and was ended.".formatted(limits.killAfter()));
        }
      } catch (InterruptedException e) {
        abandon(exchange);
        Thread.currentThread().interrupt();
        return stopped();
      } catch (ExecutionException e) {
        return buried(e.getCause());
      }
    }
  }

  /** The worker there is, or a new one. Runs in the thread of the exchange. */
  private WorkerProcess running() throws IOException {
    WorkerProcess current = worker;
    if (current == null || !current.isAlive()) {
      endWorker();
      current = start.start();
      worker = current;
      if (isClosed) {
        current.close();
      }
    }
    return current;
  }

  private ExactAnswer believed(Reply reply, BinaryProgram program) {
    ExactAnswer answer = Believed.of(reply, program);
    if (reply instanceof Reply.Unusable) {
      never = answer;
      endWorker();
    }
    return answer;
  }

  /** What a worker said last that died during an exchange, or that did not even start. */
  private ExactAnswer buried(@Nullable Throwable cause) {
    WorkerProcess dead = worker;
    String words = dead == null ? "it did not start" : dead.lastWords();
    endWorker();
    return new ExactAnswer.Failed("The worker gave no answer (%s): %s".formatted(words, cause));
  }

  private static ExactAnswer stopped() {
    return new ExactAnswer.Unknown(Double.NEGATIVE_INFINITY, 0);
  }

  /** Ends the worker and the exchange with it, which may just be starting the worker. */
  private void abandon(FutureTask<Reply> exchange) {
    while (!exchange.isDone()) {
      endWorker();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    endWorker();
  }

  private void endWorker() {
    WorkerProcess ending = worker;
    if (ending != null) {
      ending.close();
      worker = null;
    }
  }

  /** The worker's process while there is one. */
  Optional<ProcessHandle> findWorker() {
    return Optional.ofNullable(worker).map(WorkerProcess::handle);
  }

  /** Ends the worker, also in the middle of a program; later programs fail. */
  @Override
  public void close() {
    isClosed = true;
    WorkerProcess ending = worker;
    if (ending != null) {
      ending.close();
    }
  }
}
