package bailiwick.rules.proof;

import bailiwick.rules.syntax.Rule;
import java.util.List;

/**
 * Whether a rule that never wins can be taken out; told by {@link DatedProof#removal}. Immutable.
 */
public sealed interface Removal {

  /** It can: nobody loses anything, neither with all rules nor without the catch-alls. */
  record Free(Repair.Remove repair) implements Removal {}

  /** It claims points together with others; that is to be settled first. */
  record ClashFirst() implements Removal {}

  /**
   * Only rules that hold for everything keep it from winning: without these it would own something,
   * which they absorb.
   *
   * @param before those rules
   */
  record BehindCatchAlls(List<Rule> before) implements Removal {
    public BehindCatchAlls {
      before = List.copyOf(before);
    }
  }
}
