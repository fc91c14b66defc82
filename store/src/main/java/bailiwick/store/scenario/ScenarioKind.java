package bailiwick.store.scenario;

/** What a scenario is for. */
public enum ScenarioKind {
  /** Today's alignment, which proposals are compared with. */
  TODAY,
  /** A proposed alignment. */
  PROPOSAL
}
