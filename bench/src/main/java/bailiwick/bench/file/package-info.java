/**
 * What measurements leave behind: tables that grow by a line with each of them and outlive a run
 * that is killed, the same for reading, and folders that are gone when the work is done.
 *
 * <p>Entry type: {@link bailiwick.bench.file.AppendedTable}. Depends on nothing of ours.
 */
@NullMarked
package bailiwick.bench.file;

import org.jspecify.annotations.NullMarked;
