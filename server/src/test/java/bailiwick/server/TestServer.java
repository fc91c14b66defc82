package bailiwick.server;

import bailiwick.intake.crm.CrmNetwork;
import bailiwick.store.StoreConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One real server for all tests of this module, on a free port and an empty data folder. */
final class TestServer {

  static final String PASSWORD = "a password for tests";

  private static final TestServer INSTANCE = new TestServer();

  private final RunningServer server;
  private final String firstSecret;
  private final Api administrator;
  private final AtomicInteger names = new AtomicInteger();

  private TestServer() {
    Path folder = temporaryFolder();
    ServerOptions options =
        new ServerOptions(
            StoreConfig.folder(folder.resolve("store")),
            folder,
            ServerOptions.LOOPBACK,
            0,
            Clock.systemUTC(),
            new SecureRandom(),
            CrmNetwork.PUBLIC);
    this.server = BailiwickServer.start(options);
    this.firstSecret = server.firstSecret().orElseThrow();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    this.administrator = Api.administrator(server);
  }

  static TestServer get() {
    return INSTANCE;
  }

  static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("bailiwick-server");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  URI address() {
    return server.address();
  }

  String firstSecret() {
    return firstSecret;
  }

  Api administrator() {
    return administrator;
  }

  /** A name nobody used before. */
  String fresh(String stem) {
    return stem + "-" + names.incrementAndGet();
  }

  /** A person with a role who has set a password and is signed in. */
  Api person(String role, Map<String, String> more) {
    String username = fresh(role.toLowerCase(java.util.Locale.ROOT));
    var body = new java.util.HashMap<String, String>(more);
    body.put("username", username);
    body.put("name", "Test " + role);
    body.put("role", role);
    Api.Answer made = administrator.post("/users", body);
    if (made.status() != 201) {
      throw new AssertionError(made.toString());
    }
    String secret = made.json().get("oneTimeSecret").asString();
    Api api = Api.signedIn(address(), username, secret);
    api.put("/session/password", Map.of("currentPassword", secret, "newPassword", PASSWORD));
    return api;
  }

  /** The id of a person on the roster, who is loaded when missing. */
  String representativeId() {
    var people = administrator.get("/representatives").json().get("items");
    if (people.isEmpty()) {
      Api.Answer job =
          administrator.upload(
              "/imports/representatives", "people.csv", TestCompany.representatives());
      administrator.follow(job.json().get("id").asString());
      people = administrator.get("/representatives").json().get("items");
    }
    return people.get(0).get("id").asString();
  }

  /** A machine with a key of its own. */
  Api machine() {
    Api.Answer made = administrator.post("/api-keys", Map.of("name", fresh("machine")));
    if (made.status() != 201) {
      throw new AssertionError(made.toString());
    }
    return Api.machine(address(), made.json().get("secret").asString());
  }
}
