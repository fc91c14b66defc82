package bailiwick.store.scenario;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** Why a scenario cannot be changed as asked. Values only. */
public sealed interface ScenarioProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** What others decide about, or have approved, stays as it is. */
  record Frozen(ScenarioId scenario, String name, boolean approved, String who)
      implements ScenarioProblem {
    @Override
    public String code() {
      return "SCENARIO_FROZEN";
    }

    @Override
    public String message() {
      return approved
          ? "The scenario `%s` was approved by %s and stays as it is.".formatted(name, who)
          : "The scenario `%s` was submitted by %s, is in review and stays as it is."
              .formatted(name, who);
    }

    @Override
    public String hint() {
      return "Withdraw it to work on it, or make a copy and edit that.";
    }

    @Override
    public Place place() {
      return new Place.OfThing("scenario", scenario.toString());
    }
  }

  /** What was published stays, for the record. */
  record Published(ScenarioId scenario) implements ScenarioProblem {
    @Override
    public String code() {
      return "SCENARIO_PUBLISHED";
    }

    @Override
    public String message() {
      return "The scenario `%s` was published and cannot be deleted.".formatted(scenario);
    }

    @Override
    public Place place() {
      return new Place.OfThing("scenario", scenario.toString());
    }
  }
}
