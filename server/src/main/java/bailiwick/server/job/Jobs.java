package bailiwick.server.job;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.server.job.JobView.Failure;
import bailiwick.server.job.JobView.Result;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWire.JobState;
import bailiwick.server.metrics.Metrics;
import bailiwick.server.problem.ProblemItem;
import bailiwick.server.problem.ServerProblem;
import bailiwick.store.Store;
import bailiwick.store.database.StoreFailures;
import bailiwick.store.database.StoreProblem;
import bailiwick.store.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs long work one job of a kind at a time, keeps each in the store, and tells those who follow
 * it. What a stop of the server cut short is begun again at the next start. Thread-safe.
 */
public class Jobs implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int LISTED = 50;
  private static final long PATIENCE_SECONDS = 5;

  /** Progress is told to followers at once, and written to the store this often at most. */
  private static final Duration KEPT_EVERY = Duration.ofSeconds(1);

  private final Store store;
  private final Clock clock;
  private final JsonMapper json;
  private final JobView view;
  private final Metrics metrics;
  private final Map<JobKind, JobWork> works = new EnumMap<>(JobKind.class);
  private final Map<JobKind, ExecutorService> workers = new EnumMap<>(JobKind.class);
  private final Map<JobId, LiveJob> live = new ConcurrentHashMap<>();
  private volatile boolean running;

  /** Jobs kept in a store. */
  public Jobs(Store store, Clock clock, JsonMapper json, Metrics metrics) {
    this.store = store;
    this.clock = clock;
    this.json = json;
    this.metrics = metrics;
    this.view = new JobView(json);
    for (JobKind kind : JobKind.values()) {
      workers.put(
          kind,
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform()
                  .daemon()
                  .name("job-" + kind.name().toLowerCase(Locale.ROOT))
                  .factory()));
    }
  }

  /** Names who does the work of a kind. */
  public void handle(JobKind kind, JobWork work) {
    works.put(kind, work);
  }

  /** Begins again what the last stop of the server cut short. */
  public void resume() {
    for (bailiwick.store.job.Job job : store.jobs().interruptUnfinished()) {
      LOG.info("Job {} ({}) was cut short and begins again.", job.id(), job.kind());
      enqueue(job);
    }
  }

  /**
   * Asks for work.
   *
   * @param subject id of what it works on, empty when none
   * @param request what is asked, as JSON with {@code planId} and {@code scenarioId} if any
   */
  public Job submit(JobKind kind, String subject, String request, long seed, String who) {
    bailiwick.store.job.Job job =
        store.jobs().create(kind.name().toLowerCase(Locale.ROOT), subject, request, seed, who);
    return enqueue(job).seen().job();
  }

  /** Whether work of a kind on a subject waits or goes on. */
  public boolean isUnderWay(JobKind kind, String subject) {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return live.keySet().stream()
        .flatMap(id -> store.jobs().find(id).stream())
        .anyMatch(job -> job.kind().equals(word) && job.subject().equals(subject));
  }

  private LiveJob enqueue(bailiwick.store.job.Job job) {
    LiveJob waiting = new LiveJob(view.of(job));
    live.put(job.id(), waiting);
    JobKind kind = waiting.seen().job().kind();
    worker(kind).execute(() -> run(kind, job.id(), waiting));
    return waiting;
  }

  private ExecutorService worker(JobKind kind) {
    return Objects.requireNonNull(workers.get(kind));
  }

  private JobWork work(JobKind kind) {
    return Objects.requireNonNull(works.get(kind), () -> "Nobody does the work of " + kind + ".");
  }

  private void run(JobKind kind, JobId id, LiveJob job) {
    if (!running) {
      return;
    }
    try {
      if (job.cancellation().isRequested()) {
        end(id, job, store.jobs().cancel(id, "Cancelled before it began.", null, null));
        return;
      }
      bailiwick.store.job.Job started = store.jobs().start(id);
      job.tell(view.of(started));
      JobWork.Outcome outcome = outcome(kind, started, job);
      if (running) {
        end(id, job, keep(id, outcome));
      }
    } catch (RuntimeException failure) {
      LOG.error("Job {} could not be kept.", id, failure);
      live.remove(id);
    }
  }

  private JobWork.Outcome outcome(JobKind kind, bailiwick.store.job.Job started, LiveJob job) {
    try {
      return work(kind).run(started, new Telling(started.id(), job));
    } catch (ProblemException problems) {
      return new JobWork.Outcome.Failed(
          problems.problems().getFirst().message(), false, problems.problems(), null);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      Problem problem = problemOf(failure, started.id());
      return new JobWork.Outcome.Failed(problem.message(), false, List.of(problem), null);
    }
  }

  /** What an operator can put right is told as that; anything else is our own fault. */
  private static Problem problemOf(Throwable failure, JobId id) {
    Optional<StoreProblem> ofStore = StoreFailures.find(failure);
    if (ofStore.isPresent()) {
      LOG.warn("{} in job {}: {}", ofStore.get().code(), id, failure.getMessage());
      return ofStore.get();
    }
    String reference = id.toString().substring(0, 8);
    LOG.error("Failure {} in job {}", reference, id, failure);
    return new ServerProblem.Internal(reference);
  }

  private bailiwick.store.job.Job keep(JobId id, JobWork.Outcome outcome) {
    return switch (outcome) {
      case JobWork.Outcome.Done done -> {
        String result = json.writeValueAsString(Result.of(done));
        String curve = done.curve() == null ? null : json.writeValueAsString(done.curve());
        yield done.cancelled()
            ? store.jobs().cancel(id, done.message(), result, curve)
            : store.jobs().finish(id, done.message(), result, curve);
      }
      case JobWork.Outcome.Failed failed ->
          store
              .jobs()
              .fail(
                  id,
                  failed.message(),
                  json.writeValueAsString(
                      new Failure(failed.infeasible(), items(failed.problems()), failed.report())));
    };
  }

  private static List<ProblemItem> items(List<Problem> problems) {
    return problems.stream().map(ProblemItem::of).toList();
  }

  private void end(JobId id, LiveJob job, bailiwick.store.job.Job ended) {
    Job told = view.of(ended);
    job.tell(told);
    live.remove(id);
    if (ended.startedAt() != null && ended.finishedAt() != null) {
      metrics.job(
          told.kind().name(),
          told.state().name(),
          Duration.between(ended.startedAt(), ended.finishedAt()));
    }
  }

  /** The newest jobs without their curves, of one plan when named. */
  List<Job> list(@Nullable UUID plan) {
    return store.jobs().list(LISTED).stream()
        .map(this::current)
        .map(Job::withoutTradeOff)
        .filter(job -> plan == null || plan.toString().equals(job.planId()))
        .toList();
  }

  /** Where a job stands. */
  public Job get(JobId id) {
    LiveJob job = live.get(id);
    return job == null ? view.of(kept(id)) : job.seen().job();
  }

  /** The trade-off curve that a job worked out; empty when there is no such job, or no curve. */
  public Optional<KeptCurve> findCurve(JobId id) {
    return store.jobs().findAttachment(id).map(text -> json.readValue(text, KeptCurve.class));
  }

  /** What a job was asked, as JSON. */
  public String request(JobId id) {
    return kept(id).request();
  }

  private Job current(bailiwick.store.job.Job job) {
    LiveJob running = live.get(job.id());
    return running == null ? view.of(job) : running.seen().job();
  }

  private bailiwick.store.job.Job kept(JobId id) {
    return store
        .jobs()
        .find(id)
        .orElseThrow(() -> ProblemException.of(new ServerProblem.NotFound("job", id.toString())));
  }

  /** The job while it is queued or at work, null afterwards. */
  @Nullable LiveJob findLive(JobId id) {
    return live.get(id);
  }

  /**
   * Waits until a job has ended.
   *
   * @param news told what it is doing whenever that changes
   */
  public Job await(JobId id, Consumer<String> news) throws InterruptedException {
    LiveJob job = live.get(id);
    if (job == null) {
      return get(id);
    }
    LiveJob.Seen seen = job.seen();
    String told = "";
    while (!seen.job().ended() && running) {
      if (!seen.job().message().equals(told)) {
        told = seen.job().message();
        news.accept(told);
      }
      seen = job.await(seen.edition(), LiveJob.seconds(1));
    }
    return seen.job();
  }

  /** Asks a job to stop; one that has ended stays as it is. */
  Job cancel(JobId id) {
    LiveJob job = live.get(id);
    if (job != null) {
      job.cancellation().request();
    }
    return get(id);
  }

  /** Tells followers at once and the store now and then. */
  private final class Telling implements JobWork.Progress {
    private final JobId id;
    private final LiveJob job;
    private Instant keptAt = Instant.EPOCH;

    Telling(JobId id, LiveJob job) {
      this.id = id;
      this.job = job;
    }

    @Override
    public void tell(double fraction, String message) {
      tell(fraction, message, BestSoFar.NOTHING);
    }

    @Override
    public void tell(double fraction, String message, BestSoFar best) {
      Job before = job.seen().job();
      job.tell(
          new Job(
              before.id(),
              before.kind(),
              JobState.RUNNING,
              fraction,
              message,
              best.objective(),
              best.bound(),
              best.gap(),
              best.worstImbalance(),
              best.imbalance(),
              before.planId(),
              before.scenarioId(),
              before.resultScenarioId(),
              before.report(),
              before.tradeOff(),
              before.problems(),
              before.createdAt(),
              null));
      Instant now = clock.instant();
      if (running && now.isAfter(keptAt.plus(KEPT_EVERY))) {
        keptAt = now;
        store.jobs().progress(id, fraction, message);
      }
    }

    @Override
    public boolean isCutShort() {
      return !running;
    }

    @Override
    public LiveJob live() {
      return job;
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** Lets go of followers and asks work to end; what is cut short stays unfinished in the store. */
  @Override
  public void stop() {
    running = false;
    live.values()
        .forEach(job -> {
          job.cancellation().request();
          job.tell(job.seen().job());
        });
    workers.values().forEach(ExecutorService::shutdown);
    workers.values().forEach(Jobs::letEnd);
  }

  /** Work that was asked to stop gets a moment, so that it does not find the store closed. */
  private static void letEnd(ExecutorService worker) {
    try {
      if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A job does not stop and is left behind.");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops before the web server does, whose graceful stop would wait for followers. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
