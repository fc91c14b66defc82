package bailiwick.intake.crm;

/**
 * A write was sent and no answer tells what became of it. It must not be sent again before the rows
 * were read.
 */
public final class CrmOutcomeUnknown extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CrmOutcomeUnknown(String message, Throwable cause) {
    super(message, cause);
  }

  CrmOutcomeUnknown(String message) {
    super(message);
  }
}
