package bailiwick.intake.quality;

/**
 * One doubt about one account.
 *
 * @param account who, with its row and territory
 * @param detail what exactly, one clause for people such as {@code Left on 2026-03-31: Ada Byron}
 */
public record Finding(HeldAccount account, Doubt doubt, String detail) {}
