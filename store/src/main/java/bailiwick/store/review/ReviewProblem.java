package bailiwick.store.review;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why something cannot be done about a scenario's review. Values only. */
public sealed interface ReviewProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** It has not come so far, or further. */
  record NotPossible(String scenario, ScenarioState state, ReviewAct act) implements ReviewProblem {
    @Override
    public String code() {
      return "REVIEW_NOT_POSSIBLE";
    }

    @Override
    public String message() {
      return "The scenario `%s` is %s and cannot be %s."
          .formatted(scenario, state.words(), act.done());
    }

    @Override
    public @Nullable String hint() {
      List<ReviewAct> possible = state.possible();
      return "Possible now: "
          + possible.stream().map(ReviewAct::words).collect(Collectors.joining(", "))
          + ".";
    }
  }

  /** Nobody decides about what is one's own. */
  record OwnSubmission(String scenario, String who) implements ReviewProblem {
    @Override
    public String code() {
      return "REVIEW_OWN_SUBMISSION";
    }

    @Override
    public String message() {
      return "The scenario `%s` was submitted by %s, who cannot approve it."
          .formatted(scenario, who);
    }

    @Override
    public @Nullable String hint() {
      return "Ask another manager or administrator.";
    }
  }

  /** It is to be published without an approval. */
  record NotApproved(String scenario, ScenarioState state) implements ReviewProblem {
    @Override
    public String code() {
      return "PUBLICATION_NOT_APPROVED";
    }

    @Override
    public String message() {
      return state == ScenarioState.IN_REVIEW
          ? "The scenario `%s` is in review: it is published once it is approved."
              .formatted(scenario)
          : "The company publishes approved scenarios only, and `%s` is %s."
              .formatted(scenario, state.words());
    }

    @Override
    public @Nullable String hint() {
      return state == ScenarioState.IN_REVIEW
          ? "Approve it, or withdraw it."
          : "Submit it, and let a manager or an administrator approve it.";
    }
  }
}
