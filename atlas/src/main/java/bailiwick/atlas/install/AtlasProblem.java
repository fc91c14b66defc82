package bailiwick.atlas.install;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the files of a country. */
public sealed interface AtlasProblem extends Problem {

  /** No country goes by the code. */
  record UnknownCountry(String country) implements AtlasProblem {
    @Override
    public String code() {
      return "ATLAS_UNKNOWN_COUNTRY";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "No country has the code [%s].".formatted(country);
    }

    @Override
    public @Nullable String hint() {
      return "Give the two letters of ISO 3166, such as GB.";
    }
  }

  /** Nothing is in the file. */
  record EmptyFile(String file) implements AtlasProblem {
    @Override
    public String code() {
      return "ATLAS_EMPTY_FILE";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "The file [%s] is empty.".formatted(file);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }
  }
}
