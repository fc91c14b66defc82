package bailiwick.store.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log are wanted; null is any.
 *
 * @param who exactly this user or key
 * @param action an action, or the kind of thing it begins with: {@code plan} is all of {@code
 *     plan.made}, {@code plan.published} and so on
 * @param subject exactly this id
 * @param from written at this instant or later
 * @param until written before this instant
 */
public record AuditQuery(
    @Nullable String who,
    @Nullable String action,
    @Nullable String subject,
    @Nullable Instant from,
    @Nullable Instant until) {

  /** Every entry. */
  public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null);
}
