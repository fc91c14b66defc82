package bailiwick.server.problem;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.ledger.LedgerProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Days and instants that a request asks about before its answer begins. */
public final class Days {

  private Days() {}

  /**
   * The day asked for.
   *
   * @throws ProblemException when it lies outside of what the ledger takes
   */
  public static @Nullable LocalDate near(String parameter, @Nullable LocalDate day) {
    if (day != null && LedgerProblem.isFar(day)) {
      throw far(parameter, day.toString());
    }
    return day;
  }

  /**
   * The instant asked for.
   *
   * @throws ProblemException when its day lies outside of what the ledger takes
   */
  public static @Nullable Instant near(String parameter, @Nullable Instant instant) {
    if (instant != null && LedgerProblem.isFar(instant.atOffset(ZoneOffset.UTC).toLocalDate())) {
      throw far(parameter, instant.toString());
    }
    return instant;
  }

  private static ProblemException far(String parameter, String given) {
    return ProblemException.of(
        new ServerProblem.Parameter(
            parameter,
            "(%s) must lie between %s and %s"
                .formatted(given, LedgerProblem.FIRST_DAY, LedgerProblem.LAST_DAY)));
  }
}
