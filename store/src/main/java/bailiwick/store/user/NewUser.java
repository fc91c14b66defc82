package bailiwick.store.user;

import bailiwick.core.roster.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * A user to be made.
 *
 * @param username unique, whatever its case
 * @param passwordHash as the password encoder made it
 */
public record NewUser(
    String username,
    String displayName,
    Role role,
    String passwordHash,
    boolean mustChangePassword,
    @Nullable RepresentativeId representative) {}
