package bailiwick.cli.rule;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The day whose rules decide. */
final class DecisionDay {

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "Decide by the rules that count on this day (default: today).")
  private @Nullable LocalDate on;

  /** Whether one was named. */
  boolean isGiven() {
    return on != null;
  }

  LocalDate day() {
    LocalDate given = on;
    return given == null ? LocalDate.now(ZoneId.systemDefault()) : given;
  }
}
