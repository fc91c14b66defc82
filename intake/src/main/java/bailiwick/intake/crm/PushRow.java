package bailiwick.intake.crm;

/**
 * A row that a push shall write.
 *
 * @param sent whether it was sent before and no answer was kept
 */
public record PushRow(CrmWrite write, boolean sent) {}
