package bailiwick.store.publication;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.ledger.TakenBackAct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What taking back a publication would do.
 *
 * @param outcome how many accounts would go back, and how many would stay
 * @param flows who would hand how much to whom, largest potential first; from a territory to itself
 *     when it is that of an earlier publication
 * @param largest the accounts that would go back with the largest potential, at most {@link
 *     DryRun#SHOWN}
 * @param staying the accounts that would stay with the largest potential, as many at most
 */
public record UndoPreview(
    TakenBackAct.Outcome outcome,
    List<DryRun.Flow> flows,
    List<GoingBack> largest,
    List<TakenBackAct.Staying> staying) {

  public UndoPreview {
    flows = List.copyOf(flows);
    largest = List.copyOf(largest);
    staying = List.copyOf(staying);
  }

  /**
   * One account that would go back.
   *
   * @param from who has it, null for nobody
   * @param to who had it before, null for nobody
   */
  public record GoingBack(
      AccountId account,
      String externalId,
      String name,
      @Nullable TerritoryCode from,
      @Nullable TerritoryCode to,
      long potentialCents) {}

  /** Accounts that would go back. */
  public long accounts() {
    return outcome.accounts();
  }

  /** Accounts of which somebody has changed days since, which would stay. */
  public long kept() {
    return outcome.kept();
  }
}
