package bailiwick.cli.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person at the workbench of a server: signed in with a session, password changed. */
public final class Administrator implements AutoCloseable {

  private static final String PASSWORD = "a password for tests";

  private final URI api;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  private Administrator(URI api) {
    this.api = api;
  }

  /** Signs in with the one-time secret and chooses a password. */
  public static Administrator firstSignIn(ServerProcess.Facts server)
      throws IOException, InterruptedException {
    Administrator person = new Administrator(URI.create(server.address()).resolve("api/v1/"));
    person.post("session", Map.of("username", server.user(), "password", server.secret()));
    person.put(
        "session/password", Map.of("currentPassword", server.secret(), "newPassword", PASSWORD));
    return person;
  }

  /** Signs in with the password chosen before. */
  public static Administrator signIn(ServerProcess.Facts server)
      throws IOException, InterruptedException {
    Administrator person = new Administrator(URI.create(server.address()).resolve("api/v1/"));
    person.post("session", Map.of("username", server.user(), "password", PASSWORD));
    return person;
  }

  /** A key for machines. */
  public String newKey() throws IOException, InterruptedException {
    return post("api-keys", Map.of("name", "command line")).path("secret").asString();
  }

  /** Sends a document; anything but success is the test's failure. */
  public JsonNode post(String path, Map<String, ?> document)
      throws IOException, InterruptedException {
    return send("POST", path, document);
  }

  /** Replaces a document. */
  public JsonNode put(String path, Map<String, ?> document)
      throws IOException, InterruptedException {
    return send("PUT", path, document);
  }

  /** Reads a document. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, Map.of());
  }

  private JsonNode send(String method, String path, Map<String, ?> document)
      throws IOException, InterruptedException {
    JsonMapper json = JsonMapper.shared();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", method + " " + path)
            .method(
                method,
                method.equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(json.writeValueAsString(document)));
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .forEach(token -> request.header("X-XSRF-TOKEN", token));
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(method + " " + path + ": " + answer.body());
    }
    return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
