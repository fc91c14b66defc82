/**
 * Accounts that may be one: a search over all accounts, pairs to go through, merges that can be
 * undone.
 *
 * <p>Entry type: {@link bailiwick.server.duplicate.DuplicateResource}.
 */
@NullMarked
package bailiwick.server.duplicate;

import org.jspecify.annotations.NullMarked;
