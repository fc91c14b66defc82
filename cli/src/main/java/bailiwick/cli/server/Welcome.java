package bailiwick.cli.server;

import bailiwick.cli.terminal.Json;
import bailiwick.server.RunningServer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a running server tells the person who started it: where it is, and how to sign in.
 *
 * @param server the running server
 * @param folder its data folder
 */
record Welcome(RunningServer server, Path folder) {

  private static final String USER = "admin";

  void print(PrintWriter out, boolean json) {
    if (json) {
      Json.print(out, facts());
      return;
    }
    out.println();
    out.printf("  Bailiwick is at  %s%n", server.address());
    if (server.firstSecret().isPresent()) {
      out.printf("  Sign in as       %s%n", USER);
      out.printf("  with the secret  %s%n", server.firstSecret().get());
      out.printf("                   (you will choose a password of your own)%n");
    } else {
      out.printf("  Sign in as       %s, with the password you chose%n", USER);
    }
    out.printf("  Data             %s%n", folder);
    out.println();
    out.println("  Ctrl-C stops it.");
    out.flush();
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("address", server.address().toString());
    facts.put("user", USER);
    server.firstSecret().ifPresent(secret -> facts.put("secret", secret));
    facts.put("folder", folder.toString());
    return facts;
  }
}
