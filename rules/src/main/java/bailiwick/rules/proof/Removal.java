package bailiwick.rules.proof;

import bailiwick.rules.syntax.Rule;
import java.util.List;

/** Whether a rule that never wins can be taken out. */
public sealed interface Removal {

  /** It can: nobody loses anything, with catch-alls or without them. */
  record Free(Repair.Remove repair) implements Removal {}

  /** It claims points together with others; that is to be settled first. */
  record ClashFirst() implements Removal {}

  /**
   * Rules that hold for everything win in its place: without it, nobody else would own what they
   * absorb.
   *
   * @param before those rules
   */
  record BehindCatchAlls(List<Rule> before) implements Removal {
    public BehindCatchAlls {
      before = List.copyOf(before);
    }
  }
}
