package bailiwick.server.scenario;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;

/** Why a scenario's design cannot be made again, or is not the same. Values only. */
sealed interface ReplayProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** Throws when what a design began with is not what is there now. */
  static void requireSameInput(String recorded, String found) {
    if (!recorded.equals(found)) {
      throw ProblemException.of(new OtherInput(recorded, found));
    }
  }

  /** The scenario was not made by a design, or by one whose record is not known any more. */
  record NotDesigned(String scenario) implements ReplayProblem {
    @Override
    public String code() {
      return "REPLAY_NOT_DESIGNED";
    }

    @Override
    public String message() {
      return "Nothing is kept of how the scenario `%s` was designed.".formatted(scenario);
    }

    @Override
    public Place place() {
      return new Place.OfThing("scenario", scenario);
    }

    @Override
    public String hint() {
      return "Only scenarios that a design made can be made again.";
    }
  }

  /** Somebody stopped the design. */
  record StoppedByHand(String scenario) implements ReplayProblem {
    @Override
    public String code() {
      return "REPLAY_STOPPED_BY_HAND";
    }

    @Override
    public String message() {
      return "The design of `%s` was stopped, and where that was cannot be repeated."
          .formatted(scenario);
    }

    @Override
    public Place place() {
      return new Place.OfThing("scenario", scenario);
    }

    @Override
    public String hint() {
      return "Design again and let it end.";
    }
  }

  /** The plan is one of a trade-off curve, whose searches begin from each other. */
  record OfACurve(String scenario) implements ReplayProblem {
    @Override
    public String code() {
      return "REPLAY_OF_A_CURVE";
    }

    @Override
    public String message() {
      return "`%s` is a plan of a trade-off curve, which is only made as a whole."
          .formatted(scenario);
    }

    @Override
    public Place place() {
      return new Place.OfThing("scenario", scenario);
    }

    @Override
    public String hint() {
      return "Ask for the curve again with the same wishes and seed: it has the same plans.";
    }
  }

  /** The design was made by another version. */
  record OtherVersion(String recorded, String ours) implements ReplayProblem {
    @Override
    public String code() {
      return "REPLAY_OTHER_VERSION";
    }

    @Override
    public String message() {
      return "The design was made by version %s, this is %s.".formatted(recorded, ours);
    }

    @Override
    public String hint() {
      return "Another version may make another plan of the same input; design again to compare.";
    }
  }

  /** The scenario that the design began with is no more. */
  record BaseGone(String scenario) implements ReplayProblem {
    @Override
    public String code() {
      return "REPLAY_BASE_GONE";
    }

    @Override
    public String message() {
      return "The scenario that `%s` was designed from has been deleted.".formatted(scenario);
    }

    @Override
    public Place place() {
      return new Place.OfThing("scenario", scenario);
    }

    @Override
    public String hint() {
      return "Design again from a scenario that is there.";
    }
  }

  /** What the design began with has changed since. */
  record OtherInput(String recorded, String found) implements ReplayProblem {
    @Override
    public String code() {
      return "REPLAY_OTHER_INPUT";
    }

    @Override
    public String message() {
      return "Accounts, geography or the scenario it began with have changed since: the input's hash"
          + " was %s and is %s.".formatted(recorded, found);
    }

    @Override
    public String hint() {
      return "Design again from what is there now.";
    }
  }

  /**
   * The same input gave another plan than the scenario holds.
   *
   * @param units that are another territory's
   * @param edits of the scenario since it was designed
   */
  record Differs(int units, int of, int edits) implements ReplayProblem {
    @Override
    public String code() {
      return "REPLAY_DIFFERS";
    }

    @Override
    public String message() {
      return "%s of %s units belong to other territories than in the design made again."
          .formatted(units, of);
    }

    @Override
    public String hint() {
      return edits > 0
          ? "The scenario was edited %s times since; take the edits back to compare it as designed."
              .formatted(edits)
          : "The scenario was not edited since, so this should not be; please tell us.";
    }
  }
}
