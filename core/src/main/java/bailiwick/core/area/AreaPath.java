package bailiwick.core.area;

import java.util.Optional;

/**
 * Reading of the paths that name areas from the country down, such as {@code US/IL/17031/60614}.
 * The empty path means an unknown area.
 */
public final class AreaPath {

  /** What stands between the keys of a path. */
  public static final char SEPARATOR = '/';

  private AreaPath() {}

  /**
   * Whether one path names the same area as the other, or an area inside it. Compares whole keys:
   * {@code US/IL2} is not within {@code US/IL}. An unknown area is within nothing.
   */
  public static boolean isWithin(String path, String ancestor) {
    return !ancestor.isEmpty()
        && path.startsWith(ancestor)
        && (path.length() == ancestor.length() || path.charAt(ancestor.length()) == SEPARATOR);
  }

  /** The path one level up, empty for a country and for the empty path. */
  public static Optional<String> findParent(String path) {
    int cut = path.lastIndexOf(SEPARATOR);
    return cut < 0 ? Optional.empty() : Optional.of(path.substring(0, cut));
  }

  /** Whether it names an area: it has a key, and none of its keys is blank. */
  public static boolean isComplete(String path) {
    for (String key : path.split(String.valueOf(SEPARATOR), -1)) {
      if (key.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** The last key of a path: {@code 60614} of {@code US/IL/17031/60614}. */
  public static String key(String path) {
    return path.substring(path.lastIndexOf(SEPARATOR) + 1);
  }
}
