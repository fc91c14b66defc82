package bailiwick.cli.atlas;

import bailiwick.atlas.Atlas;
import bailiwick.cli.terminal.CommandProblem;
import bailiwick.core.problem.ProblemException;

/** Checks countries that the command line names before work begins. */
public final class KnownCountry {

  private KnownCountry() {}

  /**
   * Requires that the atlas has the postcodes of a country.
   *
   * @throws ProblemException when it has not
   */
  public static void require(Atlas atlas, String country) {
    if (!atlas.countries().contains(country)) {
      throw ProblemException.of(
          new CommandProblem.CountryUnknown(country, String.join(", ", atlas.countries())));
    }
  }
}
