package bailiwick.server.intake;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.store.database.StoreFailures;
import java.util.Optional;

/**
 * The rows of a file were kept, and the model of potential in force was not worked out anew over
 * them.
 *
 * @param why one sentence
 */
record PotentialNotRenewed(String why) implements Problem {

  static PotentialNotRenewed because(RuntimeException failure) {
    Optional<? extends Problem> known =
        failure instanceof ProblemException told
            ? Optional.of(told.problems().getFirst())
            : StoreFailures.find(failure);
    return new PotentialNotRenewed(
        known.map(Problem::message).orElse("The server's log tells why."));
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
