package bailiwick.core.unit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the basic units of a plan are. */
public enum UnitKind {
  /** Postal areas, such as US ZIP areas or UK postcode districts. */
  POSTCODE,
  /** Counties, or their like in other countries. */
  COUNTY,
  /** Accounts, each a unit of its own. */
  ACCOUNT;

  /** The word for it in files, commands and the API, such as {@code postcode}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a word, whatever its case; empty when there is none. */
  public static Optional<UnitKind> findByWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.name().equalsIgnoreCase(word)).findFirst();
  }
}
