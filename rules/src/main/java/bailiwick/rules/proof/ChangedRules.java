package bailiwick.rules.proof;

import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which rules of two versions are not the same in both. Where none of them is left open, the rules
 * that are left are the same, in the same order, so that both versions decide alike.
 */
final class ChangedRules {

  private ChangedRules() {}

  /**
   * Their numbers. A rule is the same where the other version has one of the same name, priority
   * and territory that holds for the same, and none that is the same has changed places with it.
   */
  static BitSet of(RuleSpace space) {
    int size = space.order().size();
    var changed = new BitSet(size);
    changed.set(0, size);
    Map<RuleId, Integer> later = new HashMap<>();
    for (int rule = 0; rule < size; rule++) {
      if (space.isLater(rule)) {
        later.put(space.order().get(rule).id(), rule);
      }
    }
    int last = -1;
    for (int rule = 0; rule < size && !space.isLater(rule); rule++) {
      Integer twin = later.get(space.order().get(rule).id());
      if (twin != null && twin > last && isSame(space, rule, twin)) {
        changed.clear(rule);
        changed.clear(twin);
        last = twin;
      }
    }
    return changed;
  }

  private static boolean isSame(RuleSpace space, int number, int twin) {
    Rule rule = space.order().get(number);
    Rule other = space.order().get(twin);
    return rule.priority() == other.priority()
        && rule.territory().equals(other.territory())
        && space.region(number).equals(space.region(twin));
  }
}
