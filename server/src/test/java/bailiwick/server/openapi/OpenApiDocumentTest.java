package bailiwick.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.ApiSurface;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OpenApiDocumentTest {

  private static final Path COMMITTED =
      Path.of("src", "main", "resources", "openapi", "bailiwick-v1.json");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static JsonNode generated;

  @BeforeAll
  static void generate() throws Exception {
    SpringApplication application = new SpringApplication(DocumentApplication.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", "0",
            "server.address", "127.0.0.1",
            "spring.main.banner-mode", "off",
            "springdoc.api-docs.version", "openapi_3_1",
            "springdoc.writer-with-order-by-keys", "true",
            "springdoc.override-with-generic-response", "false",
            "logging.level.root", "warn"));
    try (var context = application.run();
        HttpClient client = HttpClient.newHttpClient()) {
      int port =
          Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
      String document =
          client
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      ObjectNode tree = (ObjectNode) JSON.readTree(document);
      // Wherever the document is read from is the server it speaks of, not the one of this test.
      tree.putArray("servers").addObject().put("url", "/");
      BriefSchemas.publish(tree);
      generated = tree;
    }
  }

  @AfterAll
  static void forget() {
    generated = JSON.missingNode();
  }

  @Test
  void the_committed_document_is_the_generated_one() throws IOException {
    String text = JSON.writeValueAsString(generated) + "\n";
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(COMMITTED, text);
    }

    assertThat(Files.readString(COMMITTED))
        .as("refresh with -Dgolden=write and review the difference")
        .isEqualTo(text);
  }

  @Test
  void every_operation_says_what_it_does_who_may_and_how_it_fails() {
    Set<String> ids = new HashSet<>();
    for (Map.Entry<String, JsonNode> path : generated.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        String where = method.getKey() + " " + path.getKey();
        JsonNode operation = method.getValue();
        assertThat(ids.add(operation.path("operationId").asString())).as(where).isTrue();
        assertThat(operation.path("summary").asString()).as(where).isNotBlank();
        assertThat(operation.path("x-roles").size()).as(where).isPositive();
        assertThatEveryBodyHasAnExample(where, operation);
      }
    }
    assertThat(ids).hasSize(ApiSurface.operationCount());
  }

  private static void assertThatEveryBodyHasAnExample(String where, JsonNode operation) {
    for (Map.Entry<String, JsonNode> response : operation.get("responses").properties()) {
      for (JsonNode media : response.getValue().path("content")) {
        boolean shown = media.has("example") || media.path("schema").has("example");
        assertThat(shown).as(where + " " + response.getKey()).isTrue();
      }
    }
  }
}
