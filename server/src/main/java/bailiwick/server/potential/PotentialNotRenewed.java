package bailiwick.server.potential;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.store.database.StoreFailures;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of a file were kept, and the model of potential in force was not worked out anew over
 * them.
 *
 * @param why one sentence
 */
public record PotentialNotRenewed(String why) implements Problem {

  private static final Logger LOG = LoggerFactory.getLogger(PotentialNotRenewed.class);

  /**
   * Renews after a load. What was loaded is kept when that fails, so that it is told beside and
   * does not make the load fail.
   *
   * @return what is worth telling
   */
  public static List<Problem> unless(Runnable renewal) {
    try {
      renewal.run();
      return List.of();
    } catch (RuntimeException failure) {
      return List.of(new PotentialNotRenewed(known(failure).orElseGet(() -> logged(failure))));
    }
  }

  /** What somebody can put right, in a sentence. */
  private static Optional<String> known(RuntimeException failure) {
    return failure instanceof ProblemException told
        ? Optional.of(told.problems().getFirst().message())
        : StoreFailures.find(failure).map(Problem::message);
  }

  private static String logged(RuntimeException failure) {
    LOG.error("The model of potential in force was not worked out anew after a load.", failure);
    return "The log tells why.";
  }

  @Override
  public String code() {
    return "POTENTIAL_NOT_RENEWED";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String message() {
    return "The rows are loaded, and potential and workload are still those of before the load,"
        + " because the model in force could not be worked out anew: "
        + why;
  }

  @Override
  public String hint() {
    return "Put the model in force again under Data > Potential, or load the file again.";
  }
}
