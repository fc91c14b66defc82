package bailiwick.intake.crm;

/** What became of one row of a write. */
public sealed interface CrmWritten {

  /** The CRM's id of the row. */
  String id();

  /** It is written. */
  record Done(String id) implements CrmWritten {}

  /** It was changed by somebody since its version; nothing was written. */
  record Changed(String id) implements CrmWritten {}

  /**
   * Somebody else holds it at this moment; nothing was written, and it may be sent again.
   *
   * @param message the CRM's own words
   */
  record Busy(String id, String message) implements CrmWritten {}

  /**
   * The CRM does not take it; nothing was written.
   *
   * @param message the CRM's own words
   */
  record Refused(String id, String message) implements CrmWritten {}
}
