package bailiwick.server.wire;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What is not known, as JSON has it. */
public final class Known {

  private Known() {}

  /** The value, or null for none. */
  public static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
