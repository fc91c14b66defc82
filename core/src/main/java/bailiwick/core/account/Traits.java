package bailiwick.core.account;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a company says of its accounts by words of its own. Immutable; made by intake, the store and
 * requests.
 *
 * @param product product line that it buys or may buy; empty when unknown
 * @param tags each once, in order
 * @param fields values of the company's own fields by name, as they are written; one that is
 *     missing is unknown
 */
public record Traits(String product, List<String> tags, Map<String, String> fields) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

  /** Nothing said. */
  public static final Traits NONE = new Traits("", List.of(), Map.of());

  public Traits {
    product = product.strip();
    tags = tidy(tags);
    fields = known(fields);
  }

  private static List<String> tidy(Collection<String> tags) {
    return tags.stream()
        .map(tag -> tag.replaceAll("\\R", " ").strip())
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether a field may have a name: a letter, then letters, digits, dots, dashes, underscores. */
  public static boolean isFieldName(String name) {
    return NAME.matcher(name).matches();
  }

  private static Map<String, String> known(Map<String, String> fields) {
    if (fields.isEmpty()) {
      return Map.of();
    }
    for (String name : fields.keySet()) {
      if (!isFieldName(name)) {
        throw new IllegalArgumentException(
            "The field's name (%s) must be a letter, then letters, digits, ., - or _."
                .formatted(name));
      }
    }
    Map<String, String> known = new TreeMap<>();
    fields.forEach((name, value) -> {
      String text = value.replaceAll("\\R", " ").strip();
      if (!text.isEmpty()) {
        known.put(name, text);
      }
    });
    return Collections.unmodifiableMap(known);
  }

  /** Tags that stand in one text, between semicolons or bars. */
  public static List<String> tagsIn(String text) {
    return text.isBlank() ? List.of() : tidy(List.of(text.split("[;|]", -1)));
  }

  /** The same with another product line. */
  public Traits withProduct(String other) {
    return new Traits(other, tags, fields);
  }

  /** The same with other tags. */
  public Traits withTags(List<String> others) {
    return new Traits(product, others, fields);
  }

  /** The same where some fields have other values; an empty one makes a field unknown. */
  public Traits withFields(Map<String, String> others) {
    Map<String, String> all = new TreeMap<>(fields);
    all.putAll(others);
    return new Traits(product, tags, all);
  }
}
