package bailiwick.rules.syntax;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.source.Span;
import java.io.Serializable;

/**
 * Gives subjects to a territory.
 *
 * @param id unique within the rule set
 * @param priority of all rules that hold for a subject, one with the lowest number wins
 * @param period the days on which it counts
 * @param territory where its subjects go
 * @param condition which subjects it holds for
 * @param span where its id stood
 */
public record Rule(
    RuleId id, int priority, Period period, TerritoryCode territory, Condition condition, Span span)
    implements Serializable {

  /** Priority of a rule that names none. */
  public static final int DEFAULT_PRIORITY = 100;

  /** A rule that counts on every day. */
  public Rule(RuleId id, int priority, TerritoryCode territory, Condition condition, Span span) {
    this(id, priority, Period.ALWAYS, territory, condition, span);
  }

  /** A copy that asks something else. */
  public Rule withCondition(Condition other) {
    return new Rule(id, priority, period, territory, other, span);
  }

  /** A copy that counts in another period. */
  public Rule withPeriod(Period other) {
    return new Rule(id, priority, other, territory, condition, span);
  }
}
