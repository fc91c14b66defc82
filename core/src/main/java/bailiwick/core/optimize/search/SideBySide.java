package bailiwick.core.optimize.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs tasks side by side and takes their answers in a fixed order. */
public final class SideBySide {

  private SideBySide() {}

  /**
   * The answers of all tasks, in the order of their numbers.
   *
   * @param task of each number from 0
   * @throws RuntimeException that of the first task that failed
   */
  public static <T> List<T> run(ExecutorService pool, int count, IntFunction<T> task) {
    List<Future<T>> begun = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int number = k;
      begun.add(pool.submit(() -> task.apply(number)));
    }
    List<T> answers = new ArrayList<>();
    begun.forEach(one -> answers.add(await(one)));
    return answers;
  }

  /**
   * The answer of a task, once it is there.
   *
   * @throws RuntimeException that of the task, when it failed
   */
  public static <T> T await(Future<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException("A task failed.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The work was interrupted.", e);
    }
  }
}
