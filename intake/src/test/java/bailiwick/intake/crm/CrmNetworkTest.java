package bailiwick.intake.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.crm.fixture.SalesforceStub;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrmNetworkTest {

  private static final List<String> PRIVATE =
      List.of(
          "https://10.1.2.3",
          "https://172.16.0.1",
          "https://192.168.1.1:8443",
          "https://169.254.169.254",
          "https://100.64.0.1",
          "https://0.1.2.3",
          "https://255.255.255.255",
          "https://224.0.0.1",
          "https://[fd00::1]",
          "https://[fe80::1]",
          "https://[::ffff:10.0.0.1]");
  private static final List<String> OWN =
      List.of("https://127.0.0.1", "https://localhost", "https://[::1]", "https://0.0.0.0");
  private static final List<String> FOREIGN =
      List.of("https://93.184.216.34", "https://[2606:2800:220:1::1]", "https://nobody.invalid");

  private static String code(CrmNetwork network, String address) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> network.require("Ours", URI.create(address)));
    return refused == null ? "allowed" : refused.problems().getFirst().code();
  }

  @Test
  void calls_go_to_the_public_internet_and_nowhere_else() {
    assertThat(PRIVATE).allMatch(to -> code(CrmNetwork.PUBLIC, to).equals("CRM_PRIVATE_ADDRESS"));
    assertThat(OWN).allMatch(to -> code(CrmNetwork.PUBLIC, to).equals("CRM_PRIVATE_ADDRESS"));
    assertThat(FOREIGN).allMatch(to -> code(CrmNetwork.PUBLIC, to).equals("allowed"));
    assertThat(code(CrmNetwork.PUBLIC, "http://127.0.0.1:80")).isEqualTo("CRM_BAD_ADDRESS");
  }

  @Test
  void a_name_and_password_in_an_address_are_not_repeated() {
    for (String address :
        List.of(
            "https://ada:s3cret@crm.example.com/x",
            "https://ada:s3c/ret@crm.example.com",
            "ada:s3cret@crm.example.com",
            "http://crm.example.com?token=s3cret")) {
      ProblemException refused =
          catchThrowableOfType(
              ProblemException.class, () -> CrmNetwork.PUBLIC.require("Ours", URI.create(address)));

      assertThat(refused.problems().getFirst().code()).isEqualTo("CRM_BAD_ADDRESS");
      assertThat(refused.problems().getFirst().message())
          .as(address)
          .contains("crm.example.com")
          .doesNotContain("s3c", "ret@", "ada");
    }
  }

  @Test
  void an_operator_may_allow_a_private_network_and_for_tests_this_machine() {
    assertThat(PRIVATE).allMatch(to -> code(CrmNetwork.PRIVATE, to).equals("allowed"));
    assertThat(OWN).allMatch(to -> code(CrmNetwork.PRIVATE, to).equals("CRM_PRIVATE_ADDRESS"));
    assertThat(OWN).allMatch(to -> code(CrmNetwork.LOOPBACK, to).equals("allowed"));
    assertThat(code(CrmNetwork.LOOPBACK, "http://127.0.0.1:80")).isEqualTo("allowed");
    assertThat(code(CrmNetwork.LOOPBACK, "http://10.0.0.1")).isEqualTo("CRM_BAD_ADDRESS");
  }

  @Test
  void nobody_is_called_in_a_network_that_is_not_allowed() {
    Exchange exchange = new Exchange(CrmPatience.OF_JOBS, CrmNetwork.PUBLIC, Clock.systemUTC());
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      CrmClient client = exchange.salesforce(stub);

      assertThat(catchThrowableOfType(ProblemException.class, client::test)).isNotNull();
      assertThat(stub.calls()).isEmpty();
    }
  }

  @Test
  void a_token_does_not_go_where_its_giver_sends_it_in_a_private_network() {
    Exchange exchange = new Exchange(CrmPatience.OF_JOBS, CrmNetwork.LOOPBACK, Clock.systemUTC());
    try (SalesforceStub stub = Exchange.salesforceWith(1)) {
      stub.answerNext(
          "/token", 200, "{\"access_token\":\"t\",\"instance_url\":\"http://10.0.0.1\"}");

      assertThat(catchThrowableOfType(ProblemException.class, exchange.salesforce(stub)::test))
          .hasMessageContaining("no token");
      assertThat(stub.calls()).hasSize(1);
    }
  }
}
