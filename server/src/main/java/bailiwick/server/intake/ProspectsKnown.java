package bailiwick.server.intake;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/**
 * Prospects that are customers already, by their id or their web domain; they are left out.
 *
 * @param rows how many
 * @param example name of one
 */
record ProspectsKnown(long rows, String example) implements Problem {
  @Override
  public String code() {
    return "IMPORT_PROSPECT_IS_CUSTOMER";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String message() {
    return "Of the prospects %s are customers already and are left out, such as `%s`."
        .formatted(rows, example);
  }

  @Override
  public Place place() {
    return new Place.OfThing("account", example);
  }

  @Override
  public String hint() {
    return "Customers are told by the id of the row or the domain of its website.";
  }
}
