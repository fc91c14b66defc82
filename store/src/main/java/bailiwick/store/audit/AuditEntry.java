package bailiwick.store.audit;

import java.time.Instant;

/**
 * One line of the audit log.
 *
 * @param sequence 1 for the first, without gaps
 * @param action such as {@code plan.published}
 * @param subject id of what changed
 * @param detail JSON
 * @param hash SHA-256 over the entry and the hash before it, in hexadecimal
 */
public record AuditEntry(
    long sequence,
    Instant at,
    String who,
    String action,
    String subject,
    String detail,
    String hash) {}
