package bailiwick.intake.deal;

import java.time.LocalDate;

/**
 * Calls, meetings, mails with an account on a day or in the month it stands for. Immutable.
 *
 * @param accountExternalId the account
 * @param ownerKey the representative, as the file names them; empty when unknown
 * @param on the day
 * @param kind such as {@code call} or {@code visit}
 * @param count how many, 1 or more
 */
public record AccountActivity(
    String accountExternalId, String ownerKey, LocalDate on, String kind, long count) {}
