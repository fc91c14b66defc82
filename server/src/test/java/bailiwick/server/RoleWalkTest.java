package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import bailiwick.server.Api.Answer;
import bailiwick.store.user.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Walks the committed OpenAPI document: for every operation and every role the real server refuses
 * whom {@code x-roles} does not name, and lets in whom it does.
 */
class RoleWalkTest {

  private static final TestServer SERVER = TestServer.get();
  private static final String NOBODYS_ID = "019a0000-0000-7000-8000-000000000000";

  /** Ends the session that the walk goes on with; its own test follows below. */
  private static final List<String> ENDS_THE_SESSION = List.of("signOut");

  private record Operation(String id, String method, String path, List<String> roles) {
    boolean open() {
      return roles.contains("ANYONE");
    }
  }

  @TestFactory
  Stream<DynamicTest> without_sign_in_only_open_operations_answer() throws IOException {
    return operations().stream()
        .map(operation ->
            dynamicTest(
                operation.id(),
                () -> {
                  int status = call(Api.browser(SERVER.address()), operation).status();
                  if (operation.open()) {
                    assertThat(status).isNotIn(403);
                  } else {
                    assertThat(status).isEqualTo(401);
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> every_operation_lets_in_exactly_the_roles_it_names() throws IOException {
    Map<Role, Api> callers = callers();
    List<DynamicTest> tests = new ArrayList<>();
    for (Operation operation : operations()) {
      for (Role role : Role.values()) {
        if (!operation.open() && !ENDS_THE_SESSION.contains(operation.id())) {
          tests.add(
              dynamicTest(
                  operation.id() + " as " + role,
                  () -> walk(operation, role, Objects.requireNonNull(callers.get(role)))));
        }
      }
    }
    return tests.stream();
  }

  private static void walk(Operation operation, Role role, Api caller) {
    Answer answer = call(caller, operation);
    if (operation.roles().contains(role.name())) {
      assertThat(answer.status()).as(answer.text()).isNotIn(401, 403).isLessThan(500);
    } else {
      assertThat(answer.status()).as(answer.text()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("NOT_ALLOWED");
    }
  }

  private static Map<Role, Api> callers() {
    Map<Role, Api> callers = new EnumMap<>(Role.class);
    callers.put(Role.ADMINISTRATOR, SERVER.person("ADMINISTRATOR", Map.of()));
    callers.put(Role.PLANNER, SERVER.person("PLANNER", Map.of()));
    callers.put(Role.MANAGER, SERVER.person("MANAGER", Map.of()));
    callers.put(
        Role.REPRESENTATIVE,
        SERVER.person("REPRESENTATIVE", Map.of("representativeId", SERVER.representativeId())));
    callers.put(Role.INTEGRATION, SERVER.machine());
    return callers;
  }

  /** Calls an operation on things that are not there, so that the walk changes nothing. */
  private static Answer call(Api api, Operation operation) {
    String path =
        operation
            .path()
            .replace("{id}", NOBODYS_ID)
            .replace("{kind}", operation.path().contains("imports") ? "accounts" : "county")
            .replace("{country}", "XX")
            .replace("{name}", "nothing")
            .replace("{measure}", "nothing")
            .replace("{layer}", "nothing")
            .replace("{jobId}", NOBODYS_ID)
            .replace("{number}", "1");
    boolean upload =
        operation.method().equals("POST")
            && (operation.path().contains("/imports/") || operation.path().endsWith("/sheet"));
    if (upload) {
      return api.upload(path, "empty.csv", "");
    }
    Map<String, String> headers = new HashMap<>();
    Object body = operation.method().matches("GET|DELETE") ? null : "{}";
    return api.send(operation.method(), path, body, headers);
  }

  private static List<Operation> operations() throws IOException {
    List<Operation> operations = new ArrayList<>();
    try (InputStream in = RoleWalkTest.class.getResourceAsStream("/openapi/bailiwick-v1.json")) {
      JsonNode document = Api.JSON.readTree(in);
      for (var path : document.get("paths").properties()) {
        for (var method : path.getValue().properties()) {
          List<String> roles = new ArrayList<>();
          method.getValue().get("x-roles").forEach(role -> roles.add(role.asString()));
          operations.add(
              new Operation(
                  method.getValue().get("operationId").asString(),
                  method.getKey().toUpperCase(java.util.Locale.ROOT),
                  path.getKey(),
                  roles));
        }
      }
    }
    assertThat(operations).hasSize(ApiSurface.operationCount());
    return operations;
  }
}
