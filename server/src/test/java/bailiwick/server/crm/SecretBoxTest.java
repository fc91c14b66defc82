package bailiwick.server.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] TEXT = bytes("the secret of the app");
  private static final byte[] OWNER = bytes("one connection");

  @TempDir private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private SecretBox box() {
    return new SecretBox(SecretKeyFile.read(folder.resolve("secret.key"), null, RANDOM), RANDOM);
  }

  @Test
  void what_was_closed_opens_with_the_key_of_the_folder_again() {
    byte[] closed = box().close(TEXT, OWNER);

    assertThat(box().open(closed, OWNER))
        .hasValueSatisfying(text -> assertThat(text).isEqualTo(TEXT));
    assertThat(new String(closed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
  }

  @Test
  void no_two_closings_are_alike() {
    SecretBox box = box();
    assertThat(box.close(TEXT, OWNER)).isNotEqualTo(box.close(TEXT, OWNER));
  }

  @Test
  void another_key_another_owner_or_a_changed_byte_open_nothing() {
    SecretBox box = box();
    byte[] closed = box.close(TEXT, OWNER);

    assertThat(new SecretBox(new byte[32], RANDOM).open(closed, OWNER)).isEmpty();
    assertThat(box.open(closed, bytes("another"))).isEmpty();
    assertThat(box.open(new byte[0], OWNER)).isEmpty();
    for (int i = 0; i < closed.length; i++) {
      byte[] changed = closed.clone();
      changed[i] ^= 1;
      assertThat(box.open(changed, OWNER)).as("byte " + i).isEmpty();
    }
  }

  @Test
  void the_key_is_made_once_for_the_owner_alone() throws Exception {
    Path file = folder.resolve("secret.key");
    byte[] first = SecretKeyFile.read(file, null, RANDOM);

    assertThat(first).hasSize(32).isEqualTo(SecretKeyFile.read(file, null, RANDOM));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_key_of_the_environment_goes_first_and_makes_no_file() {
    String given = Base64.getEncoder().encodeToString(new byte[32]);
    Path file = folder.resolve("secret.key");

    assertThat(SecretKeyFile.read(file, given + "\n", RANDOM)).isEqualTo(new byte[32]);
    assertThat(file).doesNotExist();
    assertThatThrownBy(() -> SecretKeyFile.read(file, "short", RANDOM))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("BAILIWICK_SECRET_KEY")
        .hasMessageNotContaining("short");
  }
}
