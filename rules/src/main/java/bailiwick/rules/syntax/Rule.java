package bailiwick.rules.syntax;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.source.Span;
import java.io.Serializable;

/**
 * Gives subjects to a territory.
 *
 * @param id unique within the rule set
 * @param priority of all rules that hold for a subject, one with the lowest number wins
 * @param territory where its subjects go
 * @param condition which subjects it holds for
 * @param span where its id stood
 */
public record Rule(RuleId id, int priority, TerritoryCode territory, Condition condition, Span span)
    implements Serializable {

  /** Priority of a rule that names none. */
  public static final int DEFAULT_PRIORITY = 100;

  /** A copy that asks something else. */
  public Rule withCondition(Condition other) {
    return new Rule(id, priority, territory, other, span);
  }
}
