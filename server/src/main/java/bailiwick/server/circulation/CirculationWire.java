package bailiwick.server.circulation;

import bailiwick.server.problem.ProblemItem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of workbooks that come back. */
public final class CirculationWire {

  private CirculationWire() {}

  /** What a workbook asks for. */
  @Schema(description = "What a workbook that came back asks for.")
  public record ReturnedSheet(
      @Schema(
              description = "The scenario that was made of it; null when it was only looked at.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b23")
          @Nullable String scenarioId,
      @Schema(description = "Accounts that move.", example = "14") int moved,
      @Schema(description = "Rows that ask for nothing.", example = "11986") int unchanged,
      @Schema(description = "The moves with the largest potential, at most 100.")
          List<SheetMove> moves,
      @Schema(description = "What is left undone, each by name, at most 500.")
          List<ProblemItem> problems,
      @Schema(description = "How many things are left undone.", example = "3") int problemCount) {}

  /** A move. */
  @Schema(description = "An account that the workbook gives another territory.")
  public record SheetMove(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String accountId,
      @Schema(description = "Id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "Name.", example = "Lakeview Clinic") String name,
      @Schema(description = "Territory before; null for none.", example = "T07")
          @Nullable String from,
      @Schema(description = "Territory after.", example = "T11") String to,
      @Schema(description = "Money a year that could be sold.", example = "48000")
          double potential) {}
}
