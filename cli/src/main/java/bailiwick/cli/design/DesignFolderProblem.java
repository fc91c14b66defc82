package bailiwick.cli.design;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** What can be wrong with a folder that should hold a design. */
public sealed interface DesignFolderProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /**
   * The report is not that of a brief's design.
   *
   * @param file the report
   */
  record NotOfBrief(String file) implements DesignFolderProblem {
    @Override
    public String code() {
      return "CLI_NOT_A_DESIGN";
    }

    @Override
    public String message() {
      return "The file `%s` is not the report of a design made from a brief.".formatted(file);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }

    @Override
    public String hint() {
      return "Run `bailiwick design BRIEF --accounts FILE --out DIR` and name that DIR.";
    }
  }

  /**
   * A column is missing.
   *
   * @param file the assignment
   * @param column its header
   */
  record NoColumn(String file, String column) implements DesignFolderProblem {
    @Override
    public String code() {
      return "CLI_NO_COLUMN";
    }

    @Override
    public String message() {
      return "The file `%s` has no column `%s`.".formatted(file, column);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, 0, column);
    }
  }

  /**
   * A unit goes to a territory that the report does not list.
   *
   * @param file the assignment
   * @param row 1 for the first row below the header
   * @param territory the code
   */
  record UnknownTerritory(String file, long row, String territory) implements DesignFolderProblem {
    @Override
    public String code() {
      return "CLI_UNKNOWN_TERRITORY";
    }

    @Override
    public String message() {
      return "The territory `%s` is not in the design's report.".formatted(territory);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, row, "territory");
    }
  }
}
