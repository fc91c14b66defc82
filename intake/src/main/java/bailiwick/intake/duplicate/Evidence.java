package bailiwick.intake.duplicate;

/**
 * What one field says about two accounts being one. Immutable.
 *
 * @param field which
 * @param verdict how the two values compare
 * @param likeness of the two values from 0 to 1
 * @param points weight of the evidence in bits: above 0 speaks for one account, below 0 for two
 * @param text for people, such as {@code same domain acme.com}
 */
public record Evidence(Field field, Verdict verdict, double likeness, double points, String text) {

  /** What can be compared. A field blank on either side is no evidence. */
  public enum Field {
    NAME,
    DOMAIN,
    PHONE,
    STREET,
    POSTCODE,
    CITY,
    COUNTRY
  }

  /** How two values compare. */
  public enum Verdict {
    SAME,
    ALIKE,
    DIFFERENT
  }
}
