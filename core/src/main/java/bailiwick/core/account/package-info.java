/**
 * Accounts: customers and prospects on the books, where they are and how sure we are of it.
 *
 * <p>Entry type: {@link bailiwick.core.account.Account}. Depends on {@code unit}.
 */
@NullMarked
package bailiwick.core.account;

import org.jspecify.annotations.NullMarked;
