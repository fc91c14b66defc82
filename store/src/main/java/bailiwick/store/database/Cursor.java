package bailiwick.store.database;

import bailiwick.core.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort key and the id of its last row. Reading goes on behind it, which
 * costs the same on the thousandth page as on the first, and no row is shown twice when others are
 * added meanwhile.
 *
 * @param key what the list is sorted by
 * @param id breaks ties
 */
public record Cursor(String key, UUID id) {

  /** Before the first row of a list sorted upwards. */
  public static final Cursor START = new Cursor("", new UUID(0, 0));

  /**
   * Reads a cursor that {@link #print} wrote.
   *
   * @param text null for the start
   * @throws ProblemException with {@code STORE_CURSOR_UNKNOWN}
   */
  public static Cursor read(@Nullable String text) {
    if (text == null) {
      return START;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String decoded = new String(bytes, StandardCharsets.UTF_8);
      int split = decoded.lastIndexOf('\n');
      if (split < 0) {
        throw new IllegalArgumentException("The cursor has one part.");
      }
      return new Cursor(decoded.substring(0, split), UUID.fromString(decoded.substring(split + 1)));
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(new StoreProblem.CursorUnknown(text));
    }
  }

  /** The cursor as a text safe in addresses. */
  public String print() {
    byte[] bytes = (key + '\n' + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Makes a page from rows read with a limit of one more than the page holds.
   *
   * @param rows at most {@code limit + 1}
   * @param cursorOf where a page ends that ends with this row
   */
  public static <T> Page<T> page(List<T> rows, int limit, Function<T, Cursor> cursorOf) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> shown = rows.subList(0, limit);
    return new Page<>(shown, cursorOf.apply(shown.get(limit - 1)).print());
  }

  /**
   * Checks a page's size.
   *
   * @throws IllegalArgumentException when it is not from 1 to 10,000
   */
  public static int requireLimit(int limit) {
    if (limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException(
          "The page size (%s) must lie from 1 to 10000.".formatted(limit));
    }
    return limit;
  }
}
