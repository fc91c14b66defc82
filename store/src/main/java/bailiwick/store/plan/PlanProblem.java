package bailiwick.store.plan;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import org.jspecify.annotations.Nullable;

/** Why a plan cannot be changed as asked. Values only. */
public sealed interface PlanProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** Somebody decides, or has decided, about a scenario of it. */
  record InReview(String plan, String scenario) implements PlanProblem {
    @Override
    public String code() {
      return "PLAN_IN_REVIEW";
    }

    @Override
    public String message() {
      return "The plan `%s` stays as it is while its scenario `%s` is in review or approved."
          .formatted(plan, scenario);
    }

    @Override
    public @Nullable String hint() {
      return "Publish the scenario or withdraw it first.";
    }
  }
}
