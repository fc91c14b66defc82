package bailiwick.intake.potential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The model that comes with the program, to begin from. */
public final class UsualModel {

  /** The name it has in problems and reports. */
  public static final String FILE = "usual-model.yaml";

  private UsualModel() {}

  /** Its text, YAML with a word on each coefficient. */
  public static String text() {
    try (InputStream in = UsualModel.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its %s.".formatted(FILE));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
