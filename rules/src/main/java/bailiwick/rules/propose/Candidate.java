package bailiwick.rules.propose;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.syntax.Condition;
import java.util.function.Predicate;

/**
 * A question about one dimension that a proposed rule may ask. It holds for no subject whose value
 * is unknown.
 *
 * @param condition as rules write it
 * @param holds the same of a value
 */
record Candidate(Condition.Atom condition, Predicate<AttributeValue> holds) {

  String dimension() {
    return condition.dimension();
  }
}
