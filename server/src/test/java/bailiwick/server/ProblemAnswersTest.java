package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What failed requests answer, kept word for word; refreshed by {@code -Dgolden=write}. */
class ProblemAnswersTest {

  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "golden", "problem-answers.txt");
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String NOBODYS = "019a0000-0000-7000-8000-000000000000";

  @Test
  void every_kind_of_failure_answers_as_kept() throws IOException {
    TestServer server = TestServer.get();
    Api admin = server.administrator();
    StringBuilder text = new StringBuilder();
    tell(text, "nobody signed in", Api.browser(server.address()).get("/plans"));
    tell(text, "unknown API key", Api.machine(server.address(), "bwk_none").get("/plans"));
    tell(text, "unknown route", admin.get("/nothing"));
    tell(text, "unknown thing", admin.get("/plans/" + NOBODYS));
    tell(text, "no UUID", admin.get("/plans/17"));
    tell(text, "method", admin.delete("/plans"));
    tell(text, "no JSON", admin.post("/plans", "{\"name\":"));
    tell(text, "missing body", admin.post("/plans", ""));
    tell(text, "fields", admin.post("/plans", "{\"name\":\" \",\"country\":\"usa\"}"));
    tell(text, "unknown field", admin.post("/plans", "{\"title\":\"x\"}"));
    tell(text, "wrong type", admin.post("/plans", "{\"name\":\"x\",\"from\":\"soon\"}"));
    tell(
        text,
        "unknown country",
        admin.post(
            "/plans",
            Map.of(
                "name", "Nowhere",
                "from", "2027-01-01",
                "to", "2028-01-01",
                "country", "XX",
                "unitKind", "POSTCODE")));
    tell(
        text,
        "empty period",
        admin.post(
            "/plans",
            Map.of(
                "name", "Backwards",
                "from", "2028-01-01",
                "to", "2027-01-01",
                "country", "US",
                "unitKind", "COUNTY")));
    tell(text, "no If-Match", admin.send("PATCH", "/accounts/" + NOBODYS, "{}", Map.of()));
    tell(
        text,
        "no version in If-Match",
        admin.send("PATCH", "/accounts/" + NOBODYS, "{}", Map.of("If-Match", "x")));
    tell(
        text,
        "no Idempotency-Key",
        admin.post(
            "/scenarios/" + NOBODYS + "/publications", "{\"effectiveFrom\":\"2027-01-01\"}"));
    tell(text, "limit", admin.get("/accounts?limit=0"));
    tell(
        text,
        "media type",
        admin.send("POST", "/plans", "x", Map.of("Content-Type", "text/plain")));
    tell(text, "empty file", admin.upload("/imports/accounts?mapping=x", "a.csv", ""));

    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, text);
    }
    assertThat(text.toString()).isEqualTo(Files.readString(GOLDEN));
  }

  private static void tell(StringBuilder text, String what, Answer answer) {
    assertThat(answer.headers().firstValue("Content-Type"))
        .as(what + " " + answer.text())
        .contains("application/problem+json");
    text.append("# ").append(what).append(": ").append(answer.status()).append('\n');
    text.append(PRETTY.writeValueAsString(answer.json())).append("\n\n");
  }
}
