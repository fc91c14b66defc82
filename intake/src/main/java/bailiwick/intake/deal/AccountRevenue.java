package bailiwick.intake.deal;

/**
 * Money earned with an account in a calendar year. Immutable.
 *
 * @param accountExternalId the account
 * @param year calendar year
 * @param amountCents in hundredths of the plan's currency; negative when credit notes prevail
 */
public record AccountRevenue(String accountExternalId, int year, long amountCents) {}
