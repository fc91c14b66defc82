package bailiwick.intake.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.crm.fixture.Fault;
import bailiwick.intake.crm.fixture.SalesforceStub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a CRM, or whoever answers in its place, can make us do: not wait, not swell, not tell. */
class CrmTransportTest {

  private static Exchange exchange(CrmPatience patience) {
    return new Exchange(patience, CrmNetwork.LOOPBACK, Clock.systemUTC());
  }

  private static CrmPatience patience(Duration answer, int mostBytes) {
    return new CrmPatience(CrmPatience.OF_REQUESTS.backOff(), answer, mostBytes);
  }

  private static Problem problem(CrmClient client) {
    return catchThrowableOfType(ProblemException.class, client::test).problems().getFirst();
  }

  @Test
  void somebody_who_waits_is_not_made_to_wait_for_minutes() {
    Exchange exchange = exchange(CrmPatience.OF_REQUESTS);
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      stub.answerNext("/token", 429, "{}", Map.of("Retry-After", "600"));

      Problem problem = problem(exchange.salesforce(stub));

      assertThat(problem.code()).isEqualTo("CRM_BUSY");
      assertThat(problem.message()).contains("429", "600 seconds");
      assertThat(exchange.waits).isEmpty();
    }
  }

  @Test
  void a_job_keeps_to_the_wait_that_is_asked_for_in_seconds_or_as_a_moment_of_the_crms_clock() {
    Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));
    Exchange exchange = new Exchange(CrmPatience.OF_JOBS, CrmNetwork.LOOPBACK, slow);
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      stub.answerNext("/token", 503, "{}", Map.of("Retry-After", "590"));
      // The stub's server tells its own moment with every answer.
      String moment =
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(300));
      stub.answerNext("/token", 503, "{}", Map.of("Retry-After", moment));

      exchange.salesforce(stub).test();

      assertThat(exchange.waits).hasSize(2);
      assertThat(exchange.waits.getFirst()).isEqualTo(Duration.ofSeconds(590));
      assertThat(exchange.waits.getLast().toSeconds()).isBetween(280L, 300L);
    }
  }

  @Test
  void a_wait_of_hours_is_told_and_not_cut_short() {
    Exchange exchange = new Exchange();
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      stub.answerNext("/token", 503, "{}", Map.of("Retry-After", "7200"));

      assertThat(problem(exchange.salesforce(stub)).message()).contains("7200 seconds");
      assertThat(exchange.waits).isEmpty();
    }
  }

  @Test
  void an_answer_that_never_ends_is_given_up() {
    Exchange exchange = exchange(patience(Duration.ofMillis(300), 2_000));
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      stub.faults(path -> Fault.NEVER_ENDING);

      assertThat(problem(exchange.salesforce(stub)).code()).isEqualTo("CRM_TOO_SLOW");
    }
  }

  @Test
  void an_answer_that_is_too_large_is_given_up_while_it_comes() {
    Exchange exchange = exchange(patience(Duration.ofMinutes(1), 2_000));
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      stub.answerNext("/token", 200, "{\"access_token\":\"" + "x".repeat(200_000) + "\"}");

      assertThat(problem(exchange.salesforce(stub)).code()).isEqualTo("CRM_ANSWER_TOO_LARGE");
      assertThat(exchange.waits).as("asking again brings no less").isEmpty();
    }
  }

  @Test
  void nothing_is_told_of_what_a_stranger_answers() {
    for (String answer :
        List.of(
            "<html>secret of a neighbour</html>",
            "{\"key\":\"secret of a neighbour\"}",
            "{\"access_token\":\"t\",\"instance_url\":\"https://secret of a neighbour\"}")) {
      for (int status : new int[] {200, 404, 500}) {
        Exchange exchange = new Exchange();
        try (SalesforceStub stub = Exchange.salesforceWith(1)) {
          for (int i = 0; i < 6; i++) {
            stub.answerNext("/token", status, answer);
          }

          Problem problem = problem(exchange.salesforce(stub));

          assertThat(problem.message() + problem.hint()).doesNotContain("neighbour");
        }
      }
    }
  }

  @Test
  void a_token_that_no_header_can_carry_is_told_without_it() {
    for (String token : List.of("pat-eu1\n-0000", "pät-0000", "pat\u0000-0000")) {
      Problem problem = problem(new Exchange().hubSpot(URI.create("http://127.0.0.1:9"), token));

      assertThat(problem.code()).isEqualTo("CRM_BAD_TOKEN");
      assertThat(problem.message() + problem.hint()).doesNotContain("0000");
    }
  }

  @Test
  void nothing_is_told_of_what_a_stranger_says_who_speaks_no_http() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> greet(server));
      URI address = URI.create("http://127.0.0.1:" + server.getLocalPort());

      Problem problem = problem(new Exchange().hubSpot(address, "token"));

      assertThat(problem.code()).isEqualTo("CRM_UNREACHABLE");
      assertThat(problem.message()).doesNotContain("SSH").doesNotContain("OpenSSH");
    }
  }

  private static void greet(ServerSocket server) {
    try {
      while (true) {
        try (Socket caller = server.accept()) {
          caller
              .getOutputStream()
              .write("SSH-2.0-OpenSSH_9.9\r\n".getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException closed) {
      // the test is over
    }
  }
}
