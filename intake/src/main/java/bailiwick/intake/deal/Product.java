package bailiwick.intake.deal;

import java.util.OptionalLong;

/**
 * Something that is sold. Immutable.
 *
 * @param externalId the id in the system it came from; the name stands for it where a file has none
 * @param name as shown to people
 * @param family product line; empty when unknown
 * @param priceCents list price in hundredths of the plan's currency, 0 or more; empty when unknown
 */
public record Product(String externalId, String name, String family, OptionalLong priceCents) {}
