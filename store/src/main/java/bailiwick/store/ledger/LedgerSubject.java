package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.FamilyPolicy;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Attributes;
import bailiwick.store.account.FamilyBook;
import bailiwick.store.plan.PlanId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account as rules see it, with what the ledger says of it on a day.
 *
 * @param merged whether it was merged into another, which then stands for it
 * @param held who has it, null when nobody does
 * @param attributes its own
 * @param proposed the move that waits for somebody to make it, null when there is none
 * @param families of all accounts, its own among them where it has one
 */
public record LedgerSubject(
    AccountId account,
    boolean merged,
    Attributes attributes,
    @Nullable Held held,
    @Nullable Proposed proposed,
    FamilyBook families) {

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

  /** The values by which rules decide it: its own, or those of whom it follows. */
  public Attributes attributes(FamilyPolicy policy) {
    return families.find(account, policy).map(FamilyBook.Standin::attributes).orElse(attributes);
  }

  /** A reason that says first whom it follows, if anybody. */
  public String reason(FamilyPolicy policy, String reason) {
    return families
        .find(account, policy)
        .map(standin -> standin.sentence(policy) + " " + reason)
        .orElse(reason);
  }

  /** Whether somebody decided by an exception who has it. */
  public boolean isExcepted() {
    return held != null && held.cause() == Cause.EXCEPTION;
  }

  /**
   * Whether a move waits that would bring it from where it is to where the rules want it. While an
   * exception holds, none does.
   */
  public boolean waitsFor(@Nullable TerritoryCode byRules) {
    return held != null
        && proposed != null
        && !isExcepted()
        && proposed.from().equals(held.territory())
        && Objects.equals(proposed.to(), byRules);
  }
}
