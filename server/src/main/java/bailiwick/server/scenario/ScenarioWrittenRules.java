package bailiwick.server.scenario;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
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
 * Shows and keeps the written rules of scenarios. What is kept was proven with the scenario it was
 * written for; it may no longer be when the books have changed since. Thread-safe.
 */
public class ScenarioWrittenRules {

  private final Store store;
  private final ScenarioProofs proofs;
  private final Workspaces workspaces;

  /** Rules of a store's scenarios. */
  public ScenarioWrittenRules(Store store, ScenarioProofs proofs, Workspaces workspaces) {
    this.store = store;
    this.proofs = proofs;
    this.workspaces = workspaces;
  }

  /** What is kept, and what each rule takes or why nothing is proven of them any more. */
  ScenarioRules get(ScenarioId id) {
    AlignedScenario aligned = store.scenarios().getAligned(id);
    String text = store.scenarios().rules(id);
    if (text.isEmpty()) {
      return none(aligned);
    }
    try {
      return view(aligned, prove(aligned, proofs.read(text)));
    } catch (ProblemException noLongerProven) {
      return of(aligned, text, List.of(), noLongerProven.problems());
    }
  }

  /** Replaces the rules of a scenario, after they are proven. */
  ScenarioRules set(ScenarioId id, long version, String text, String who) {
    AlignedScenario aligned = store.scenarios().getAligned(id);
    ScenarioMoves.requireEditable(aligned.scenario());
    WrittenRules written = proofs.read(text);
    if (written.isEmpty()) {
      return none(kept(aligned, version, "", who));
    }
    ProvenRules proven = prove(aligned, written);
    return view(kept(aligned, version, written.text(), who), proven);
  }

  private ProvenRules prove(AlignedScenario aligned, WrittenRules written) {
    Plan plan = store.plans().get(aligned.scenario().plan());
    return proofs.prove(plan, aligned, written, plan.name() + " / " + aligned.scenario().name());
  }

  private AlignedScenario kept(AlignedScenario aligned, long version, String text, String who) {
    ScenarioId id = aligned.scenario().id();
    var after = workspaces.replace(id, () -> store.scenarios().setRules(id, version, text, who));
    return new AlignedScenario(after, aligned.alignment());
  }

  private static ScenarioRules none(AlignedScenario aligned) {
    return of(aligned, "", List.of(), List.of());
  }

  private ScenarioRules view(AlignedScenario aligned, ProvenRules proven) {
    var takings = new Takings(proven);
    store.accounts().forEach(stored -> takings.add(stored.account()));
    return of(aligned, proven.written().text(), takings.list(), proven.warnings());
  }

  private static ScenarioRules of(
      AlignedScenario aligned, String text, List<Takings.OfRule> taken, List<Problem> problems) {
    return new ScenarioRules(
        aligned.scenario().version(),
        text,
        taken.stream().map(WrittenRule::of).toList(),
        problems.stream().map(ProblemItem::of).toList());
  }
}
