package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.atlas.install.AtlasInstaller;
import bailiwick.server.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AtlasAddedTest {

  private static final String ACCOUNTS =
      """
      id,name,city,postcode,country,potential
      1,Aulne,Mende,48000,FR,100
      2,Buis,Marvejols,48100,FR,100
      3,Cormier,Lyon,69001,FR,100
      4,Douglas,Paris,75001,FR,100
      """;

  private static final String SHAPES = "/atlas/FR/postcode.topojson";
  private static final String UNITS = "/atlas/FR/units?kind=postcode";
  private static final String OUTLINE = "/atlas/outlines/us-counties.topojson";

  private static final String MENDE =
      """
      {"type":"Feature","id":"48000","properties":{},"geometry":{"type":"Polygon","coordinates":
      [[[3.48,44.51],[3.52,44.51],[3.52,44.55],[3.48,44.55],[3.48,44.51]]]}}
      """;

  /** No postcode of France, on the ground beside Mende. */
  private static final String NEW_CODE =
      """
      {"type":"Feature","id":"48999","properties":{},"geometry":{"type":"Polygon","coordinates":
      [[[3.52,44.51],[3.56,44.51],[3.56,44.55],[3.52,44.55],[3.52,44.51]]]}}
      """;

  @TempDir Path folder;

  @Test
  void true_shapes_leave_a_plan_as_it_is_and_change_the_input_of_its_designs() throws IOException {
    String plan;
    String blank;
    String before;
    try (RunningServer server = start()) {
      Api admin = Api.administrator(server);
      Answer load = admin.upload("/imports/accounts", "accounts.csv", ACCOUNTS);
      assertThat(load.status()).as(load.text()).isEqualTo(202);
      admin.follow(load.json().get("id").asString());
      plan = made(admin, "/plans", planOfFrance());
      blank =
          made(
              admin,
              "/plans/" + plan + "/scenarios",
              Map.of("name", "Blank", "source", "EMPTY", "territories", 2));
      before = inputHashOfDesign(admin, blank);
      assertThat(inputHashOfDesign(admin, blank)).isEqualTo(before);
      assertThat(unitsVersion(admin)).isEqualTo("2026.1");
    }

    addShapes(MENDE);

    try (RunningServer server = start()) {
      Api admin = Api.signedIn(server.address(), "admin", TestServer.PASSWORD);
      assertThat(unitsVersion(admin)).startsWith("2026.1+fr.");
      assertThat(admin.get("/plans/" + plan).json().get("atlasVersion").asString())
          .as("what it was made with")
          .isEqualTo("2026.1");
      String after = inputHashOfDesign(admin, blank);
      assertThat(after).isNotEqualTo(before);
      assertThat(inputHashOfDesign(admin, blank)).isEqualTo(after);
    }
  }

  @Test
  void a_code_that_is_new_leaves_plans_of_before_without_their_units() throws IOException {
    String plan;
    try (RunningServer server = start()) {
      Api admin = Api.administrator(server);
      plan = made(admin, "/plans", planOfFrance());
    }

    addShapes(MENDE, NEW_CODE);

    try (RunningServer server = start()) {
      Api admin = Api.signedIn(server.address(), "admin", TestServer.PASSWORD);
      Answer refused =
          admin.post(
              "/plans/" + plan + "/scenarios",
              Map.of("name", "Blank", "source", "EMPTY", "territories", 2));
      assertThat(refused.code()).as(refused.text()).isEqualTo("PLAN_ATLAS_CHANGED");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text()).contains("with atlas 2026.1,", "of " + unitsVersion(admin));
    }
  }

  @Test
  void what_a_browser_keeps_is_sent_again_only_when_it_is_of_another_version() throws IOException {
    String kept;
    try (RunningServer server = start()) {
      Api admin = Api.administrator(server);
      for (String path : List.of(SHAPES, UNITS, "/atlas/places?country=FR", OUTLINE)) {
        Answer first = admin.get(path);
        assertThat(first.headers().allValues("Cache-Control"))
            .as(path)
            .containsExactly("no-cache, private");
        assertThat(first.etag()).as(path).isEqualTo("W/\"2026.1\"");
        assertThat(asked(admin, path, first.etag()).status()).as(path).isEqualTo(304);
      }
      kept = admin.get(SHAPES).etag();
    }

    addShapes(MENDE);

    try (RunningServer server = start()) {
      Api admin = Api.signedIn(server.address(), "admin", TestServer.PASSWORD);
      for (String path : List.of(SHAPES, UNITS)) {
        Answer anew = asked(admin, path, kept);
        assertThat(anew.status()).as(path).isEqualTo(200);
        assertThat(anew.etag()).isEqualTo("W/\"" + unitsVersion(admin) + '"');
      }
    }
  }

  private static Answer asked(Api admin, String path, String kept) {
    return admin.send("GET", path, null, Map.of("If-None-Match", kept));
  }

  private RunningServer start() {
    return BailiwickServer.start(ServerOptions.inFolder(folder, Clock.systemUTC()).withPort(0));
  }

  private static Map<String, Object> planOfFrance() {
    return Map.of(
        "name",
        "France",
        "from",
        "2027-01-01",
        "to",
        "2028-01-01",
        "country",
        "FR",
        "unitKind",
        "POSTCODE");
  }

  private static String made(Api admin, String path, Map<String, Object> body) {
    Answer made = admin.post(path, body);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().get("id").asString();
  }

  private static String inputHashOfDesign(Api admin, String scenario) {
    Answer job =
        admin.post(
            "/scenarios/" + scenario + "/design",
            Map.of(
                "measures",
                List.of(Map.of("name", "potential", "tolerance", 0.9)),
                "effort",
                "quick"));
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    JsonNode ended = admin.follow(job.json().get("id").asString());
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    JsonNode designed = admin.get("/scenarios/" + ended.get("resultScenarioId").asString()).json();
    return designed.get("origin").get("inputHash").asString();
  }

  private static String unitsVersion(Api admin) {
    return admin.get(UNITS).json().get("version").asString();
  }

  private void addShapes(String... features) throws IOException {
    Path shapes =
        Files.writeString(
            folder.resolve("shapes.geojson"),
            "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    new AtlasInstaller().add("FR", List.of(shapes), folder.resolve("atlas"));
  }
}
