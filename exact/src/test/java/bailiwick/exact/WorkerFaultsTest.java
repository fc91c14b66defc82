package bailiwick.exact;

import static bailiwick.core.exact.Programs.costs;
import static bailiwick.core.exact.Programs.ones;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.Cancellation;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.BinaryProgramBuilder;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.exact.ExactLimits;
import bailiwick.core.exact.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the worker, the caller gets an answer and can ask again. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WorkerFaultsTest {

  private static final ExactLimits ENDLESS = new ExactLimits(1e6, Duration.ofMinutes(10));
  private static final BinaryProgram EASY = BinaryProgram.builder(costs(-1)).build();

  private WorkerSolver solver = new WorkerSolver();

  @AfterEach
  void close() {
    solver.close();
  }

  @Test
  void a_killed_worker_is_a_failure_and_the_next_program_gets_another() throws Exception {
    CompletableFuture<ExactAnswer> answer = askSomethingHard(Cancellation.none());
    signal("KILL", awaitWorker());
    assertThat(reason(answer.get())).contains("exit code 137");
    assertThatItSolves();
  }

  @Test
  void a_crash_in_native_code_is_a_failure_and_the_next_program_gets_another() throws Exception {
    assertThatItSolves();
    CompletableFuture<ExactAnswer> answer = askSomethingHard(Cancellation.none());
    signal("SEGV", awaitWorker());
    assertThat(reason(answer.get())).contains("SIGSEGV");
    assertThatItSolves();
  }

  @Test
  void a_worker_killed_between_two_programs_is_replaced() throws Exception {
    assertThatItSolves();
    ProcessHandle worker = awaitWorker();
    signal("KILL", worker);
    worker.onExit().get();
    assertThatItSolves();
    assertThat(awaitWorker()).isNotEqualTo(worker);
  }

  @Test
  void a_worker_that_hangs_is_ended_after_the_time_given() throws Exception {
    assertThatItSolves();
    ProcessHandle worker = awaitWorker();
    signal("STOP", worker);
    ExactAnswer answer =
        solver.solve(EASY, new ExactLimits(1, Duration.ofMillis(300)), Cancellation.none());
    assertThat(reason(answer)).contains("after PT0.3S");
    assertThat(worker.isAlive()).isFalse();
    assertThatItSolves();
  }

  @Test
  void work_beyond_the_time_given_is_ended_too() throws Exception {
    assertThatItSolves();
    ExactAnswer answer =
        solver.solve(hard(), new ExactLimits(1e6, Duration.ofSeconds(1)), Cancellation.none());
    assertThat(reason(answer)).contains("after PT1S");
  }

  @Test
  void a_request_to_stop_ends_the_search_at_once() throws Exception {
    Cancellation cancellation = new Cancellation();
    CompletableFuture<ExactAnswer> answer = askSomethingHard(cancellation);
    ProcessHandle worker = awaitWorker();
    cancellation.request();
    assertThat(answer.get()).isInstanceOf(ExactAnswer.Unknown.class);
    assertThat(worker.isAlive()).isFalse();
    assertThatItSolves();
  }

  @Test
  void an_interrupted_caller_gets_an_answer_and_stays_interrupted() {
    Thread.currentThread().interrupt();
    assertThat(solve(hard())).isInstanceOf(ExactAnswer.Unknown.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThatItSolves();
  }

  @Test
  void closing_ends_a_search_and_leaves_neither_process_nor_files() throws Exception {
    CompletableFuture<ExactAnswer> answer = askSomethingHard(Cancellation.none());
    ProcessHandle worker = awaitWorker();
    Path folder = folderOf(worker);
    assertThat(folder).isDirectory();
    solver.close();
    assertThat(answer.get()).isInstanceOf(ExactAnswer.Failed.class);
    assertThat(worker.isAlive()).isFalse();
    assertThat(folder).doesNotExist();
    assertThat(reason(solve(EASY))).isEqualTo("The solver is closed.");
  }

  @Test
  void a_program_too_large_for_the_worker_s_memory_is_a_failure() {
    solver = new WorkerSolver(new WorkerCommand(WorkerCommand.ofThisMachine().platform(), "16m"));
    BinaryProgramBuilder large = BinaryProgram.builder(new double[200_000]);
    for (int row = 0; row < 4; row++) {
      large.row(0, 1_000_000);
      for (int variable = 0; variable < 200_000; variable++) {
        large.term(variable, 1);
      }
    }
    assertThat(reason(solve(large.build()))).contains("exit code 3").contains("OutOfMemoryError");
    assertThatItSolves();
  }

  @Test
  void a_library_that_does_not_load_fails_every_program_with_one_worker() {
    // A folder among the test's resources holds a text in the place of the library.
    solver = new WorkerSolver(new WorkerCommand("broken", "64m"));
    assertThat(reason(solve(EASY))).contains("does not load");
    assertThat(solver.findWorker()).isEmpty();
    assertThat(reason(solve(EASY))).contains("does not load");
  }

  @Test
  void a_platform_without_a_library_is_a_failure() {
    solver = new WorkerSolver(new WorkerCommand("plan9-vax", "64m"));
    assertThat(reason(solve(EASY))).contains("without ortools-plan9-vax");
  }

  @Test
  void a_process_that_says_something_else_is_a_failure(@TempDir Path folder) {
    solver = new WorkerSolver(() -> process(folder, "echo", "Running a solver"));
    assertThat(reason(solve(EASY))).contains("began with");
  }

  @Test
  void a_process_that_says_nothing_is_ended(@TempDir Path folder) {
    solver = new WorkerSolver(() -> process(folder, "cat"));
    ExactAnswer answer =
        solver.solve(EASY, new ExactLimits(1, Duration.ofMillis(100)), Cancellation.none());
    assertThat(answer).isInstanceOf(ExactAnswer.Failed.class);
    assertThat(solver.findWorker()).isEmpty();
  }

  @Test
  void the_worker_ends_when_its_parent_is_killed_and_prints_nothing_into_its_output(
      @TempDir Path folder) throws Exception {
    Path printed = folder.resolve("printed");
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HardQuestion.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      ProcessHandle worker = awaitWorkerOf(parent);
      Path files = folderOf(worker);
      parent.destroyForcibly().waitFor();
      worker.onExit().get();
      assertThat(files).doesNotExist();
      assertThat(printed).isEmptyFile();
    } finally {
      parent.destroyForcibly();
    }
  }

  /** A program that never ends by itself. */
  static final class HardQuestion {

    private HardQuestion() {}

    public static void main(String[] arguments) {
      try (WorkerSolver solver = new WorkerSolver()) {
        solver.solve(hard(), ENDLESS, Cancellation.none());
      }
    }
  }

  private static BinaryProgram hard() {
    return Programs.randomAssignment(new SplittableRandom(1), 60, 6);
  }

  private CompletableFuture<ExactAnswer> askSomethingHard(Cancellation cancellation) {
    return CompletableFuture.supplyAsync(() -> solver.solve(hard(), ENDLESS, cancellation));
  }

  private ExactAnswer solve(BinaryProgram program) {
    return solver.solve(program, ENDLESS, Cancellation.none());
  }

  private void assertThatItSolves() {
    ExactAnswer answer = solve(EASY);
    assertThat(answer).isInstanceOf(ExactAnswer.Optimal.class);
    assertThat(((ExactAnswer.Optimal) answer).solution().ones()).isEqualTo(ones(0));
  }

  private ProcessHandle awaitWorker() {
    while (solver.findWorker().isEmpty()) {
      Thread.onSpinWait();
    }
    return solver.findWorker().get();
  }

  /** A child is a copy of its parent for a moment, and becomes a worker then. */
  private static ProcessHandle awaitWorkerOf(Process parent) {
    while (true) {
      Optional<ProcessHandle> worker =
          parent
              .children()
              .filter(child -> words(child).contains(Worker.class.getName()))
              .findAny();
      if (worker.isPresent()) {
        return worker.get();
      }
    }
  }

  /** The folder that it was given. */
  private static Path folderOf(ProcessHandle worker) {
    List<String> words = words(worker);
    return Path.of(words.get(words.indexOf(Worker.class.getName()) + 1));
  }

  private static List<String> words(ProcessHandle process) {
    return process.info().arguments().map(List::of).orElseGet(List::of);
  }

  private static WorkerProcess process(Path folder, String... words) throws IOException {
    Path own = Files.createTempDirectory(folder, "worker");
    return new WorkerProcess(new ProcessBuilder(words).start(), own);
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  private static String reason(ExactAnswer answer) {
    assertThat(answer).isInstanceOf(ExactAnswer.Failed.class);
    return ((ExactAnswer.Failed) answer).reason();
  }
}
