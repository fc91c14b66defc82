/**
 * Connections to CRMs: their secrets, pulls, pushes and conflicts.
 *
 * <p>Entry type: {@link bailiwick.server.crm.ConnectionResource}. Rows that are pulled go through
 * {@code intake} like a file's.
 */
@NullMarked
package bailiwick.server.crm;

import org.jspecify.annotations.NullMarked;
