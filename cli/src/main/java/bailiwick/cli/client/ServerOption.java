package bailiwick.cli.client;

import bailiwick.core.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name a server to work on in place of files. */
public final class ServerOption {

  private static final String ADDRESS = "BAILIWICK_SERVER";
  private static final String KEY = "BAILIWICK_KEY";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--server",
      paramLabel = "ADDRESS",
      description = {
        "Work on a running server, such as http://127.0.0.1:8080.",
        "Without it: $" + ADDRESS + ", when nothing else says where."
      })
  private @Nullable String given;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = {
        "API key to sign in with. Better in $" + KEY + ", where other users cannot read it."
      })
  private @Nullable String givenKey;

  /** Whether the command line itself names a server. */
  public boolean isGiven() {
    return given != null;
  }

  /** The server that the command line names, or the environment when that does not. */
  public Optional<ServerClient> find() {
    String address = given == null ? System.getenv(ADDRESS) : given;
    if (address == null || address.isBlank()) {
      return Optional.empty();
    }
    URI base = base(address.strip());
    String key = givenKey == null ? System.getenv(KEY) : givenKey;
    if (key == null || key.isBlank()) {
      throw ProblemException.of(new ClientProblem.KeyMissing(base.toString()));
    }
    return Optional.of(new ServerClient(base, key.strip()));
  }

  /**
   * The server, for a command that works on nothing else.
   *
   * @param otherwise what the user could name in its place, such as {@code a rule file}
   */
  public ServerClient get(String otherwise) {
    return find()
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), "Name %s, or a server with --server.".formatted(otherwise)));
  }

  /** The server, for a command that works on nothing else. */
  public ServerClient required() {
    return find()
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), "Name a server with --server or in $" + ADDRESS + "."));
  }

  /** Refuses a command line that names a file as well as a server. */
  public void requireAlone(@Nullable Object file, String what) {
    if (file != null && isGiven()) {
      throw new ParameterException(
          spec.commandLine(), "Name %s or a server, not both.".formatted(what));
    }
  }

  private URI base(String address) {
    String whole = address.contains("://") ? address : "http://" + address;
    try {
      URI uri = new URI(whole.endsWith("/") ? whole : whole + "/");
      if (uri.getHost() != null && whole.startsWith("http")) {
        return uri;
      }
    } catch (URISyntaxException notAnAddress) {
      throw new ParameterException(spec.commandLine(), wrong(address), notAnAddress);
    }
    throw new ParameterException(spec.commandLine(), wrong(address));
  }

  private static String wrong(String address) {
    return "'%s' is no address such as http://127.0.0.1:8080.".formatted(address);
  }
}
