package bailiwick.rules.lookup;

import bailiwick.rules.attribute.Subject;
import bailiwick.rules.source.Pending;
import bailiwick.rules.syntax.Condition;

/** Tries conditions one by one, as they are written. The yardstick for {@link RuleLookup}. */
public final class PlainMatcher {

  private PlainMatcher() {}

  /** Whether a condition holds for a subject. */
  public static boolean holds(Condition condition, Subject subject) {
    return Pending.pending();
  }
}
