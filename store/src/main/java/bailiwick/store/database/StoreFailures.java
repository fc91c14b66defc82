package bailiwick.store.database;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells failures of the database that an operator can put right from those that are our fault. */
public final class StoreFailures {

  private StoreFailures() {}

  /** The problem behind an exception of the store, empty when there is none to be put right. */
  public static Optional<StoreProblem> find(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        Optional<StoreProblem> known = ofState(sql.getSQLState());
        if (known.isPresent()) {
          return known;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * By PostgreSQL's table of states: 22008 is a day out of range, class 08 the connection, 57P the
   * server going down, 40001 and 40P01 a transaction that was taken back for another's sake, 55P03
   * a lock that was waited for too long, 23P01 a fact that excludes one that somebody else has just
   * written.
   */
  private static Optional<StoreProblem> ofState(@Nullable String state) {
    if (state == null) {
      return Optional.empty();
    }
    if (state.equals("53100")) {
      return Optional.of(new StoreProblem.NoRoom());
    }
    if (state.equals("22008")) {
      return Optional.of(new StoreProblem.DayOutOfRange());
    }
    if (state.equals("23P01")) {
      return Optional.of(new StoreProblem.Excluded());
    }
    if (state.equals("40001") || state.equals("40P01") || state.equals("55P03")) {
      return Optional.of(new StoreProblem.Busy());
    }
    return state.startsWith("08") || state.startsWith("57P")
        ? Optional.of(new StoreProblem.ConnectionLost())
        : Optional.empty();
  }
}
