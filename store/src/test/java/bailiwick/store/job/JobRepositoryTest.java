package bailiwick.store.job;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.store.StoreContract;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobRepositoryTest extends StoreContract {

  private Job create() {
    return store.jobs().create("design", "scenario", "{\"n\":1}", 42, "planner");
  }

  @Test
  void a_job_runs_from_queue_to_result() {
    Job job = create();
    assertThat(job.state()).isEqualTo(JobState.QUEUED);

    assertThat(store.jobs().start(job.id()).startedAt()).isNotNull();
    store.jobs().progress(job.id(), 0.5, "half way");
    assertThat(store.jobs().find(job.id()).orElseThrow().progress()).isEqualTo(0.5);

    Job done = store.jobs().finish(job.id(), "done", "{\"id\":2}", "[3]");
    assertThat(done.state()).isEqualTo(JobState.DONE);
    assertThat(done.progress()).isOne();
    assertThat(done.result()).isEqualTo("{\"id\":2}");
    assertThat(done.seed()).isEqualTo(42);
    assertThat(store.jobs().findAttachment(job.id())).contains("[3]");
  }

  @Test
  void a_job_ends_once() {
    Job job = create();
    store.jobs().start(job.id());
    store.jobs().cancel(job.id(), "cancelled", null, null);
    store.jobs().progress(job.id(), 0.9, "late");

    Job late = store.jobs().finish(job.id(), "done", "{}", "[3]");

    assertThat(late.state()).isEqualTo(JobState.CANCELLED);
    assertThat(late.message()).isEqualTo("cancelled");
    assertThat(store.jobs().findAttachment(job.id())).isEmpty();
  }

  @Test
  void a_restart_marks_what_was_unfinished_and_it_can_run_again() {
    Job running = create();
    store.jobs().start(running.id());
    Job failed = create();
    store.jobs().fail(failed.id(), "no", "[]");

    assertThat(store.jobs().interruptUnfinished())
        .singleElement()
        .satisfies(job -> assertThat(job.state()).isEqualTo(JobState.INTERRUPTED));
    assertThat(store.jobs().start(running.id()).state()).isEqualTo(JobState.RUNNING);
    assertThat(store.jobs().list(10)).hasSize(2);
  }

  @Test
  void an_unknown_job_is_a_problem() {
    assertRefused("STORE_NOT_FOUND", () -> store.jobs().start(new JobId(new UUID(1, 1))));
  }
}
