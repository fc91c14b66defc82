/**
 * Profiles that say how the columns of files are read.
 *
 * <p>Entry type: {@link bailiwick.store.profile.ProfileRepository}. Depends on {@code database}.
 */
@NullMarked
package bailiwick.store.profile;

import org.jspecify.annotations.NullMarked;
