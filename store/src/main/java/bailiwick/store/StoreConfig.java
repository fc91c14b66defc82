package bailiwick.store;

import java.nio.file.Path;

/** Where the data is kept. */
public sealed interface StoreConfig {

  /**
   * In a folder of our own, on the embedded PostgreSQL.
   *
   * @param folder made when missing
   * @param port of the database on the loopback address, 0 for any free one
   */
  record Embedded(Path folder, int port) implements StoreConfig {}

  /**
   * On a PostgreSQL (15 to 18) run by others; its database exists, its user may create tables and
   * the extension btree_gist.
   *
   * @param jdbcUrl such as {@code jdbc:postgresql://db.example.com/bailiwick}
   */
  record External(String jdbcUrl, String username, String password) implements StoreConfig {

    @Override
    public String toString() {
      return "External[" + jdbcUrl + ", " + username + "]";
    }
  }

  /** In a folder, on any free port. */
  static StoreConfig folder(Path folder) {
    return new Embedded(folder, 0);
  }
}
