package bailiwick.intake.quality;

import java.util.Locale;

/** A reason to doubt what is known of an account, in the order told of. */
public enum Doubt {
  /** Nothing usable says where it is. */
  PLACE_MISSING("no place"),
  /** Its address contradicted itself or had gaps, and was settled. */
  PLACE_REPAIRED("repaired place"),
  /** It is placed by its city, region or country only. */
  PLACE_COARSE("coarse place"),
  /** Its industry is blank or is none. */
  INDUSTRY_UNKNOWN("unknown industry"),
  /** Neither its employees nor its own revenue is known. */
  SIZE_UNKNOWN("unknown size"),
  /** Another account may be the same company. */
  DUPLICATE("possible duplicate"),
  /** Its owner no longer works for the company. */
  OWNER_LEFT("owner left"),
  /** Its owner is none of the representatives. */
  OWNER_UNKNOWN("owner unknown"),
  /** It names neither an owner nor a territory. */
  OWNER_MISSING("no owner"),
  /** An amount is negative, unreadable, a filler, or far from those of its like. */
  OUT_OF_RANGE("value out of range"),
  /** A blank amount was filled, as by the median of its like. */
  AMOUNT_IMPUTED("imputed amount"),
  /** Its system has not changed the row for long. */
  STALE("stale row"),
  /** Nobody has been in touch with it for long: neglect, not an error of the data. */
  INACTIVE("no activity");

  private final String words;

  Doubt(String words) {
    this.words = words;
  }

  /** For people, such as {@code coarse place}. */
  public String words() {
    return words;
  }

  /** For files and JSON, such as {@code place_coarse}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is a fault of the data, which counts for the limit of a publication. */
  public boolean isFault() {
    return this != INACTIVE;
  }
}
