package bailiwick.store.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a longer list, in a fixed order.
 *
 * @param items what stands on this page
 * @param nextCursor hand this back to get the next page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  public Page {
    items = List.copyOf(items);
  }
}
