package bailiwick.bench;

/** How the rules of a world lie to each other. */
public enum RuleKind {
  /** Boxes of a market that was cut up: one rule for each account. */
  CUT,
  /** Rules over some fields each, with priorities that decide between them. */
  OVERLAPPING
}
