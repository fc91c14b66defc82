package bailiwick.core.optimize.explain;

/**
 * By how much one goal of the design would change.
 *
 * @param goal name of its objective
 * @param change of its part of the plan's objective, weight included; above 0 is worse
 */
public record Term(String goal, double change) {}
