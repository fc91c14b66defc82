package bailiwick.server.problem;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.StoreFailures;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what follows from a load whose rows are kept already: what fails then is told beside, and
 * does not make the load fail.
 */
public final class AfterLoad {

  private static final Logger LOG = LoggerFactory.getLogger(AfterLoad.class);

  private AfterLoad() {}

  /**
   * Does a step.
   *
   * @param step returns what is worth telling
   * @param failed makes a problem of the sentence that tells why the step failed
   */
  public static List<Problem> orTold(
      Supplier<List<Problem>> step, Function<String, Problem> failed) {
    try {
      return step.get();
    } catch (RuntimeException failure) {
      return List.of(failed.apply(why(failure)));
    }
  }

  /** Why something failed, in a sentence; what nobody can put right goes to the log. */
  public static String why(RuntimeException failure) {
    return known(failure).orElseGet(() -> logged(failure));
  }

  private static Optional<String> known(RuntimeException failure) {
    return failure instanceof ProblemException told
        ? Optional.of(told.problems().getFirst().message())
        : StoreFailures.find(failure).map(Problem::message);
  }

  private static String logged(RuntimeException failure) {
    LOG.error("What follows from a load failed.", failure);
    return "The log tells why.";
  }
}
