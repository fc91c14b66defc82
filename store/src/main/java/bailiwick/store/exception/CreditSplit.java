package bailiwick.store.exception;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.plan.LayerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the credit for an account is shared in a layer.
 *
 * @param from first day
 * @param until first day after, null while open
 * @param shares largest first; 100 % together
 */
public record CreditSplit(
    SplitId id,
    AccountId account,
    LayerId layer,
    LocalDate from,
    @Nullable LocalDate until,
    List<Share> shares,
    String why,
    String who,
    Instant madeAt) {

  /** The whole credit, in basis points. */
  public static final int WHOLE = 10_000;

  public CreditSplit {
    shares = List.copyOf(shares);
  }

  /**
   * What one territory gets, and who serves it.
   *
   * @param basisPoints 1 to 10,000
   * @param representative on the day asked for, null for a vacancy
   * @param representativeName empty for a vacancy
   */
  public record Share(
      TerritoryCode territory,
      int basisPoints,
      @Nullable RepresentativeId representative,
      String representativeName) {}
}
