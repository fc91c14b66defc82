/**
 * Where open opportunities go, by the rules that decide their accounts, and those that are held.
 *
 * <p>Entry type: {@link bailiwick.store.deal.DealRepository}. Depends on {@code measure}, {@code
 * ledger}.
 */
@NullMarked
package bailiwick.store.deal;

import org.jspecify.annotations.NullMarked;
