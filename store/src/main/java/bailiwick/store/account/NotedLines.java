package bailiwick.store.account;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Texts by name as one text, such as fields and what was written in them. */
final class NotedLines {

  private NotedLines() {}

  /** A line for each entry, in order; line breaks in a value become blanks. */
  static String print(Map<String, String> entries) {
    return entries.entrySet().stream()
        .sorted(Map.Entry.comparingByKey()) // or the same entries would differ from load to load
        .map(entry -> entry.getKey() + "=" + entry.getValue().replaceAll("\\R", " "))
        .collect(Collectors.joining("\n"));
  }

  /** What was printed. */
  static Map<String, String> read(String lines) {
    if (lines.isEmpty()) {
      return Map.of();
    }
    Map<String, String> entries = new HashMap<>();
    lines
        .lines()
        .forEach(line -> {
          int at = line.indexOf('=');
          entries.put(line.substring(0, at), line.substring(at + 1));
        });
    return entries;
  }
}
