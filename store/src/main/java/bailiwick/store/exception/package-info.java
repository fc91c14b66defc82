/**
 * Accounts that are owned otherwise than the rules say, and credit that is shared: each with a
 * reason, an author, a start and an end.
 *
 * <p>Entry types: {@link bailiwick.store.exception.ExceptionRepository} and {@link
 * bailiwick.store.exception.CreditRepository}. Depends on {@code ledger}.
 */
@NullMarked
package bailiwick.store.exception;

import org.jspecify.annotations.NullMarked;
