package bailiwick.intake.potential;

/**
 * How an account of a segment is served in a year. Travel is not in it: the design estimates that.
 *
 * @param visits a year, 0 or more
 * @param hoursPerVisit 0 or more
 * @param calls a year, 0 or more
 * @param hoursPerCall 0 or more
 * @param complexity by how much more an account takes than a plain one: 1 is plain, above 0
 */
public record Service(
    double visits, double hoursPerVisit, double calls, double hoursPerCall, double complexity) {

  /** Hours a year of visits, in hundredths. */
  long visitCentihours() {
    return Math.round(100 * complexity * visits * hoursPerVisit);
  }

  /** Hours a year of calls, in hundredths. */
  long callCentihours() {
    return Math.round(100 * complexity * calls * hoursPerCall);
  }
}
