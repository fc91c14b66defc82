package bailiwick.rules.space;

import bailiwick.rules.syntax.Condition;

/**
 * A question that a rule asks about a dimension, with a number that is unique in the rule set.
 *
 * @param rule number of the rule in winning order
 */
public record Question(int number, int rule, Condition.Atom atom) {}
