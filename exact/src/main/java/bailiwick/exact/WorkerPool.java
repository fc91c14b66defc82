package bailiwick.exact;

import bailiwick.core.design.Cancellation;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.exact.ExactLimits;
import bailiwick.core.exact.ExactSolver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Several workers, for callers that ask from several threads at once. Which worker answers makes no
 * difference to the answer. Thread-safe.
 */
public final class WorkerPool implements ExactSolver, AutoCloseable {

  private final List<WorkerSolver> all = new ArrayList<>();
  private final BlockingQueue<WorkerSolver> idle = new LinkedBlockingQueue<>();

  /**
   * Workers of which none is started yet.
   *
   * @param size programs that may be solved at once, at least 1
   */
  public WorkerPool(int size) {
    for (int k = 0; k < size; k++) {
      all.add(new WorkerSolver());
    }
    idle.addAll(all);
  }

  @Override
  public ExactAnswer solve(BinaryProgram program, ExactLimits limits, Cancellation cancellation) {
    WorkerSolver worker;
    try {
      worker = idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ExactAnswer.Unknown(Double.NEGATIVE_INFINITY, 0);
    }
    try {
      return worker.solve(program, limits, cancellation);
    } finally {
      idle.add(worker);
    }
  }

  /** Ends all workers, also in the middle of a program; later programs fail. */
  @Override
  public void close() {
    all.forEach(WorkerSolver::close);
  }
}
