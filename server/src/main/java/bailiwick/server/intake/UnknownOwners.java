package bailiwick.server.intake;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/**
 * Rows that name a representative nobody knows and are kept without their owner; those that are
 * nothing without one are rejected.
 *
 * @param rows how many
 * @param example one of the names
 */
record UnknownOwners(long rows, String example) implements Problem {
  @Override
  public String code() {
    return "IMPORT_UNKNOWN_OWNER";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String message() {
    return "The owner of %s rows is no representative we know, such as `%s`."
        .formatted(rows, example);
  }

  @Override
  public Place place() {
    return new Place.OfThing("owner", example);
  }

  @Override
  public String hint() {
    return "Import the representatives first; owners are found by id, mail address or name.";
  }
}
