package bailiwick.intake.crm;

/** What a push made of a row, in the end. */
public enum PushOutcome {
  /** We wrote it. */
  WRITTEN,
  /** The CRM held it already. */
  HELD,
  /** It changed in the CRM since the last pull, and was left as it is. */
  CONFLICT,
  /** The CRM does not take it. */
  REFUSED,
  /** It was not written, and a newer plan takes its place. */
  SUPERSEDED
}
