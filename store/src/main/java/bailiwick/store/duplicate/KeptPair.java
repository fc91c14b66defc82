package bailiwick.store.duplicate;

import bailiwick.core.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pair as the store keeps it.
 *
 * @param first the account found, or the one that it has been merged into since; of a pair that was
 *     merged, the survivor
 * @param second the other likewise; of a pair that was merged, the one that went into the survivor
 * @param evidence as JSON
 * @param decision what was decided, null while it is open
 */
public record KeptPair(
    PairId id,
    AccountId first,
    AccountId second,
    double score,
    String evidence,
    PairState state,
    Instant foundAt,
    @Nullable Decision decision) {

  /**
   * A decision.
   *
   * @param survivor the one that stayed, null for a pair that was dismissed
   * @param byRule whether the rule decided instead of a person
   */
  public record Decision(Instant at, String who, @Nullable AccountId survivor, boolean byRule) {}
}
