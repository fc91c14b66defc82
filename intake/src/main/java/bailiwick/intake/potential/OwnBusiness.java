package bailiwick.intake.potential;

/**
 * What a company has of its own in an area. Immutable.
 *
 * @param customers accounts that are customers
 * @param prospects accounts that are none yet
 * @param employees people who work at the customers, as far as known
 * @param salesCents money of the last twelve months with the customers, hundredths; credit notes
 *     may make it negative
 */
public record OwnBusiness(long customers, long prospects, long employees, long salesCents) {

  /** Nothing. */
  public static final OwnBusiness NONE = new OwnBusiness(0, 0, 0, 0);

  public OwnBusiness {
    if (customers < 0 || prospects < 0 || employees < 0) {
      throw new IllegalArgumentException(
          "The customers (%s), prospects (%s) and employees (%s) must be 0 or more."
              .formatted(customers, prospects, employees));
    }
  }

  /** Both together. */
  public OwnBusiness plus(OwnBusiness other) {
    return new OwnBusiness(
        customers + other.customers,
        prospects + other.prospects,
        employees + other.employees,
        salesCents + other.salesCents);
  }
}
