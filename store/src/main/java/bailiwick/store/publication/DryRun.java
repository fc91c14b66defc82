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
 * @param movedRelations what goes with them
 * @param flows who would hand how much to whom, largest potential first
 * @param largest the moved accounts with the largest potential, at most {@link #SHOWN}
 * @param hindrances why it would be refused: accounts that would move more often than the layer
 *     allows, a review that is not through, an approval that others overtook
 * @param basis what it rests on
 */
public record DryRun(
    long accounts,
    long moved,
    long changingRepresentative,
    long gained,
    long lost,
    Worth movedWorth,
    Relations movedRelations,
    List<Flow> flows,
    List<AccountMove> largest,
    List<Problem> hindrances,
    Basis basis) {

  /** How many moved accounts are told one by one. */
  public static final int SHOWN = 20;

  public DryRun {
    flows = List.copyOf(flows);
    largest = List.copyOf(largest);
    hindrances = List.copyOf(hindrances);
  }

  DryRun with(List<Problem> found) {
    return new DryRun(
        accounts,
        moved,
        changingRepresentative,
        gained,
        lost,
        movedWorth,
        movedRelations,
        flows,
        largest,
        found,
        basis);
  }

  /**
   * Accounts that go from one territory to another.
   *
   * @param from code before, empty for none
   * @param to code after, empty for none
   */
  public record Flow(String from, String to, long accounts, Worth worth) {}
}
