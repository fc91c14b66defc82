package bailiwick.server.intake;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/**
 * Prospects whose web domain a customer of the file has: they were merged into it.
 *
 * @param rows how many
 * @param example name of one
 */
record ProspectsSettled(long rows, String example) implements Problem {
  @Override
  public String code() {
    return "IMPORT_PROSPECT_BECAME_CUSTOMER";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String message() {
    return "%s prospects, such as `%s`, have the web domain of a customer and were merged into it."
        .formatted(rows, example);
  }

  @Override
  public Place place() {
    return new Place.OfThing("account", example);
  }

  @Override
  public String hint() {
    return "Where one is another company, undo its merge under Data > Duplicates.";
  }
}
