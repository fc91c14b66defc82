package bailiwick.store.crm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A push.
 *
 * @param on the day whose owners it writes
 * @param finishedAt null while rows are open
 * @param rows how many rows have each outcome; open ones under {@code OPEN}
 */
public record Push(
    PushId id,
    ConnectionId connection,
    LocalDate on,
    String who,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Map<String, Long> rows) {
  public Push {
    rows = Map.copyOf(rows);
  }
}
