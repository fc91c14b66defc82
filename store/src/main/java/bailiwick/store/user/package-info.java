/**
 * Who may sign in, as people or as machines.
 *
 * <p>Entry types: {@link bailiwick.store.user.UserRepository}, {@link
 * bailiwick.store.user.ApiKeyRepository}. Depends on {@code database}.
 */
@NullMarked
package bailiwick.store.user;

import org.jspecify.annotations.NullMarked;
