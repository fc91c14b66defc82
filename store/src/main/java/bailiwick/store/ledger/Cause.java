package bailiwick.store.ledger;

/** Why the ledger changed. */
public enum Cause {
  /** A plan was published. */
  PUBLICATION,
  /** An account came in and was decided by the published rules. */
  INTAKE,
  /** A person made a move that the rules proposed, because the account had changed. */
  MOVE,
  /** A person put a fact right. */
  CORRECTION,
  /** A person decided otherwise than the rules. */
  EXCEPTION,
  /** A representative left. */
  DEPARTURE,
  /** An exception was ended before its day, and its accounts follow the rules again. */
  FALLBACK,
  /** An opportunity is held where it is, or no more. */
  HOLD,
  /** An earlier change was taken back. */
  UNDO
}
