package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTest {

  private static final TestServer SERVER = TestServer.get();

  @Test
  void a_change_without_the_csrf_token_is_refused() {
    Api planner = SERVER.person("PLANNER", Map.of()).withoutCsrf();

    Answer refused = planner.post("/plans", "{}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("CSRF_MISSING");
    assertThat(planner.get("/session").status()).as("reading needs none").isEqualTo(200);
  }

  @Test
  void the_session_cookie_is_out_of_reach_for_scripts_and_other_sites() {
    String name = SERVER.fresh("cookie");
    String secret = user(name);

    Answer answer = Api.browser(SERVER.address()).signIn(name, secret);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("BAILIWICK_SESSION=")
                .contains("HttpOnly")
                .contains("SameSite=Strict"));
  }

  @Test
  void a_one_time_secret_opens_nothing_but_the_change_of_password() {
    String name = SERVER.fresh("fresh");
    Api api = Api.signedIn(SERVER.address(), name, user(name));

    assertThat(api.get("/session").json().get("mustChangePassword").asBoolean()).isTrue();
    assertThat(api.get("/plans").code()).isEqualTo("PASSWORD_MUST_CHANGE");
  }

  @Test
  void the_first_secret_no_longer_works_once_it_was_changed() {
    Answer again = Api.browser(SERVER.address()).signIn("admin", SERVER.firstSecret());

    assertThat(again.status()).isEqualTo(401);
    assertThat(again.code()).isEqualTo("SIGN_IN_WRONG");
  }

  @Test
  void guessing_is_slowed_down() {
    String name = SERVER.fresh("guessed");
    String secret = user(name);
    Api guesser = Api.browser(SERVER.address());
    for (int attempt = 0; attempt < 6; attempt++) {
      guesser.signIn(name, "wrong");
    }

    Answer slowed = guesser.signIn(name, secret);

    assertThat(slowed.status()).isEqualTo(429);
    assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void a_stopped_user_is_out_at_once() {
    String name = SERVER.fresh("stopped");
    Answer made =
        SERVER
            .administrator()
            .post("/users", Map.of("username", name, "name", name, "role", "MANAGER"));
    Api api = Api.signedIn(SERVER.address(), name, made.json().get("oneTimeSecret").asString());
    assertThat(api.get("/session").status()).isEqualTo(200);

    SERVER
        .administrator()
        .patch(
            "/users/" + made.json().get("user").get("id").asString(),
            Map.of("active", false),
            "\"1\"");

    assertThat(api.get("/session").status()).isEqualTo(401);
  }

  @Test
  void signing_out_ends_the_session() {
    Api api = SERVER.person("MANAGER", Map.of());

    assertThat(api.delete("/session").status()).isEqualTo(204);

    assertThat(api.get("/session").status()).isEqualTo(401);
  }

  @Test
  void a_withdrawn_api_key_opens_nothing() {
    Answer made =
        SERVER.administrator().post("/api-keys", Map.of("name", SERVER.fresh("withdrawn")));
    Api machine = Api.machine(SERVER.address(), made.json().get("secret").asString());
    assertThat(machine.get("/plans").status()).isEqualTo(200);

    SERVER.administrator().delete("/api-keys/" + made.json().get("apiKey").get("id").asString());

    assertThat(machine.get("/plans").code()).isEqualTo("API_KEY_UNKNOWN");
  }

  @Test
  void two_people_are_signed_in_at_once_and_stay_apart() {
    Api one = SERVER.person("PLANNER", Map.of());
    Api other = SERVER.person("MANAGER", Map.of());

    assertThat(one.get("/session").json().get("user").get("role").asString()).isEqualTo("PLANNER");
    assertThat(other.get("/session").json().get("user").get("role").asString())
        .isEqualTo("MANAGER");
  }

  @Test
  void nothing_foreign_may_run_in_our_pages() {
    Answer page = Api.browser(SERVER.address()).get("//");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'")
        .contains("worker-src 'self' blob:")
        .contains("frame-ancestors 'none'")
        .doesNotContain("http");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  private static String user(String name) {
    return SERVER
        .administrator()
        .post("/users", Map.of("username", name, "name", name, "role", "PLANNER"))
        .json()
        .get("oneTimeSecret")
        .asString();
  }

  @Test
  void an_ended_session_is_told_apart_from_none() {
    Api planner = SERVER.person("PLANNER", Map.of());
    assertThat(planner.delete("/session").status()).isEqualTo(204);

    Answer answer = planner.get("/plans");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("SESSION_ENDED");
  }

  @Test
  void a_machine_reads_the_times_of_routes() {
    Api machine = SERVER.machine();
    machine.get("/plans");

    String text = machine.get("/metrics").text();

    assertThat(text)
        .contains("http_server_requests_seconds_count{method=\"GET\",status=\"200\"")
        .contains("uri=\"/api/v1/plans\"")
        .contains("jvm_memory_used_bytes");
  }
}
