package bailiwick.intake.crm;

/** Somebody asked the exchange to stop; thrown by {@link Pauses} to end a wait. */
public final class CrmStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A stop in the middle of a wait. */
  public CrmStopped() {
    super("The exchange was stopped.", null, false, false);
  }
}
