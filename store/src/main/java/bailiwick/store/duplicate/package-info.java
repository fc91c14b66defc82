/**
 * Pairs of accounts that may be one, what people decided about them, and merges that can be undone.
 *
 * <p>Entry type: {@link bailiwick.store.duplicate.DuplicateRepository}. Depends on {@code account}
 * and {@code database}.
 */
@NullMarked
package bailiwick.store.duplicate;

import org.jspecify.annotations.NullMarked;
