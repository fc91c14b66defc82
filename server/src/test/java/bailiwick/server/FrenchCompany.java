package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A small company over the French departments, few enough to be designed exactly. */
final class FrenchCompany {

  private FrenchCompany() {}

  /** Loads the company and gives the id of a scenario of three blank territories. */
  static String blank(Api admin) {
    admin.follow(
        made(202, admin.upload("/imports/accounts", "accounts.csv", accounts())).asString());
    String plan =
        made(
                201,
                admin.post(
                    "/plans",
                    Map.of(
                        "name",
                        "France",
                        "from",
                        "2027-01-01",
                        "to",
                        "2028-01-01",
                        "country",
                        "FR",
                        "unitKind",
                        "COUNTY")))
            .asString();
    return made(
            201,
            admin.post(
                "/plans/" + plan + "/scenarios",
                Map.of("name", "Blank", "source", "EMPTY", "territories", 3)))
        .asString();
  }

  /** The scenario that a design from a blank one made. */
  static JsonNode designed(Api admin, String blank) {
    JsonNode job =
        made(
            202,
            admin.post(
                "/scenarios/" + blank + "/design",
                Map.of(
                    "measures",
                    List.of(Map.of("name", "potential", "tolerance", 0.1)),
                    "contiguous",
                    false)));
    JsonNode ended = admin.follow(job.asString());
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    return admin.get("/scenarios/" + ended.get("resultScenarioId").asString()).json();
  }

  private static JsonNode made(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.json().get("id");
  }

  /** Potential in the prefectures of 60 departments, all different. */
  private static String accounts() {
    StringBuilder csv = new StringBuilder("id,name,postcode,country,potential\n");
    for (int department = 1; department <= 95; department++) {
      csv.append(
          "%s,Compte %s,%02d000,FR,%s\n"
              .formatted(department, department, department, 1000 + 37 * (department * 7 % 60)));
    }
    return csv.toString();
  }
}
