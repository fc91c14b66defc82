package bailiwick.cli.client;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to one server's API. What the server calls a problem is thrown as one, under the same
 * code. Thread-safe.
 */
public final class ServerClient {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE_TO_CONNECT = Duration.ofSeconds(10);

  private final URI base;
  private final String key;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE_TO_CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER) // a key goes to nobody else
          .build();

  /**
   * A client of a server.
   *
   * @param base address that ends in a slash
   * @param key API key
   */
  public ServerClient(URI base, String key) {
    this.base = base;
    this.key = key;
  }

  /** The server's address. */
  public URI address() {
    return base;
  }

  /** What stands at a path below {@code /api/v1/}. */
  public JsonNode get(String path) throws IOException {
    return json(request(path).GET().build());
  }

  /** The answer to a document. */
  public JsonNode post(String path, Map<String, ?> document) throws IOException {
    return json(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(document)))
            .build());
  }

  /** Removes what stands at a path. */
  public void delete(String path) throws IOException {
    bytes(request(path).DELETE().build()).close();
  }

  /** The answer to a file, sent in memory that does not grow with it. */
  public JsonNode upload(String path, Path file, List<FormField> fields) throws IOException {
    MultipartBody body = MultipartBody.of(file, fields);
    return json(request(path, body.contentType(), body.publisher()));
  }

  /** The bytes that answer a file; the caller closes them. */
  public InputStream uploadFor(String path, Path file, List<FormField> fields) throws IOException {
    MultipartBody body = MultipartBody.of(file, fields);
    return bytes(request(path, body.contentType(), body.publisher()));
  }

  /** The bytes at a path; the caller closes them. */
  public InputStream download(String path) throws IOException {
    return bytes(request(path).GET().build());
  }

  private InputStream bytes(HttpRequest request) throws IOException {
    HttpResponse<InputStream> answer = send(request);
    if (answer.statusCode() / 100 == 2) {
      return answer.body();
    }
    try (InputStream body = answer.body()) {
      throw failure(answer.statusCode(), body.readAllBytes());
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve("api/v1/" + path))
        .header("Authorization", "Bearer " + key)
        .header("Accept", "application/json, application/problem+json, text/csv, */*;q=0.5");
  }

  private HttpRequest request(String path, String contentType, BodyPublisher body) {
    return request(path).header("Content-Type", contentType).POST(body).build();
  }

  private JsonNode json(HttpRequest request) throws IOException {
    HttpResponse<InputStream> answer = send(request);
    byte[] bytes;
    try (InputStream body = answer.body()) {
      bytes = body.readAllBytes();
    }
    if (answer.statusCode() / 100 != 2) {
      throw failure(answer.statusCode(), bytes);
    }
    try {
      return JSON.readTree(bytes);
    } catch (JacksonException noJson) {
      throw ProblemException.of(new ClientProblem.Stranger(base.toString(), answer.statusCode()));
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw ProblemException.of(new ClientProblem.Unreachable(base.toString(), reason(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while the server was asked.", e);
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? "the connection is refused or broke off" : message;
  }

  private ProblemException failure(int status, byte[] body) {
    try {
      List<Problem> told = Answers.problems(JSON.readTree(body));
      if (!told.isEmpty()) {
        return new ProblemException(told);
      }
    } catch (JacksonException noJson) {
      return ProblemException.of(new ClientProblem.Stranger(base.toString(), status));
    }
    return ProblemException.of(new ClientProblem.Stranger(base.toString(), status));
  }
}
