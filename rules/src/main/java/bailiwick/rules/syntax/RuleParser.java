package bailiwick.rules.syntax;

import bailiwick.rules.source.Pending;
import bailiwick.rules.source.Source;

/** Reads the text form of rules. */
public final class RuleParser {

  /** How deep conditions may be nested. */
  public static final int DEEPEST = 200;

  private RuleParser() {}

  /** Reads a file; never throws for what stands in it. O(length of the text). */
  public static Parsed parse(Source source) {
    return Pending.pending();
  }
}
