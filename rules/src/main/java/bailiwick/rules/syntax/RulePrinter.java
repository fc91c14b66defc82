package bailiwick.rules.syntax;

import bailiwick.rules.source.Pending;

/** Writes rules in their text form, one way only: the same rules always give the same text. */
public final class RulePrinter {

  private RulePrinter() {}

  /** The whole rule set as a rule file. */
  public static String print(RuleSet rules) {
    return Pending.pending();
  }

  /** A condition on one line. */
  public static String print(Condition condition) {
    return Pending.pending();
  }
}
