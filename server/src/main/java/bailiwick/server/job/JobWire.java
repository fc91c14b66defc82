package bailiwick.server.job;

import bailiwick.server.problem.ProblemItem;
import bailiwick.server.wire.ImportWire.ImportReport;
import bailiwick.server.wire.TradeOffWire.TradeOffCurve;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of jobs. */
public final class JobWire {

  private JobWire() {}

  /** What a job does. */
  public enum JobKind {
    /** Designs territories. */
    DESIGN,
    /** Makes a design again to compare it. */
    REPLAY,
    /** Works out a trade-off curve. */
    TRADE_OFF,
    /** Loads a file. */
    IMPORT,
    /** Pulls from a CRM, or pushes to it. */
    CRM,
    /** Looks for accounts that may be one. */
    DUPLICATES,
    /** Puts a model of potential in force, or switches it off. */
    POTENTIAL
  }

  /** Where a job stands. */
  public enum JobState {
    /** Waits its turn. */
    QUEUED,
    /** At work. */
    RUNNING,
    /** Done. */
    SUCCEEDED,
    /** Stopped by a person; a design keeps the best so far as its scenario. */
    CANCELLED,
    /** Proved impossible; the problems say why. */
    INFEASIBLE,
    /** Not done; the problems say why. */
    FAILED
  }

  /** A job. */
  @Schema(description = "Long work: how far it is and what came of it.")
  public record Job(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b20")
          String id,
      @Schema(description = "What it does.", example = "DESIGN") JobKind kind,
      @Schema(description = "Where it stands.", example = "RUNNING") JobState state,
      @Schema(description = "Share done, 0 to 1.", example = "0.42") double fraction,
      @Schema(
              description = "What it is doing, one sentence.",
              example = "Improving 40 territories.")
          String message,
      @Schema(description = "Value of the objective so far, lower is better.", example = "81234.5")
          @Nullable Double objective,
      @Schema(
              description = "No plan can have a lower objective; null while none is known.",
              example = "79800")
          @Nullable Double bound,
      @Schema(
              description =
                  "By how much the best possible may be better at most, a ratio of the objective; 0"
                      + " is proved best.",
              example = "0.0177")
          @Nullable Double gap,
      @Schema(
              description = "Largest deviation of any balanced measure so far, a ratio.",
              example = "0.12")
          @Nullable Double worstImbalance,
      @Schema(description = "How far each balanced measure is from even so far.")
          List<Imbalance> imbalance,
      @Schema(description = "Plan it works on.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b21")
          @Nullable String planId,
      @Schema(
              description = "Scenario it started from.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b22")
          @Nullable String scenarioId,
      @Schema(description = "Scenario it made.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b23")
          @Nullable String resultScenarioId,
      @Schema(description = "Report of an import.") @Nullable ImportReport report,
      @Schema(description = "Trade-off curve; null when the job was not to find one, and in lists.")
          @Nullable TradeOffCurve tradeOff,
      @Schema(description = "What stood in the way, or is worth knowing.")
          List<ProblemItem> problems,
      @Schema(description = "When it was asked for.", example = "2026-11-21T09:30:00Z")
          Instant createdAt,
      @Schema(description = "When it ended.", example = "2026-11-21T09:30:20Z")
          @Nullable Instant finishedAt) {

    /** The same as it stands in a list. */
    Job withoutTradeOff() {
      return tradeOff == null
          ? this
          : new Job(
              id,
              kind,
              state,
              fraction,
              message,
              objective,
              bound,
              gap,
              worstImbalance,
              imbalance,
              planId,
              scenarioId,
              resultScenarioId,
              report,
              null,
              problems,
              createdAt,
              finishedAt);
    }

    /** Whether nothing more will happen. */
    public boolean ended() {
      return state != JobState.QUEUED && state != JobState.RUNNING;
    }
  }

  /** One measure's imbalance. */
  @Schema(description = "Largest deviation of a measure from its target.")
  public record Imbalance(
      @Schema(description = "Measure.", example = "potential") String measure,
      @Schema(description = "Largest relative deviation, a ratio.", example = "0.082")
          double largestDeviation) {}

  /** Jobs, newest first. */
  @Schema(description = "Jobs, newest first, at most 50.")
  public record JobList(@Schema(description = "The jobs.") List<Job> items) {}
}
