package bailiwick.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWire.JobState;
import bailiwick.server.metrics.Metrics;
import bailiwick.server.problem.ProblemItem;
import bailiwick.store.Store;
import bailiwick.store.StoreConfig;
import bailiwick.store.job.JobId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

class JobsTest {

  @TempDir Path folder;

  private Store store;
  private Jobs jobs;

  @BeforeEach
  void open() {
    store = Store.open(StoreConfig.folder(folder), Clock.systemUTC(), new SplittableRandom(1));
    jobs = new Jobs(store, Clock.systemUTC(), JsonMapper.shared(), new Metrics());
    jobs.start();
  }

  @AfterEach
  void close() {
    jobs.stop();
    store.close();
  }

  @Test
  void a_full_disk_is_told_as_what_it_is() throws InterruptedException {
    Job ended =
        runOf(
            new DataAccessResourceFailureException(
                "COPY", new SQLException("could not extend file: No space left", "53100")));

    assertThat(ended.state()).isEqualTo(JobState.FAILED);
    assertThat(ended.problems()).extracting(ProblemItem::code).containsExactly("STORE_NO_ROOM");
  }

  @Test
  void a_fault_of_ours_is_told_with_what_to_look_for_in_the_log() throws InterruptedException {
    Job ended = runOf(new IllegalStateException("a secret of the code"));

    assertThat(ended.state()).isEqualTo(JobState.FAILED);
    assertThat(ended.message()).contains(ended.id().substring(0, 8)).doesNotContain("secret");
    assertThat(ended.problems()).extracting(ProblemItem::code).containsExactly("INTERNAL_ERROR");
  }

  private Job runOf(RuntimeException failure) throws InterruptedException {
    jobs.handle(
        JobKind.IMPORT,
        (job, progress) -> {
          throw failure;
        });
    Job asked = jobs.submit(JobKind.IMPORT, "", "{}", 1, "planner");
    return jobs.await(new JobId(UUID.fromString(asked.id())), news -> {});
  }
}
