package bailiwick.atlas.placing;

import java.util.Locale;

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
    /** It was missing or unknown and the postcode says it. */
    IMPLIED_BY_POSTCODE("the postcode says so"),
    /** It was missing or unknown and the region says it. */
    IMPLIED_BY_REGION("the region says so"),
    /** It was missing or unknown and the city says it. */
    IMPLIED_BY_CITY("the city says so"),
    /** It was missing or unknown and the point says it. */
    IMPLIED_BY_POINT("the point says so"),
    /** Zeros in front, as spreadsheets drop them, were put back. */
    LEADING_ZEROS_RESTORED("the zeros in front had been lost"),
    /** The territory's post is that of another country, where it counts as a state. */
    POST_OF_ANOTHER_COUNTRY("its post is that country's"),
    /** It contradicted the postcode, which goes first. */
    CONTRADICTS_POSTCODE("the postcode says otherwise"),
    /** It contradicted the region and the city, which agree with each other. */
    CONTRADICTS_REGION_AND_CITY("the region and the city agree on another place"),
    /** The point lies too far from where the postcode says. */
    FAR_FROM_ADDRESS("the point lies far from the postcode");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  /**
   * The change as one sentence, such as "The region (OH) became IL: the postcode says otherwise."
   */
  public String sentence() {
    String part = field.name().toLowerCase(Locale.ROOT);
    if (to.isEmpty()) {
      return "The %s (%s) was left out: %s.".formatted(part, from, reason.words);
    }
    return from.isEmpty()
        ? "The %s was filled with %s: %s.".formatted(part, to, reason.words)
        : "The %s (%s) became %s: %s.".formatted(part, from, to, reason.words);
  }
}
