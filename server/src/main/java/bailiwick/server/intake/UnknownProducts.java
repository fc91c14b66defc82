package bailiwick.server.intake;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/**
 * Rows that name a product nobody knows; they are kept with the name that the file has.
 *
 * @param rows how many
 * @param example one of the names
 */
record UnknownProducts(long rows, String example) implements Problem {
  @Override
  public String code() {
    return "IMPORT_UNKNOWN_PRODUCT";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String message() {
    return "The product of %s rows is none that we know, such as `%s`.".formatted(rows, example);
  }

  @Override
  public Place place() {
    return new Place.OfThing("product", example);
  }

  @Override
  public String hint() {
    return "Products are found by id or name; import their list first, or correct the name there.";
  }
}
