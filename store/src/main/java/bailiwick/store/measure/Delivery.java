package bailiwick.store.measure;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The last file of a kind and source: what figures are made of.
 *
 * @param asOf first day that the file does not cover any more
 * @param rows how many rows were kept
 */
public record Delivery(
    DeliveryKind kind,
    String source,
    String file,
    LocalDate asOf,
    long rows,
    Instant loadedAt,
    String loadedBy) {}
