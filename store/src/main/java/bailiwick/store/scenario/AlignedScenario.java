package bailiwick.store.scenario;

import bailiwick.core.alignment.Alignment;

/** A scenario with its units, both as of one moment. */
public record AlignedScenario(Scenario scenario, Alignment alignment) {}
