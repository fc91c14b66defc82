package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.database.Page;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of ownership: account to territory in two times, when it held and when we believed it.
 * Nothing is overwritten or deleted; the database itself forbids two owners of an account in a
 * layer on a day. Thread-safe: writers of one layer take turns.
 */
public final class LedgerRepository {

  /** The owner of an account on a day, as believed now. */
  public Optional<Owner> ownerOn(AccountId account, LayerId layer, LocalDate day) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The owner of an account on a day, as believed at an instant. */
  public Optional<Owner> ownerOn(AccountId account, LayerId layer, LocalDate day, Instant knownAt) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Everything ever recorded of an account, oldest record first. */
  public List<LedgerEntry> history(AccountId account) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The accounts of a territory on a day, by name. */
  public Page<OwnedAccount> bookOf(
      PlanId plan, TerritoryCode territory, LocalDate day, @Nullable String cursor, int limit) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The accounts of a representative on a day in every layer, by name. */
  public Page<OwnedAccount> bookOf(
      RepresentativeId representative, LocalDate day, @Nullable String cursor, int limit) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** What each territory of a plan owns on a day, by code; territories without accounts too. */
  public List<TerritoryTotals> totals(PlanId plan, LocalDate day) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * The territory of every owned account on a day, streamed; the consumer must not call the store.
   */
  public void forEachOwned(
      LayerId layer, LocalDate day, BiConsumer<AccountId, TerritoryCode> consumer) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Records assignments to territories of a published plan, superseding what they contradict.
   *
   * @throws ProblemException with {@code LEDGER_UNKNOWN_TERRITORY}, {@code LEDGER_UNKNOWN_ACCOUNT},
   *     {@code LEDGER_EMPTY_PERIOD} or {@code LEDGER_OVERLAP}; then nothing is written
   */
  public void assign(PlanId plan, List<Assignment> assignments, Change change) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Everything recorded in a layer from an instant (inclusive) to another (exclusive). */
  public List<LedgerEntry> recordedBetween(LayerId layer, Instant from, Instant until) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Places a representative in the seat of a territory from a day on, or leaves it vacant.
   *
   * @param representative null for a vacancy
   */
  public void place(
      PlanId plan,
      TerritoryCode territory,
      @Nullable RepresentativeId representative,
      LocalDate from,
      @Nullable LocalDate until,
      Change change) {
    throw new UnsupportedOperationException("Being written.");
  }
}
