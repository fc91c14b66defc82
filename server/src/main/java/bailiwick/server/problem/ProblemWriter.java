package bailiwick.server.problem;

import bailiwick.core.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem from a filter, where no resource was reached yet. */
public class ProblemWriter {

  private final JsonMapper json;

  /** Writes with the server's JSON. */
  public ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  /** Answers the request with the problem. */
  public void write(HttpServletResponse response, Problem problem) throws IOException {
    ProblemDocument document = ProblemDocuments.of(problem);
    byte[] body = json.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
    response.setStatus(document.status());
    response.setContentType(ProblemDocument.MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
