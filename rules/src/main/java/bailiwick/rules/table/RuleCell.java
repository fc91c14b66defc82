package bailiwick.rules.table;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.syntax.RulePrinter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of a table of our own rules, turned into the words of the rule language.
 *
 * <p>Between semicolons stand questions that must all hold, each perhaps with a {@code not} before
 * it; between commas what any of may hold: values, {@code 54*} for codes that start so, {@code
 * 50..249}, {@code >= 1000}, {@code list NAME}, {@code unknown}, {@code never}.
 */
final class RuleCell {

  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>|=)\\s*([-0-9._]+)");
  private static final Pattern NOT = Pattern.compile("not\\s+(.*)", Pattern.DOTALL);
  private static final Pattern LIST = Pattern.compile("list\\s+(.+)", Pattern.DOTALL);

  private RuleCell() {}

  /** Whether a cell asks nothing. */
  static boolean isAny(String cell) {
    return cell.isEmpty() || cell.equals("-");
  }

  /** What a cell asks, as a condition of the rule language on one line. */
  static String condition(Dimension dimension, String cell) {
    List<String> parts = new ArrayList<>();
    for (String part : split(cell, ';')) {
      Matcher not = NOT.matcher(part);
      boolean isNot = not.matches();
      String asked = any(dimension, isNot ? not.group(1) : part);
      parts.add(isNot ? "not " + asked : asked);
    }
    return String.join(" and ", parts);
  }

  private static String any(Dimension dimension, String part) {
    List<String> values = new ArrayList<>();
    List<String> prefixes = new ArrayList<>();
    List<String> questions = new ArrayList<>();
    boolean unknown = false;
    for (String item : split(part, ',')) {
      Matcher list = LIST.matcher(item);
      if (item.equals("unknown")) {
        unknown = true;
      } else if (item.equals("never")) {
        questions.add("never");
      } else if (list.matches()) {
        questions.add("%s in list %s".formatted(dimension.name(), word(list.group(1))));
      } else if (dimension.type() instanceof DimensionType.Code && item.endsWith("*")) {
        prefixes.add(word(item.substring(0, item.length() - 1).strip()));
      } else {
        values.add(value(dimension, item));
      }
    }
    if (!prefixes.isEmpty()) {
      questions.addFirst(dimension.name() + " starts " + String.join(", ", prefixes));
    }
    if (!values.isEmpty()) {
      questions.addFirst(dimension.name() + asked(dimension) + String.join(", ", values));
    }
    if (unknown && (questions.isEmpty() || questions.getFirst().equals("never"))) {
      questions.addFirst(dimension.name() + asked(dimension) + "unknown");
    } else if (unknown) {
      questions.set(0, questions.getFirst() + ", unknown");
    }
    return questions.size() == 1
        ? questions.getFirst()
        : "(" + String.join(" or ", questions) + ")";
  }

  private static String asked(Dimension dimension) {
    return switch (dimension.type()) {
      case DimensionType.Area area -> " within ";
      case DimensionType.Amount amount -> " in ";
      default -> " is ";
    };
  }

  private static String value(Dimension dimension, String item) {
    return dimension.type() instanceof DimensionType.Amount amount
        ? interval(item, amount.scale()).orElse(item)
        : word(item);
  }

  private static Optional<String> interval(String item, int scale) {
    Matcher compared = COMPARED.matcher(item);
    if (!compared.matches()) {
      return Optional.empty();
    }
    String written = compared.group(2);
    if (!written.replace("_", "").matches("-?[0-9]{1,20}(\\.[0-9]{1,20})?")) {
      return Optional.of(written); // the reader of the language says what is wrong with it
    }
    BigDecimal bound = new BigDecimal(written.replace("_", ""));
    BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
    return Optional.of(
        switch (compared.group(1)) {
          case "<=" -> ".." + bound.toPlainString();
          case ">=" -> bound.toPlainString() + "..";
          case "<" -> ".." + bound.subtract(step).toPlainString();
          case ">" -> bound.add(step).toPlainString() + "..";
          default -> bound.toPlainString();
        });
  }

  /** A name or value of a cell as the language has it; blanks inside need no quotes in a cell. */
  static String word(String item) {
    return item.startsWith("\"") ? item : RulePrinter.quoteIfNeeded(item);
  }

  /** The value of a cell that has just one; a label in quotes may follow it. */
  static String labelled(String item) {
    int end = item.startsWith("\"") ? afterQuotes(item, 0) : item.indexOf(" \"");
    if (end < 0 || end >= item.length()) {
      return word(item);
    }
    return word(item.substring(0, end).strip()) + " " + item.substring(end).strip();
  }

  /** The pieces between separators outside quotes, without blanks around them. */
  static List<String> split(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '"') {
        at = afterQuotes(text, at);
      } else {
        if (text.charAt(at) == separator) {
          pieces.add(text.substring(start, at).strip());
          start = at + 1;
        }
        at++;
      }
    }
    pieces.add(text.substring(start).strip());
    return pieces;
  }

  private static int afterQuotes(String text, int from) {
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + 1);
  }
}
