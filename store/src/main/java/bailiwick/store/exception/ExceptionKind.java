package bailiwick.store.exception;

/** What an exception is for. */
public enum ExceptionKind {
  /** An account that a person or a team has by name, until a day. */
  NAMED,
  /** An account that stays with the owner it has, until a day. */
  HELD,
  /**
   * An account taken out of the model to a strategic team. It stands until somebody ends it; on a
   * day of review somebody looks at it again.
   */
  STRATEGIC
}
