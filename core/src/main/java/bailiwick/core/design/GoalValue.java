package bailiwick.core.design;

/**
 * What a plan is worth in one goal.
 *
 * @param name of the goal's objective
 * @param value of that objective, in its own unit; smaller is better
 * @param weight by which the value counts
 */
public record GoalValue(String name, double value, double weight) {}
