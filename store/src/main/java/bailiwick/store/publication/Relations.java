package bailiwick.store.publication;

/**
 * What goes with accounts that move, beside what they are worth.
 *
 * @param openPipelineCents sum of their open opportunities
 * @param months whole months for which those who lose them have had them without a break, as the
 *     ledger has it; 0 where the same person keeps the account
 */
public record Relations(long openPipelineCents, long months) {}
