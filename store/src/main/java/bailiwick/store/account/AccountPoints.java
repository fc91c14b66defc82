package bailiwick.store.account;

import java.util.UUID;

/**
 * All placed accounts as columns, for the map. Arrays are fresh and belong to the caller.
 *
 * @param ids {@code [account number] -> id}
 * @param names {@code [account number] -> name}
 * @param lon {@code [account number] -> degrees east}
 * @param lat {@code [account number] -> degrees north}
 * @param potentialCents {@code [account number] -> hundredths of the currency}
 */
@SuppressWarnings("ArrayRecordComponent") // a bulk column set on its way out, never compared
public record AccountPoints(
    UUID[] ids, String[] names, double[] lon, double[] lat, long[] potentialCents) {}
