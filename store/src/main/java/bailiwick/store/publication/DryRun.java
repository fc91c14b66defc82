package bailiwick.store.publication;

import bailiwick.core.account.Worth;
import bailiwick.core.problem.Problem;
import java.util.List;

/**
 * What a publication would do.
 *
 * @param accounts all decided
 * @param moved accounts that would change their territory or lose it, seen from the first day on
 * @param changingRepresentative of those, and of the rest, accounts that another person would serve
 * @param gained accounts without an owner before
 * @param lost accounts without one after
 * @param movedWorth what the moved accounts bring
 * @param flows who would hand how much to whom, largest potential first
 * @param largest the moved accounts with the largest potential, at most {@link #SHOWN}
 * @param unstable why it would be refused: accounts that would move more often than the layer
 *     allows
 */
public record DryRun(
    long accounts,
    long moved,
    long changingRepresentative,
    long gained,
    long lost,
    Worth movedWorth,
    List<Flow> flows,
    List<AccountMove> largest,
    List<Problem> unstable) {

  /** How many moved accounts are told one by one. */
  public static final int SHOWN = 20;

  public DryRun {
    flows = List.copyOf(flows);
    largest = List.copyOf(largest);
    unstable = List.copyOf(unstable);
  }

  DryRun with(List<Problem> found) {
    return new DryRun(
        accounts, moved, changingRepresentative, gained, lost, movedWorth, flows, largest, found);
  }

  /**
   * Accounts that go from one territory to another.
   *
   * @param from code before, empty for none
   * @param to code after, empty for none
   */
  public record Flow(String from, String to, long accounts, Worth worth) {}
}
