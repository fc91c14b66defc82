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
