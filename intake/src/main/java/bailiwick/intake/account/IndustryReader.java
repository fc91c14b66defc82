package bailiwick.intake.account;

import bailiwick.atlas.industry.Industries;
import bailiwick.atlas.industry.Industry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what files say about industries into NAICS codes: codes themselves, titles as published,
 * and the everyday words of customer lists. Not thread-safe; remembers what it has read.
 */
final class IndustryReader {

  private static final int MOST_REMEMBERED = 10_000;

  /** Words that customer lists use, each for the NAICS sector or industry that it means. */
  private static final Map<String, String> EVERYDAY =
      Map.ofEntries(
          Map.entry("agriculture", "11"),
          Map.entry("mining", "21"),
          Map.entry("energy", "22"),
          Map.entry("construction", "23"),
          Map.entry("manufacturing", "31"),
          Map.entry("wholesale", "42"),
          Map.entry("retail", "44"),
          Map.entry("transportation", "48"),
          Map.entry("logistics", "48"),
          Map.entry("media", "51"),
          Map.entry("software", "5112"),
          Map.entry("telecommunications", "517"),
          Map.entry("finance", "52"),
          Map.entry("banking", "522"),
          Map.entry("insurance", "524"),
          Map.entry("real estate", "53"),
          Map.entry("technology", "5415"),
          Map.entry("information technology", "5415"),
          Map.entry("legal", "5411"),
          Map.entry("marketing", "5418"),
          Map.entry("consulting", "5416"),
          Map.entry("employment", "5613"),
          Map.entry("services", "54"),
          Map.entry("education", "61"),
          Map.entry("medical", "62"),
          Map.entry("healthcare", "62"),
          Map.entry("health care", "62"),
          Map.entry("hospital", "622"),
          Map.entry("entertainment", "71"),
          Map.entry("hospitality", "72"),
          Map.entry("government", "92"));

  private final Industries industries;
  private final Map<String, String> codeOfTitle = new HashMap<>();
  private final Map<String, Optional<String>> remembered = new HashMap<>();

  IndustryReader(Industries industries) {
    this.industries = industries;
  }

  /** The NAICS code that a text means; none when it means no known industry. */
  Optional<String> find(String text) {
    if (remembered.size() > MOST_REMEMBERED) {
      remembered.clear();
    }
    return remembered.computeIfAbsent(text.toLowerCase(Locale.ROOT), this::read);
  }

  private Optional<String> read(String text) {
    if (text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-')) {
      return industries.find(text).map(industry -> plainCode(industry.code(), text));
    }
    if (codeOfTitle.isEmpty()) {
      for (Industry industry : industries.all()) {
        codeOfTitle.putIfAbsent(
            industry.title().toLowerCase(Locale.ROOT), plainCode(industry.code(), "31"));
      }
    }
    String everyday = EVERYDAY.get(text);
    return everyday != null ? Optional.of(everyday) : Optional.ofNullable(codeOfTitle.get(text));
  }

  /** A code of digits only: of a range of sectors the given one, or its first. */
  private static String plainCode(String code, String given) {
    if (code.indexOf('-') < 0) {
      return code;
    }
    return given.length() >= 2 && given.indexOf('-') < 0 && !code.startsWith(given.substring(0, 2))
        ? given.substring(0, 2)
        : code.substring(0, 2);
  }
}
