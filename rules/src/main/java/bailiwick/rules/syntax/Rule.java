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
 * @param except which of them it leaves out, {@link Condition.Any#NEVER} for none
 * @param span where its id stood
 */
public record Rule(
    RuleId id,
    int priority,
    Period period,
    TerritoryCode territory,
    Condition condition,
    Condition except,
    Span span)
    implements Serializable {

  /** Priority of a rule that names none. */
  public static final int DEFAULT_PRIORITY = 100;

  /** A rule that counts on every day and leaves nothing out. */
  public Rule(RuleId id, int priority, TerritoryCode territory, Condition condition, Span span) {
    this(id, priority, Period.ALWAYS, territory, condition, Condition.Any.NEVER, span);
  }

  /** A copy that asks something else. */
  public Rule withCondition(Condition other) {
    return new Rule(id, priority, period, territory, other, except, span);
  }

  /** A copy that leaves other subjects out. */
  public Rule withExcept(Condition other) {
    return new Rule(id, priority, period, territory, condition, other, span);
  }

  /** A copy that counts in another period. */
  public Rule withPeriod(Period other) {
    return new Rule(id, priority, other, territory, condition, except, span);
  }
}
