package bailiwick.cli.crm;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

  @Test
  void a_byte_order_mark_is_skipped_in_the_file_and_in_the_key_beside_it() throws IOException {
    Files.writeString(folder.resolve("key.pem"), "\uFEFF-----BEGIN PRIVATE KEY-----");
    Path file =
        Files.writeString(
            folder.resolve("secrets.txt"), "\uFEFFclientId = a\r\nprivateKeyFile = key.pem\r\n");

    assertThat(CrmSecrets.ofFile(file).values())
        .isEqualTo(Map.of("clientId", "a", "privateKey", "-----BEGIN PRIVATE KEY-----"));
  }

  @Test
  void a_file_in_another_encoding_is_told_and_nothing_of_it_is_shown() throws IOException {
    Path latin = folder.resolve("latin.txt");
    Files.writeString(latin, "clientSecret = Schlüssel", StandardCharsets.ISO_8859_1);
    Path wide = folder.resolve("wide.txt");
    Files.write(wide, concat(new byte[] {-1, -2}, "token = a".getBytes(UTF_16LE)));
    Path binaryKey = Files.write(folder.resolve("key.der"), new byte[] {0x30, (byte) 0x82, 4});
    Path naming = Files.writeString(folder.resolve("key.txt"), "privateKeyFile = key.der");

    assertProblem(latin, "CLI_SECRETS_NOT_UTF8", latin);
    assertProblem(wide, "CLI_SECRETS_NOT_UTF8", wide);
    assertProblem(naming, "CLI_SECRETS_NOT_UTF8", binaryKey);
  }

  @Test
  void a_file_that_gives_no_value_is_told() throws IOException {
    for (String nothing : List.of("", "\uFEFF", "\n \n# only a comment\n", "token =\n")) {
      Path file = Files.writeString(folder.resolve("secrets.txt"), nothing);
      assertProblem(file, "CLI_SECRETS_BLANK", file);
    }
  }

  private static void assertProblem(Path read, String code, Path named) {
    assertThatThrownBy(() -> CrmSecrets.ofFile(read))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .satisfies(problem -> {
                      assertThat(problem.code()).isEqualTo(code);
                      assertThat(problem.message())
                          .contains(named.getFileName().toString())
                          .doesNotContain("Schl");
                    }));
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
