package bailiwick.server.scenario;

import bailiwick.rules.cover.ProvenRules;
import bailiwick.rules.cover.Takings;
import bailiwick.rules.cover.WrittenRules;
import bailiwick.server.problem.ProblemItem;
import bailiwick.server.scenario.ScenarioRulesWire.ScenarioRules;
import bailiwick.server.scenario.ScenarioRulesWire.WrittenRule;
import bailiwick.store.Store;
import bailiwick.store.plan.Plan;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.ScenarioId;
import java.util.List;

/**
 * Shows and keeps the rules that planners write into scenarios by hand. What is kept was proven
 * with the scenario it was written for. Thread-safe.
 */
public class HandRules {

  private final Store store;
  private final ScenarioProofs proofs;
  private final Workspaces workspaces;

  /** Rules of a store's scenarios. */
  public HandRules(Store store, ScenarioProofs proofs, Workspaces workspaces) {
    this.store = store;
    this.proofs = proofs;
    this.workspaces = workspaces;
  }

  ScenarioRules get(ScenarioId id) {
    AlignedScenario aligned = store.scenarios().getAligned(id);
    WrittenRules written = proofs.written(id);
    return written.isEmpty() ? none(aligned) : view(aligned, prove(aligned, written));
  }

  /** Replaces the rules of a scenario, after they are proven. */
  ScenarioRules set(ScenarioId id, long version, String text) {
    AlignedScenario aligned = store.scenarios().getAligned(id);
    ScenarioMoves.requireEditable(aligned.scenario());
    WrittenRules written = proofs.read(text);
    if (written.isEmpty()) {
      return none(kept(aligned, version, ""));
    }
    ProvenRules proven = prove(aligned, written);
    return view(kept(aligned, version, written.text()), proven);
  }

  private ProvenRules prove(AlignedScenario aligned, WrittenRules written) {
    Plan plan = store.plans().get(aligned.scenario().plan());
    return proofs.prove(plan, aligned, written, plan.name() + " / " + aligned.scenario().name());
  }

  private AlignedScenario kept(AlignedScenario aligned, long version, String text) {
    var after = store.scenarios().setRules(aligned.scenario().id(), version, text);
    workspaces.forget(after.id());
    return new AlignedScenario(after, aligned.alignment());
  }

  private static ScenarioRules none(AlignedScenario aligned) {
    return new ScenarioRules(aligned.scenario().version(), "", List.of(), List.of());
  }

  private ScenarioRules view(AlignedScenario aligned, ProvenRules proven) {
    var takings = new Takings(proven);
    store.accounts().forEach(stored -> takings.add(stored.account()));
    return new ScenarioRules(
        aligned.scenario().version(),
        proven.written().text(),
        takings.list().stream().map(WrittenRule::of).toList(),
        proven.warnings().stream().map(ProblemItem::of).toList());
  }
}
