package bailiwick.cli.client;

import bailiwick.cli.terminal.Progress;
import java.io.IOException;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Waits for a job of the server and tells how far it is. */
public final class JobFollower {

  private static final long BETWEEN_LOOKS_MILLIS = 300;

  private final ServerClient server;
  private final Progress progress;

  /** Follows jobs of a server. */
  public JobFollower(ServerClient server, Progress progress) {
    this.server = server;
    this.progress = progress;
  }

  /** The job when nothing more will happen to it. */
  public JsonNode await(JsonNode started) throws IOException {
    JsonNode job = started;
    while (isUnderWay(job)) {
      progress.state(
          String.format(
              Locale.ROOT,
              "%3.0f %%  %s",
              100 * job.path("fraction").asDouble(),
              job.path("message").asString("")));
      pause();
      job = server.get("jobs/" + job.path("id").asString());
    }
    return job;
  }

  private static boolean isUnderWay(JsonNode job) {
    String state = job.path("state").asString("");
    return state.equals("QUEUED") || state.equals("RUNNING");
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while the server worked; it goes on with the job.", e);
    }
  }
}
