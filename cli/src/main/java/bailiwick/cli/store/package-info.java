/**
 * The store by command line: which one, {@code backup}, {@code restore}.
 *
 * <p>Entry types: {@link bailiwick.cli.store.StoreOption}, {@link
 * bailiwick.cli.store.BackupCommand}, {@link bailiwick.cli.store.RestoreCommand}. Works without a
 * server. Depends on {@code store} and {@code cli.terminal}.
 */
@NullMarked
package bailiwick.cli.store;

import org.jspecify.annotations.NullMarked;
