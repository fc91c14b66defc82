package bailiwick.core.design;

/**
 * What a plan is worth in one goal.
 *
 * @param name of the goal's objective
 * @param value of that objective, in its own unit; smaller is better
 * @param weight by which the value counts among the goals of its level
 * @param level 0 for the goals that come first, and so on
 */
public record GoalValue(String name, double value, double weight, int level) {}
