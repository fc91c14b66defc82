package bailiwick.server.review;

import bailiwick.server.review.ReviewWire.ReviewStepView;
import bailiwick.server.review.ReviewWire.ReviewView;
import bailiwick.server.security.Caller;
import bailiwick.store.Store;
import bailiwick.store.company.Company;
import bailiwick.store.ledger.PublicationId;
import bailiwick.store.review.ReviewAct;
import bailiwick.store.review.ReviewStep;
import bailiwick.store.review.ScenarioState;
import bailiwick.store.scenario.ScenarioId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reviews of scenarios. Thread-safe. */
public class Reviews {

  private final Store store;

  /** Reviews of a store. */
  public Reviews(Store store) {
    this.store = store;
  }

  ReviewView view(ScenarioId scenario, Caller caller) {
    ScenarioState state = store.reviews().state(scenario);
    return new ReviewView(
        state,
        state.isFrozen(),
        possible(scenario, state, caller),
        store.company().find().map(Company::approvalNeeded).orElse(false),
        store.reviews().steps(scenario).stream().map(Reviews::step).toList());
  }

  private List<ReviewAct> possible(ScenarioId scenario, ScenarioState state, Caller caller) {
    return state.possible().stream()
        .filter(act -> act.roles().contains(caller.role()))
        .filter(act ->
            act != ReviewAct.APPROVE
                || !store.reviews().isKeptFromApproving(scenario, caller.username()))
        .toList();
  }

  private static ReviewStepView step(ReviewStep step) {
    PublicationId basis = step.basis();
    return new ReviewStepView(
        step.act(),
        step.version(),
        basis == null ? null : basis.toString(),
        step.who(),
        step.why(),
        step.at());
  }

  ReviewView submit(ScenarioId scenario, long version, @Nullable String why, Caller caller) {
    store.reviews().submit(scenario, version, caller.username(), text(why));
    return view(scenario, caller);
  }

  ReviewView withdraw(ScenarioId scenario, @Nullable String why, Caller caller) {
    store.reviews().withdraw(scenario, caller.username(), text(why));
    return view(scenario, caller);
  }

  ReviewView approve(ScenarioId scenario, @Nullable String why, Caller caller) {
    store.reviews().approve(scenario, caller.username(), text(why));
    return view(scenario, caller);
  }

  ReviewView sendBack(ScenarioId scenario, String why, Caller caller) {
    store.reviews().sendBack(scenario, caller.username(), text(why));
    return view(scenario, caller);
  }

  private static String text(@Nullable String why) {
    return why == null ? "" : why.strip();
  }
}
