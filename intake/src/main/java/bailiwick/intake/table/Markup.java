package bailiwick.intake.table;

import java.util.Optional;
import java.util.regex.Pattern;

/** Text that is no table: what a browser or a program saves under a table's name. Stateless. */
final class Markup {

  private static final Pattern PAGE =
      Pattern.compile("\\s*<(!doctype|html|\\?xml|!--)", Pattern.CASE_INSENSITIVE);
  private static final Pattern JSON = Pattern.compile("\\s*(\\{\\s*[\"}]|\\[\\s*[\"{\\[\\]])");

  private Markup() {}

  /** What a text is by its beginning, such as {@code a JSON document}; empty for a table. */
  static Optional<String> kindOf(String sample) {
    if (PAGE.matcher(sample).lookingAt()) {
      return Optional.of("a web page or an XML document");
    }
    return JSON.matcher(sample).lookingAt() ? Optional.of("a JSON document") : Optional.empty();
  }
}
