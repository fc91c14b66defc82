/**
 * Answers remembered by key, so that a repeated request changes nothing.
 *
 * <p>Entry type: {@link bailiwick.store.idempotency.IdempotencyRepository}. Depends on {@code
 * database}.
 */
@NullMarked
package bailiwick.store.idempotency;

import org.jspecify.annotations.NullMarked;
