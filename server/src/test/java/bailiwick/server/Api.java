package bailiwick.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One browser or machine that talks to the server: keeps cookies, sends the CSRF token. */
final class Api {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI base;
  private final CookieManager cookies;
  private final HttpClient client;
  private final @Nullable String apiKey;
  private boolean sendsCsrf = true;

  /** The day it is for the company of {@link #administrator}, which is not that of UTC all day. */
  static LocalDate today() {
    return LocalDate.now(ZoneId.of("America/Chicago"));
  }

  private Api(URI base, @Nullable String apiKey, CookieManager cookies) {
    this.base = base;
    this.apiKey = apiKey;
    this.cookies = cookies;
    this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
  }

  /** A browser nobody has signed in with. */
  static Api browser(URI base) {
    return new Api(base, null, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
  }

  /** The same browser, with all its cookies, on a server that has moved. */
  Api at(URI moved) {
    return new Api(moved, apiKey, cookies);
  }

  /** The administrator of a new server, with a password set and a company named. */
  static Api administrator(RunningServer server) {
    String secret = server.firstSecret().orElseThrow();
    Api api = signedIn(server.address(), "admin", secret);
    api.put(
        "/session/password", Map.of("currentPassword", secret, "newPassword", TestServer.PASSWORD));
    api.put("/company", Map.of("name", "Testers", "zone", "America/Chicago", "currency", "USD"));
    return api;
  }

  /** A machine with an API key. */
  static Api machine(URI base, String apiKey) {
    return new Api(base, apiKey, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
  }

  /** A browser with a person signed in. */
  static Api signedIn(URI base, String username, String password) {
    Api api = browser(base);
    Answer answer = api.signIn(username, password);
    if (answer.status() != 200) {
      throw new AssertionError("Signing in as " + username + ": " + answer);
    }
    return api;
  }

  /** An answer. */
  record Answer(int status, HttpHeaders headers, String text) {

    JsonNode json() {
      return JSON.readTree(text);
    }

    String etag() {
      return headers.firstValue("ETag").orElseThrow();
    }

    String code() {
      return json().path("code").asString();
    }
  }

  Api withoutCsrf() {
    sendsCsrf = false;
    return this;
  }

  Answer signIn(String username, String password) {
    return post("/session", Map.of("username", username, "password", password));
  }

  Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  Answer post(String path, Object body) {
    return send("POST", path, body, Map.of());
  }

  Answer post(String path, Object body, String header, String value) {
    return send("POST", path, body, Map.of(header, value));
  }

  /** Sends JSON without saying how long it is. */
  Answer postInChunks(String path, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return send(
        request(path)
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
            .build());
  }

  Answer put(String path, Object body) {
    return send("PUT", path, body, Map.of());
  }

  Answer patch(String path, Object body, String ifMatch) {
    return send("PATCH", path, body, Map.of("If-Match", ifMatch));
  }

  Answer delete(String path) {
    return send("DELETE", path, null, Map.of());
  }

  /** Sends text as it is, JSON or not. */
  Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
    HttpRequest.Builder request = request(path).timeout(Duration.ofMinutes(10));
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      String text = body instanceof String given ? given : JSON.writeValueAsString(body);
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(text));
    }
    headers.forEach(request::setHeader);
    return send(request.build());
  }

  /** The bytes of a file. */
  byte[] download(String path) {
    try {
      return client
          .send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException failure) {
      throw new AssertionError(path, failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("stopped", stopped);
    }
  }

  /** Uploads a file of text. */
  Answer upload(String path, String name, String content) {
    return upload(path, name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Uploads a file. */
  Answer upload(String path, String name, byte[] content) {
    String boundary = "----bailiwick";
    String before =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    String after = "\r\n--" + boundary + "--\r\n";
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                HttpRequest.BodyPublishers.ofByteArrays(
                    List.of(
                        before.getBytes(StandardCharsets.UTF_8),
                        content,
                        after.getBytes(StandardCharsets.UTF_8))))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            path.startsWith("/api/") || path.startsWith("//")
                ? base.resolve(path.replaceFirst("^//", "/"))
                : base.resolve("/api/v1" + path));
    if (apiKey != null) {
      request.header("Authorization", "Bearer " + apiKey);
    }
    if (sendsCsrf) {
      cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
          .map(HttpCookie::getValue)
          .findFirst()
          .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    }
    return request;
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException failure) {
      throw new AssertionError(request.method() + " " + request.uri(), failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("stopped", stopped);
    }
  }

  /** Follows a job by its events until the end; the last event's job. */
  JsonNode follow(String jobId) {
    Answer events = get("/jobs/" + jobId + "/events");
    String last = "";
    for (String line : events.text().split("\n", -1)) {
      if (line.startsWith("data:")) {
        last = line.substring("data:".length());
      }
    }
    return JSON.readTree(last);
  }
}
