/**
 * The audit log: pages, files, and whether anybody tampered with it.
 *
 * <p>Entry type: {@link bailiwick.server.audit.AuditResource}.
 */
@NullMarked
package bailiwick.server.audit;

import org.jspecify.annotations.NullMarked;
