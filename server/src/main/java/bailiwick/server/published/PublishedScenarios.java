package bailiwick.server.published;

import bailiwick.store.Store;
import bailiwick.store.plan.PlanId;
import bailiwick.store.publication.Publication;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which scenarios were published; kept until the next publication. Thread-safe. */
public class PublishedScenarios {

  private final Store store;
  private final Map<PlanId, List<Publication>> byPlan = new ConcurrentHashMap<>();

  /** Publications of a store. */
  public PublishedScenarios(Store store) {
    this.store = store;
  }

  /** The publications of a plan, newest first, also those that were taken back. */
  public List<Publication> of(PlanId plan) {
    return byPlan.computeIfAbsent(plan, id -> store.publications().list(id));
  }

  /** Whether a scenario is published. */
  public boolean isPublished(Scenario scenario) {
    return ids(scenario.plan()).contains(scenario.id());
  }

  /** The scenarios of a plan that are published. */
  public Set<ScenarioId> ids(PlanId plan) {
    return of(plan).stream()
        .filter(Publication::stands)
        .map(Publication::scenario)
        .collect(Collectors.toSet());
  }

  /** The publication that was made last and stands, if any. */
  public Optional<Publication> latest(PlanId plan) {
    return of(plan).stream().filter(Publication::stands).findFirst();
  }

  /** Notes that something was published. */
  public void changed() {
    byPlan.clear();
  }
}
