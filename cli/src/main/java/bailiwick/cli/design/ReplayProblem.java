package bailiwick.cli.design;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** Why a design cannot be made again to be compared. */
sealed interface ReplayProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /**
   * The report does not say what is needed.
   *
   * @param report the file
   * @param key that is missing
   */
  record NotRecorded(String report, String key) implements ReplayProblem {
    @Override
    public String code() {
      return "CLI_REPLAY_NOT_RECORDED";
    }

    @Override
    public String message() {
      return "The report `%s` does not say the `%s` of its design.".formatted(report, key);
    }

    @Override
    public Place place() {
      return new Place.InFile(report);
    }

    @Override
    public String hint() {
      return "Name the folder that `bailiwick design --out` wrote; reports of earlier versions lack"
          + " some of what is needed.";
    }
  }

  /** What the design was made from is not what is there now. */
  record OtherInput(String recorded, String found) implements ReplayProblem {
    @Override
    public String code() {
      return "CLI_REPLAY_OTHER_INPUT";
    }

    @Override
    public String message() {
      return "The design was made from other input: its hash is %s, that of what is here %s."
          .formatted(recorded, found);
    }

    @Override
    public String hint() {
      return "Name the files as they were then; for a brief the accounts and the atlas count, too.";
    }
  }

  /** The design was made by another engine. */
  record OtherEngine(String recorded, String ours) implements ReplayProblem {
    @Override
    public String code() {
      return "CLI_REPLAY_OTHER_ENGINE";
    }

    @Override
    public String message() {
      return "The design was made by engine %s, this is engine %s.".formatted(recorded, ours);
    }

    @Override
    public String hint() {
      return "Run the release that made it; the same input may give other plans with another engine.";
    }
  }

  /** Somebody stopped the design. */
  record StoppedByHand(String report) implements ReplayProblem {
    @Override
    public String code() {
      return "CLI_REPLAY_STOPPED_BY_HAND";
    }

    @Override
    public String message() {
      return "The design was stopped by hand, and where that was cannot be repeated.";
    }

    @Override
    public Place place() {
      return new Place.InFile(report);
    }

    @Override
    public String hint() {
      return "Design again with a time limit instead: one that the clock stopped can be repeated.";
    }
  }
}
