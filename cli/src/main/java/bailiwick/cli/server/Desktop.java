package bailiwick.cli.server;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The user's desktop, when there is one. */
final class Desktop {

  private Desktop() {}

  /** Opens a page in the user's browser; without a desktop, or when it fails, nothing happens. */
  static void open(URI page) {
    command().ifPresent(command -> start(List.of(command, page.toString())));
  }

  private static Optional<String> command() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return Optional.of("open");
    }
    boolean screen = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    return screen ? Optional.of("xdg-open") : Optional.empty();
  }

  private static void start(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // The address stands on the terminal; a browser that does not open is no reason to stop.
      return;
    }
  }
}
