package bailiwick.store.record;

import java.util.OptionalLong;

/**
 * Something that is sold.
 *
 * @param externalId unique within the source
 * @param family product line; empty when unknown
 * @param priceCents hundredths of the currency, 0 or more
 */
public record Product(String externalId, String name, String family, OptionalLong priceCents) {}
