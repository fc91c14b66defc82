package bailiwick.cli.store;

import bailiwick.cli.terminal.DataFolder;
import bailiwick.store.Store;
import bailiwick.store.StoreConfig;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that say which store: the embedded one in the data folder, or another PostgreSQL by
 * its address. Its password never stands on the command line, where other users could read it.
 */
public final class StoreOption {

  private static final String PASSWORD = "BAILIWICK_DATABASE_PASSWORD";

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "A PostgreSQL (15 to 18) in place of the embedded one, such as",
        "jdbc:postgresql://db.example.com/bailiwick; its password in $" + PASSWORD + "."
      })
  private @Nullable String database;

  @Option(
      names = "--database-user",
      paramLabel = "NAME",
      description = "User of --database (default: ${DEFAULT-VALUE}).")
  private String user = "bailiwick";

  @Mixin private DataFolder data;

  /** The data folder. */
  public Path folder() {
    return data.path();
  }

  /** The data folder, or one of that name inside the standard one when nobody says where. */
  public Path folderOr(String name) {
    return data.pathOr(name);
  }

  /** Where the atlas keeps countries added by the user. */
  public Path atlas() {
    return data.atlas();
  }

  /** The store in a data folder, or the external one. */
  public StoreConfig config(Path folder) {
    if (database == null) {
      return StoreConfig.folder(storeIn(folder));
    }
    String password = System.getenv(PASSWORD);
    return new StoreConfig.External(database, user, password == null ? "" : password);
  }

  /** The folder of the embedded store; empty when another PostgreSQL is named. */
  public Optional<Path> findEmbedded() {
    return database == null ? Optional.of(storeIn(folder())) : Optional.empty();
  }

  /** Where the embedded store lies in a data folder. */
  static Path storeIn(Path folder) {
    return folder.resolve("store");
  }

  /** Opens the store that the options name; close it after use. */
  public Store open() {
    return Store.open(config(folder()), Clock.systemUTC(), new SecureRandom());
  }
}
