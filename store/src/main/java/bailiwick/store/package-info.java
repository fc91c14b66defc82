/**
 * Keeps everything: opens the database and hands out the repositories over it.
 *
 * <p>Entry type: {@link bailiwick.store.Store}. Depends on every package below, on {@code core} and
 * {@code rules}; no SQL leaves this module.
 */
@NullMarked
package bailiwick.store;

import org.jspecify.annotations.NullMarked;
