package bailiwick.server.duplicate;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** What is to be told of prospects that have the web domain of a customer. Values only. */
sealed interface ProspectProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.WARNING;
  }

  /**
   * They were merged into it.
   *
   * @param rows how many
   * @param example name of one
   */
  record Merged(long rows, String example) implements ProspectProblem {
    @Override
    public String code() {
      return "IMPORT_PROSPECT_BECAME_CUSTOMER";
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

  /**
   * They would be merged into it.
   *
   * @param rows how many
   */
  record ToBeMerged(long rows) implements ProspectProblem {
    @Override
    public String code() {
      return "IMPORT_PROSPECT_TO_BE_MERGED";
    }

    @Override
    public String message() {
      return "%s prospects have the web domain of a customer and will be merged into it."
          .formatted(rows);
    }

    @Override
    public String hint() {
      return "Load without merging prospects to decide about each under Data > Duplicates.";
    }
  }

  /**
   * Nobody asked for merging them: each is a pair that waits.
   *
   * @param rows how many
   * @param example name of one
   */
  record Open(long rows, String example) implements ProspectProblem {
    @Override
    public String code() {
      return "IMPORT_PROSPECT_LIKE_CUSTOMER";
    }

    @Override
    public String message() {
      return "%s prospects, such as `%s`, have the web domain of a customer; both count until somebody decides."
          .formatted(rows, example);
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", example);
    }

    @Override
    public String hint() {
      return "Decide under Data > Duplicates; a load of a file of accounts can also merge them all, with"
          + " merging of prospects turned on.";
    }
  }

  /**
   * The rule could not merge them.
   *
   * @param rows how many
   * @param example name of one
   * @param why what stood in its way
   */
  record NotMerged(long rows, String example, String why) implements ProspectProblem {
    @Override
    public String code() {
      return "IMPORT_PROSPECT_NOT_MERGED";
    }

    @Override
    public String message() {
      return "%s prospects with the web domain of a customer were not merged, such as `%s`: %s"
          .formatted(rows, example, why);
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", example);
    }

    @Override
    public String hint() {
      return "They wait under Data > Duplicates; the next load that merges prospects tries again.";
    }
  }

  /**
   * It ended before all were looked at; the rows are kept.
   *
   * @param why one sentence
   */
  record Broken(String why) implements ProspectProblem {
    @Override
    public String code() {
      return "IMPORT_PROSPECT_NOT_LOOKED_AT";
    }

    @Override
    public String message() {
      return "The rows are loaded, and not all prospects with the web domain of a customer were looked at: "
          + why;
    }

    @Override
    public String hint() {
      return "The next load or pull of accounts looks at them.";
    }
  }

  /**
   * Somebody stopped it; the rows of the file are kept.
   *
   * @param rows how many nobody looked at
   */
  record Stopped(long rows) implements ProspectProblem {
    @Override
    public String code() {
      return "IMPORT_PROSPECT_STOPPED";
    }

    @Override
    public String message() {
      return "The rows are loaded; %s prospects with the web domain of a customer were not looked at, for it was stopped."
          .formatted(rows);
    }

    @Override
    public String hint() {
      return "The next load or pull of accounts looks at them.";
    }
  }
}
