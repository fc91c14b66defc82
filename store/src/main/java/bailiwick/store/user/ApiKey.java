package bailiwick.store.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A machine's key. The key itself is never kept.
 *
 * @param prefix first characters of the key, to recognise it by
 * @param hash SHA-256 of the whole key, in hexadecimal
 * @param lastUsedAt null when never used
 * @param revokedAt null while it works
 */
public record ApiKey(
    ApiKeyId id,
    String name,
    Role role,
    String prefix,
    String hash,
    Instant createdAt,
    String createdBy,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {}
