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

    addTrueShapeOfMende();

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
        "COUNTY");
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
                List.of(Map.of("measure", "potential", "tolerance", 0.9)),
                "effort",
                "QUICK"));
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    JsonNode ended = admin.follow(job.json().get("id").asString());
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    JsonNode designed = admin.get("/scenarios/" + ended.get("resultScenarioId").asString()).json();
    return designed.get("origin").get("inputHash").asString();
  }

  private static String unitsVersion(Api admin) {
    return admin.get("/atlas/FR/units?kind=county").json().get("version").asString();
  }

  private void addTrueShapeOfMende() throws IOException {
    Path shape =
        Files.writeString(
            folder.resolve("mende.geojson"),
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","id":"48000","properties":{},
            "geometry":{"type":"Polygon","coordinates":
            [[[3.48,44.51],[3.52,44.51],[3.52,44.55],[3.48,44.55],[3.48,44.51]]]}}]}
            """);
    new AtlasInstaller().add("FR", List.of(shape), folder.resolve("atlas"));
  }
}
