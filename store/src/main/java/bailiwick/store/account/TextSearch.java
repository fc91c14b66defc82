package bailiwick.store.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text that a user types to find accounts, as SQL conditions of which one must hold. Each is
 * served by an index of its own.
 */
record TextSearch(List<String> conditions, Map<String, Object> parameters) {

  static TextSearch of(String text) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    String words =
        Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> "'" + word + "':*")
            .collect(Collectors.joining(" & "));
    if (!words.isEmpty()) {
      conditions.add("to_tsvector('simple', name) @@ to_tsquery('simple', :words)");
      parameters.put("words", words);
    }
    conditions.add("postcode LIKE :postcode");
    parameters.put("postcode", beginning(text.toUpperCase(Locale.ROOT)));
    conditions.add("lower(external_id) LIKE :externalId");
    parameters.put("externalId", beginning(text.toLowerCase(Locale.ROOT)));
    return new TextSearch(conditions, parameters);
  }

  private static String beginning(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /**
   * Up to a number of the accounts found, through the indexes, in any order; a merged one finds its
   * survivor.
   */
  String idsSql(int limit) {
    return conditions.stream()
            .map(condition ->
                "SELECT coalesce(merged_into, id) AS id FROM account WHERE " + condition)
            .collect(Collectors.joining(" UNION ALL "))
        + " LIMIT "
        + limit;
  }
}
