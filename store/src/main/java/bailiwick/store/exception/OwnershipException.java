package bailiwick.store.exception;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.plan.LayerId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account that is owned otherwise than the rules say.
 *
 * @param accountKey external id of the account
 * @param territory that has it
 * @param beneath that would have it by the rules on the first day in force, null for nobody
 * @param from first day in force; the first day asked for when it was revoked altogether
 * @param until first day after; null for an open end. Equal to {@code from} when it was revoked
 * @param reviewOn when it is looked at again, null for those that end by themselves
 */
public record OwnershipException(
    ExceptionId id,
    AccountId account,
    String accountKey,
    String accountName,
    LayerId layer,
    ExceptionKind kind,
    TerritoryCode territory,
    String territoryName,
    @Nullable TerritoryCode beneath,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable LocalDate reviewOn,
    String why,
    String who,
    Instant madeAt) {

  /** Whether it is in force on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }

  /** Whether it is in force on a day or will be. */
  public boolean holdsAfter(LocalDate day) {
    return until == null || (from.isBefore(until) && day.isBefore(until));
  }

  /** Whether somebody should have looked at it again by a day. */
  public boolean isReviewDue(LocalDate day) {
    return reviewOn != null && holdsOn(day) && !day.isBefore(reviewOn);
  }
}
