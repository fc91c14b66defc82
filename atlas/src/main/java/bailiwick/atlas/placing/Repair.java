package bailiwick.atlas.placing;

/**
 * One change to an address that its other parts asked for. Immutable; made by {@link
 * AddressPlacer}.
 *
 * @param field what was changed
 * @param from as given, empty when it was missing
 * @param to as it is now
 * @param reason why
 */
public record Repair(Field field, String from, String to, Reason reason) {

  /** A part of an address. */
  public enum Field {
    COUNTRY,
    REGION,
    CITY,
    POSTCODE,
    POINT
  }

  /** Why a part was changed. */
  public enum Reason {
    /** It was missing and the postcode says it. */
    IMPLIED_BY_POSTCODE,
    /** It was missing and the region says it. */
    IMPLIED_BY_REGION,
    /** It was missing and the point says it. */
    IMPLIED_BY_POINT,
    /** Zeros in front, as spreadsheets drop them, were put back. */
    LEADING_ZEROS_RESTORED,
    /** It contradicted the postcode, which goes first. */
    CONTRADICTS_POSTCODE,
    /** It contradicted the region and the city, which agree with each other. */
    CONTRADICTS_REGION_AND_CITY,
    /** It contradicted the region; no postcode told which is right. */
    CONTRADICTS_REGION,
    /** The point lies too far from where the address says. */
    FAR_FROM_ADDRESS
  }

  /** The change as one sentence. */
  public String sentence() {
    throw new UnsupportedOperationException();
  }
}
