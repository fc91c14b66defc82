package bailiwick.cli.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrmSecretsTest {

  @TempDir private Path folder;

  @Test
  void every_way_to_sign_in_may_come_from_the_environment() {
    CrmSecrets secrets =
        CrmSecrets.ofEnvironment(
            Map.of(
                "BAILIWICK_CRM_CLIENT_ID", "a",
                "BAILIWICK_CRM_CLIENT_SECRET", "b",
                "BAILIWICK_CRM_REFRESH_TOKEN", "c",
                "BAILIWICK_CRM_USERNAME", "d",
                "BAILIWICK_CRM_PRIVATE_KEY", "e",
                "BAILIWICK_CRM_TOKEN", "f",
                "PATH", "/bin"));

    assertThat(secrets.values())
        .isEqualTo(
            Map.of(
                "clientId", "a",
                "clientSecret", "b",
                "refreshToken", "c",
                "username", "d",
                "privateKey", "e",
                "token", "f"));
    assertThat(secrets.toString()).contains("token").doesNotContain("=");
  }

  @Test
  void nothing_anywhere_is_told() {
    assertThatThrownBy(() -> CrmSecrets.ofEnvironment(Map.of("BAILIWICK_CRM_TOKEN", " ")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("No credentials");
  }

  @Test
  void a_value_may_hold_anything_and_a_key_stands_in_a_file_beside() throws IOException {
    String pem = "-----BEGIN PRIVATE KEY-----\nMIIE=\n-----END PRIVATE KEY-----\n";
    Files.writeString(folder.resolve("key.pem"), pem);
    Path file = folder.resolve("secrets.txt");
    Files.write(
        file,
        List.of("# of the sandbox", "", "clientSecret = a=b\\c #d", "privateKeyFile=key.pem"));

    assertThat(CrmSecrets.ofFile(file).values())
        .isEqualTo(Map.of("clientSecret", "a=b\\c #d", "privateKey", pem));
  }
}
