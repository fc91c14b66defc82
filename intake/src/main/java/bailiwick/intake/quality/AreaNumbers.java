package bailiwick.intake.quality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The countries, regions and counties that accounts lie in, numbered; 0 is the world. Not
 * thread-safe while it grows.
 */
final class AreaNumbers {

  /** The world. */
  static final int WORLD = 0;

  /** Parts of a path that are told apart: country, region, county. */
  private static final int DEPTH = 3;

  private final Map<String, Integer> numbers = new HashMap<>(Map.of("", WORLD));
  private int[] parents = {WORLD}; // [area] -> the area around it; the world's is itself

  /** Number of the smallest such area on a path, the world for an empty one. */
  int of(String path) {
    String area = path;
    for (int end = -1, part = 0; part < DEPTH; part++) {
      end = path.indexOf('/', end + 1);
      if (end < 0) {
        break;
      }
      if (part == DEPTH - 1) {
        area = path.substring(0, end);
      }
    }
    return numbered(area);
  }

  private int numbered(String area) {
    Integer known = numbers.get(area);
    if (known != null) {
      return known;
    }
    int slash = area.lastIndexOf('/');
    int parent = slash < 0 ? WORLD : numbered(area.substring(0, slash));
    int number = numbers.size();
    numbers.put(area, number);
    parents = number < parents.length ? parents : Arrays.copyOf(parents, 2 * parents.length);
    parents[number] = parent;
    return number;
  }

  /** The area around one; the world's is itself. */
  int parent(int area) {
    return parents[area];
  }

  int count() {
    return numbers.size();
  }
}
