/**
 * Representatives. Who sits where and when is in the ledger.
 *
 * <p>Entry type: {@link bailiwick.store.roster.RepresentativeRepository}. Depends on {@code
 * database} and {@code account}.
 */
@NullMarked
package bailiwick.store.roster;

import org.jspecify.annotations.NullMarked;
