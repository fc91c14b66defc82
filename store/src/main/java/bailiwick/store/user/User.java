package bailiwick.store.user;

import bailiwick.core.roster.RepresentativeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in.
 *
 * @param username lower case, unique
 * @param passwordHash as the password encoder made it; never the password
 * @param representative the person on the roster this user is, null for most
 * @param version counts the changes, for optimistic locking
 */
public record User(
    UserId id,
    String username,
    String displayName,
    Role role,
    String passwordHash,
    boolean mustChangePassword,
    boolean active,
    @Nullable RepresentativeId representative,
    Instant createdAt,
    long version) {}
