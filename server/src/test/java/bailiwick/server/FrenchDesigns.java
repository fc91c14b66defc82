package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/**
 * A server of a test class's own with the French company, whose scenario of three territories
 * others are designed from.
 */
final class FrenchDesigns implements AfterAllCallback {

  private final Path folder = TestServer.temporaryFolder();
  private final RunningServer server;
  private final Api admin;
  private final String base;

  FrenchDesigns() {
    this.server =
        BailiwickServer.start(ServerOptions.inFolder(folder, Clock.systemUTC()).withPort(0));
    this.admin = Api.administrator(server);
    this.base = FrenchCompany.designed(admin, FrenchCompany.blank(admin)).get("id").asString();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    server.stop();
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }

  /** An administrator of the server. */
  Api admin() {
    return admin;
  }

  /** The id of the scenario of three territories. */
  String base() {
    return base;
  }

  /** The scenario that a brief for the base makes. */
  JsonNode designed(String brief) {
    JsonNode ended = ended(brief);
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(ended.has("bound")).isTrue();
    return admin.get("/scenarios/" + ended.get("resultScenarioId").asString()).json();
  }

  /** The job of a brief for the base, when it has ended. */
  JsonNode ended(String brief) {
    return admin.follow(asked(brief));
  }

  /** The id of the job of a brief for the base. */
  String asked(String brief) {
    return asked(brief, base);
  }

  /** The id of the job of a brief for a scenario. */
  String asked(String brief, String scenario) {
    Answer job = admin.post("/scenarios/" + scenario + "/design", brief);
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    return job.json().get("id").asString();
  }

  /** Code and pointer of every problem in the answer to a brief. */
  List<String> problems(String brief) {
    Answer answer = admin.post("/scenarios/" + base + "/design", brief);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    JsonNode all = answer.json();
    List<String> told = new ArrayList<>();
    (all.has("problems") ? all.get("problems") : List.of(all))
        .forEach(
            one -> told.add(one.get("code").asString() + " " + one.path("pointer").asString("")));
    return told;
  }

  /** What comes of making a scenario's design again. */
  String replayed(String scenario) {
    Answer job = admin.post("/scenarios/" + scenario + "/replay", Map.of());
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    return admin.follow(job.json().get("id").asString()).get("message").asString();
  }

  /** Moves a unit of a scenario to the first of its territories; the code of that. */
  String moveToFirst(String scenario, String unit) {
    JsonNode now = admin.get("/scenarios/" + scenario).json();
    String to = now.get("territories").get(0).get("code").asString();
    Answer moved =
        admin.post(
            "/scenarios/" + scenario + "/moves",
            Map.of("unitIds", List.of(unit), "to", to),
            "If-Match",
            "\"" + now.get("version").asLong() + "\"");
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    return to;
  }

  /** A unit that the first of a scenario's territories does not have. */
  String outsideFirst(String scenario) {
    String first =
        admin.get("/scenarios/" + scenario).json().get("territories").get(0).get("code").asString();
    return territories(scenario).entrySet().stream()
        .filter(one -> !one.getValue().equals(first))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElseThrow();
  }

  /** The territory of each unit of a scenario, by its code. */
  Map<String, String> territories(String scenario) {
    JsonNode territories = admin.get("/scenarios/" + scenario).json().get("territories");
    JsonNode units = admin.get("/scenarios/" + scenario + "/units").json();
    Map<String, String> territoryOf = new HashMap<>();
    for (int k = 0; k < units.get("unitIds").size(); k++) {
      int number = units.get("territory").get(k).asInt();
      territoryOf.put(
          units.get("unitIds").get(k).asString(), territories.get(number).get("code").asString());
    }
    return territoryOf;
  }

  /** How many units have another territory. */
  static long moved(Map<String, String> before, Map<String, String> after) {
    return before.entrySet().stream()
        .filter(unit -> !unit.getValue().equals(after.get(unit.getKey())))
        .count();
  }

  /** The territory of a unit. */
  static String owner(Map<String, String> territories, String unit) {
    return Objects.requireNonNull(territories.get(unit));
  }
}
