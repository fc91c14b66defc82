package bailiwick.intake.duplicate;

import bailiwick.core.company.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * House and street in the form in which they compare. Immutable.
 *
 * @param house the first word with a digit, {@code 12a}; empty when there is none
 * @param street the other words, short forms written out, floors and suites left out; empty when
 *     there are none
 */
record StreetLine(String house, String street) {

  static final StreetLine UNKNOWN = new StreetLine("", "");

  private static final Map<String, String> WRITTEN_OUT =
      Map.ofEntries(
          Map.entry("st", "street"),
          Map.entry("str", "strasse"),
          Map.entry("ave", "avenue"),
          Map.entry("av", "avenue"),
          Map.entry("rd", "road"),
          Map.entry("blvd", "boulevard"),
          Map.entry("bd", "boulevard"),
          Map.entry("dr", "drive"),
          Map.entry("ln", "lane"),
          Map.entry("ct", "court"),
          Map.entry("pl", "place"),
          Map.entry("sq", "square"),
          Map.entry("hwy", "highway"),
          Map.entry("pkwy", "parkway"),
          Map.entry("ter", "terrace"),
          Map.entry("cir", "circle"),
          Map.entry("n", "north"),
          Map.entry("s", "south"),
          Map.entry("e", "east"),
          Map.entry("w", "west"));

  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** From such a word on, a line says where in the house. */
  private static final Set<String> INSIDE =
      Set.of("suite", "ste", "floor", "fl", "unit", "apt", "room", "rm", "bldg", "etage", "og");

  static StreetLine of(String text) {
    if (text.isBlank()) {
      return UNKNOWN;
    }
    String house = "";
    List<String> street = new ArrayList<>();
    for (String word : GAPS.split(PlainText.of(text), -1)) {
      if (INSIDE.contains(word) && !street.isEmpty()) {
        break;
      }
      if (house.isEmpty() && hasDigit(word)) {
        house = word;
      } else if (!word.isEmpty()) {
        street.add(writtenOut(word));
      }
    }
    return new StreetLine(house, String.join(" ", street));
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  private static String writtenOut(String word) {
    return word.endsWith("str") && word.length() > 4
        ? word + "asse"
        : WRITTEN_OUT.getOrDefault(word, word);
  }
}
