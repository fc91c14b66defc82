package bailiwick.intake.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what was planted, in bounded memory: of each kind the first ten thousand are named, all
 * are counted. Not thread-safe.
 */
final class Truth {

  private static final int MOST_NAMED = 10_000;

  private final Map<String, Planted> planted = new LinkedHashMap<>();

  /** Says that something was planted. */
  void add(String kind, String meaning, Map<String, Object> what) {
    planted.computeIfAbsent(kind, key -> new Planted(meaning)).add(what);
  }

  /** All of it, ready to be written as JSON. */
  List<Map<String, Object>> toJson() {
    List<Map<String, Object>> faults = new ArrayList<>();
    planted.forEach((kind, each) -> {
      Map<String, Object> fault = new LinkedHashMap<>();
      fault.put("kind", kind);
      fault.put("meaning", each.meaning);
      fault.put("count", each.count);
      fault.put("named", each.named);
      faults.add(fault);
    });
    return faults;
  }

  private static final class Planted {
    private final String meaning;
    private final List<Map<String, Object>> named = new ArrayList<>();
    private long count;

    Planted(String meaning) {
      this.meaning = meaning;
    }

    void add(Map<String, Object> what) {
      count++;
      if (named.size() < MOST_NAMED) {
        named.add(what);
      }
    }
  }
}
