package bailiwick.server.job;

import bailiwick.server.job.JobWire.Job;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends one browser the news of a job; who is slow misses what lies between, never the end. */
final class JobFollower implements Runnable {

  private static final long HEARTBEAT_SECONDS = 15;

  private final LiveJob job;
  private final SseEmitter emitter;
  private final BooleanSupplier serving;

  JobFollower(LiveJob job, SseEmitter emitter, BooleanSupplier serving) {
    this.job = job;
    this.emitter = emitter;
    this.serving = serving;
  }

  @Override
  public void run() {
    try {
      follow();
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      emitter.complete(); // the browser has left: nobody is there to be told
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      emitter.complete();
    }
  }

  private void follow() throws IOException, InterruptedException {
    LiveJob.Seen seen = job.seen();
    send(seen.job());
    while (!seen.job().ended() && serving.getAsBoolean()) {
      LiveJob.Seen next = job.await(seen.edition(), LiveJob.seconds(HEARTBEAT_SECONDS));
      if (next.edition() == seen.edition()) {
        emitter.send(SseEmitter.event().comment("still at work"));
      } else if (serving.getAsBoolean()) {
        send(next.job());
      }
      seen = next;
    }
  }

  private void send(Job state) throws IOException {
    emitter.send(SseEmitter.event().name(state.ended() ? "end" : "progress").data(state));
  }

  static void sendEnd(SseEmitter emitter, Job state) {
    try {
      emitter.send(SseEmitter.event().name("end").data(state));
    } catch (IOException gone) {
      emitter.completeWithError(gone);
      return;
    }
    emitter.complete();
  }
}
