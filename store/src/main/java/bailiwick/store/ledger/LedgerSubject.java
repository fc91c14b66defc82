package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Attributes;
import bailiwick.store.plan.PlanId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account as rules see it, with what the ledger says of it on a day.
 *
 * @param merged whether it was merged into another, which then stands for it
 * @param held who has it, null when nobody does
 * @param proposed the move that waits for somebody to make it, null when there is none
 */
public record LedgerSubject(
    AccountId account,
    boolean merged,
    Attributes attributes,
    @Nullable Held held,
    @Nullable Proposed proposed) {

  /**
   * Who has an account by the ledger.
   *
   * @param plan that the territory belongs to
   * @param cause why the ledger says so
   */
  public record Held(PlanId plan, TerritoryCode territory, Cause cause) {}

  /**
   * A move that waits.
   *
   * @param to null for nobody
   */
  public record Proposed(TerritoryCode from, @Nullable TerritoryCode to) {}

  /** Whether a move waits that would bring it from where it is to where the rules want it. */
  public boolean waitsFor(@Nullable TerritoryCode byRules) {
    return held != null
        && proposed != null
        && proposed.from().equals(held.territory())
        && Objects.equals(proposed.to(), byRules);
  }
}
