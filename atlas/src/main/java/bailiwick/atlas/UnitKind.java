package bailiwick.atlas;

import java.util.Locale;
import java.util.Optional;

/** What the basic units of a plan are. */
public enum UnitKind {
  /** Postcode areas: ZIP areas in the United States, postcode districts in the United Kingdom. */
  POSTCODE,
  /** Counties, or a country's areas of that level. */
  COUNTY,
  /** Each account is a unit of its own; the atlas has no {@link AreaLayer} for these. */
  ACCOUNT;

  /** The word for it in files and API: {@code postcode}, {@code county}, {@code account}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that goes by a word, in any case. */
  public static Optional<UnitKind> findByWord(String word) {
    for (UnitKind kind : values()) {
      if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
