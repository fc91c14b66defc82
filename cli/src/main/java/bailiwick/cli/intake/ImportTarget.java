package bailiwick.cli.intake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say where accepted rows go, and when. */
final class ImportTarget {

  @ArgGroup(multiplicity = "1")
  private Where where = new Where();

  /** Exactly one of these. */
  static final class Where {

    @Option(names = "--check", description = "Only report; write nothing.")
    @SuppressWarnings("UnusedVariable") // that it is given is all it says
    private boolean check;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Write the accepted rows, cleaned and placed, to a CSV file.")
    private @Nullable Path out;
  }

  @Option(
      names = "--good-rows-only",
      description = "Keep the accepted rows even when others are rejected.")
  private boolean goodRowsOnly;

  /** The file to write, null when nothing shall be written. */
  @Nullable Path out() {
    return where.out;
  }

  /** Whether rows are kept although others were rejected. */
  boolean keepsGoodRows() {
    return goodRowsOnly;
  }
}
