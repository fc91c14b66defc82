package bailiwick.rules.attribute;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How codes are written, and so which codes lie in which. */
public enum CodeScheme {
  /** As they stand; a code lies in each of its beginnings, as with NAICS and SIC. */
  PREFIX,

  /**
   * NACE Rev. 2: section letter, division of two digits, group, class, and further national digits.
   */
  NACE(
      "A01-03 B05-09 C10-33 D35-35 E36-39 F41-43 G45-47 H49-53 I55-56 J58-63 "
          + "K64-66 L68-68 M69-75 N77-82 O84-84 P85-85 Q86-88 R90-93 S94-96 T97-98 "
          + "U99-99"),

  /** NACE Rev. 2.1, which divides other divisions among its sections. */
  NACE_2_1(
      "A01-03 B05-09 C10-33 D35-35 E36-39 F41-43 G46-47 H49-53 I55-56 J58-60 "
          + "K61-63 L64-66 M68-68 N69-75 O77-82 P84-84 Q85-85 R86-88 S90-93 T94-96 "
          + "U97-98 V99-99");

  private static final Pattern CODE =
      Pattern.compile(
          "(?:([A-Z])(?:\\.?(?=[0-9]))?)?"
              + "(?:([0-9]{2})(?:\\.?([0-9]{1,4}(?:\\.[0-9]{1,4})?))?)?");

  private static final String NEXT = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int DIVISION_LENGTH = "C.10".length();
  private static final char NO_SECTION = '.';

  private final String sections; // [division - 1] -> letter of its section

  CodeScheme() {
    this("");
  }

  CodeScheme(String sections) {
    char[] letters = new char[99];
    Arrays.fill(letters, NO_SECTION);
    if (!sections.isEmpty()) {
      for (String section : List.of(sections.split(" ", -1))) {
        int first = Integer.parseInt(section.substring(1, 3));
        int last = Integer.parseInt(section.substring(4));
        Arrays.fill(letters, first - 1, last, section.charAt(0));
      }
    }
    this.sections = new String(letters);
  }

  /**
   * A code in the one form in which codes that lie in it begin with it: {@code C.10.11} for {@code
   * 10.11}, {@code C10.11} and {@code 1011}; {@code C} for a section.
   *
   * @return empty when the text is no such code: two digits that are no division, or a letter that
   *     is not that of its section
   */
  public Optional<String> read(String text) {
    return this == PREFIX ? Optional.of(text) : readNace(text.toUpperCase(Locale.ROOT));
  }

  /**
   * Codes that lie in a code, in the form in which they are read, with one step between: samples of
   * what is below it.
   *
   * @param code empty for all codes
   */
  public List<String> below(String code) {
    if (this == PREFIX) {
      return NEXT.chars().mapToObj(next -> code + (char) next).toList();
    }
    if (code.length() <= 1) {
      return IntStream.rangeClosed(1, sections.length())
          .mapToObj(division -> readNace((division < 10 ? "0" : "") + division))
          .flatMap(Optional::stream)
          .filter(division -> division.startsWith(code))
          .toList();
    }
    String step = code.length() == DIVISION_LENGTH ? "." : "";
    return IntStream.rangeClosed(0, 9).mapToObj(digit -> code + step + digit).toList();
  }

  private Optional<String> readNace(String text) {
    Matcher code = CODE.matcher(text);
    if (text.isEmpty() || !code.matches()) {
      return Optional.empty();
    }
    if (code.group(2) == null) {
      return Optional.of(text).filter(sections::contains);
    }
    int division = Integer.parseInt(code.group(2));
    if (division == 0 || sections.charAt(division - 1) == NO_SECTION) {
      return Optional.empty();
    }
    String section = sections.substring(division - 1, division);
    if (code.group(1) != null && !code.group(1).equals(section)) {
      return Optional.empty();
    }
    String within = code.group(3) == null ? "" : "." + code.group(3).replace(".", "");
    return Optional.of(section + "." + code.group(2) + within);
  }
}
