package bailiwick.cli.crm;

import bailiwick.cli.client.Answers;
import bailiwick.cli.client.JobFollower;
import bailiwick.cli.client.ServerClient;
import bailiwick.cli.terminal.Progress;
import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Has a server pull or push, and waits for it. */
final class ConnectionJob {

  private ConnectionJob() {}

  /**
   * Starts a job and waits until it has ended.
   *
   * @param progress where it is told how far it is
   * @throws ProblemException when it failed or was stopped
   */
  static JsonNode run(ServerClient client, String path, PrintWriter progress) throws IOException {
    try (Progress told = Progress.on(progress)) {
      JsonNode job = new JobFollower(client, told).await(client.post(path, Map.of()));
      if (!job.path("state").asString("").equals("SUCCEEDED")) {
        throw new ProblemException(Answers.ofJob(job));
      }
      return job;
    }
  }
}
