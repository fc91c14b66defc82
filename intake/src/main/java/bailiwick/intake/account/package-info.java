/**
 * Accounts from a file: read, cleaned, placed on the map and handed on one by one.
 *
 * <p>Entry type: {@link bailiwick.intake.account.AccountImport}. Depends on {@code table}, {@code
 * mapping}, {@code report} and the atlas.
 */
@NullMarked
package bailiwick.intake.account;

import org.jspecify.annotations.NullMarked;
