/**
 * Backup and restore of a whole store as one file.
 *
 * <p>Entry type: {@link bailiwick.store.backup.Backup}. Depends on {@code bailiwick.store}.
 */
@NullMarked
package bailiwick.store.backup;

import org.jspecify.annotations.NullMarked;
