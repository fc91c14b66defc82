/**
 * The bitemporal ledger of who owns which account, and who sits in which seat.
 *
 * <p>Entry type: {@link bailiwick.store.ledger.LedgerRepository}. Depends on {@code plan}.
 */
@NullMarked
package bailiwick.store.ledger;

import org.jspecify.annotations.NullMarked;
