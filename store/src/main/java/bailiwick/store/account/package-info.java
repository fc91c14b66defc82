/**
 * Accounts: bulk loads, look-ups, lists, columns for the map, totals per unit.
 *
 * <p>Entry type: {@link bailiwick.store.account.AccountRepository}. Depends on {@code database}.
 */
@NullMarked
package bailiwick.store.account;

import org.jspecify.annotations.NullMarked;
