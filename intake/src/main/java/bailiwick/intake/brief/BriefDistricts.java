package bailiwick.intake.brief;

/**
 * A wish for districts of the territories.
 *
 * @param count how many
 * @param tolerance largest relative deviation of a district from its target
 * @param first whether districts are drawn before the territories inside them
 */
public record BriefDistricts(int count, double tolerance, boolean first) {}
