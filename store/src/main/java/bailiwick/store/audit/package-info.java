/**
 * The append-only, hash-chained log of who changed what.
 *
 * <p>Entry type: {@link bailiwick.store.audit.AuditLog}. Depends on {@code database}.
 */
@NullMarked
package bailiwick.store.audit;

import org.jspecify.annotations.NullMarked;
