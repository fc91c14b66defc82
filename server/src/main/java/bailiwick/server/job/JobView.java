package bailiwick.server.job;

import bailiwick.server.job.JobWire.Imbalance;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWire.JobState;
import bailiwick.server.problem.ProblemItem;
import bailiwick.server.wire.ImportWire.ImportReport;
import bailiwick.server.wire.TradeOffWire.TradeOffCurve;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells a job of the store as JSON. */
final class JobView {

  private final JsonMapper json;

  JobView(JsonMapper json) {
    this.json = json;
  }

  /**
   * What came of a job, as kept in the store.
   *
   * @param notes what is worth knowing though the work was done
   */
  record Result(
      @Nullable String resultScenarioId,
      @Nullable Double objective,
      @Nullable Double bound,
      List<Imbalance> imbalance,
      @Nullable ImportReport report,
      @Nullable TradeOffCurve tradeOff,
      List<ProblemItem> notes) {

    static Result of(JobWork.Outcome.Done done) {
      return new Result(
          done.resultScenarioId(),
          done.best().objective(),
          done.best().bound(),
          done.best().imbalance(),
          done.report(),
          done.curve() == null ? null : done.curve().curve(),
          done.notes().stream().map(ProblemItem::of).toList());
    }

    BestSoFar best() {
      return new BestSoFar(objective, bound, imbalance);
    }
  }

  /**
   * Why a job failed, as kept in the store.
   *
   * @param infeasible whether what was asked was proved impossible
   */
  record Failure(boolean infeasible, List<ProblemItem> problems, @Nullable ImportReport report) {}

  Job of(bailiwick.store.job.Job job) {
    JsonNode request = json.readTree(job.request());
    @Nullable Result result =
        job.result() == null ? null : json.readValue(job.result(), Result.class);
    @Nullable Failure failure =
        job.problems() == null ? null : json.readValue(job.problems(), Failure.class);
    BestSoFar best = result == null ? BestSoFar.NOTHING : result.best();
    return new Job(
        job.id().toString(),
        JobKind.valueOf(job.kind().toUpperCase(Locale.ROOT)),
        state(job, failure),
        job.progress(),
        job.message(),
        best.objective(),
        best.bound(),
        best.gap(),
        best.worstImbalance(),
        best.imbalance(),
        text(request, "planId"),
        text(request, "scenarioId"),
        result == null ? null : result.resultScenarioId(),
        result != null ? result.report() : failure != null ? failure.report() : null,
        result == null ? null : result.tradeOff(),
        result != null ? result.notes() : failure != null ? failure.problems() : List.of(),
        job.createdAt(),
        job.finishedAt());
  }

  private static JobState state(bailiwick.store.job.Job job, @Nullable Failure failure) {
    return switch (job.state()) {
      case QUEUED, INTERRUPTED -> JobState.QUEUED;
      case RUNNING -> JobState.RUNNING;
      case DONE -> JobState.SUCCEEDED;
      case CANCELLED -> JobState.CANCELLED;
      case FAILED ->
          failure != null && failure.infeasible() ? JobState.INFEASIBLE : JobState.FAILED;
    };
  }

  private static @Nullable String text(JsonNode request, String field) {
    JsonNode value = request.path(field);
    return value.isString() ? value.asString() : null;
  }
}
