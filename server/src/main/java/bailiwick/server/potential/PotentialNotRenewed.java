package bailiwick.server.potential;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import bailiwick.server.problem.AfterLoad;
import java.util.List;

/**
 * The rows of a file were kept, and the model of potential in force was not worked out anew over
 * them.
 *
 * @param why one sentence
 */
public record PotentialNotRenewed(String why) implements Problem {

  /**
   * Renews after a load. What was loaded is kept when that fails, so that it is told beside and
   * does not make the load fail.
   *
   * @return what is worth telling
   */
  public static List<Problem> unless(Runnable renewal) {
    return AfterLoad.orTold(
        () -> {
          renewal.run();
          return List.of();
        },
        PotentialNotRenewed::new);
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
    return "Put the model in force again under Data > Potential; the next load or pull of accounts,"
        + " deals or revenue tries it again, too.";
  }
}
