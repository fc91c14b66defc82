/**
 * Accounts: list, page, new and changed ones, owner of a day and history.
 *
 * <p>Entry type: {@link bailiwick.server.account.AccountResource}.
 */
@NullMarked
package bailiwick.server.account;

import org.jspecify.annotations.NullMarked;
