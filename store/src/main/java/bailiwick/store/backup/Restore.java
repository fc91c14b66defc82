package bailiwick.store.backup;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.Schema;
import bailiwick.store.backup.Manifest.TableDump;
import bailiwick.store.database.StoreProblem;
import bailiwick.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Brings a backup back to life: check everything, then fill a fresh store, then bring it up to
 * date.
 */
final class Restore {

  private Restore() {}

  static BackupReport restore(Path file, Path folder) {
    try {
      requireEmpty(folder);
      try (ZipFile zip = open(file)) {
        Manifest manifest = checked(zip, file);
        fill(zip, manifest, folder);
        return new BackupReport(
            file, manifest.madeAt(), manifest.schema(), manifest.tables().size(), manifest.rows());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checks a file as {@link #restore} does, and nothing more. */
  static Manifest check(Path file) throws IOException {
    try (ZipFile zip = open(file)) {
      return checked(zip, file);
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw ProblemException.of(new StoreProblem.FolderNotEmpty(folder.toString()));
      }
    }
  }

  private static ZipFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw ProblemException.of(new StoreProblem.NotFound("file", file.toString()));
    }
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      // A zip cut short keeps its first bytes; anything else never was one.
      throw startsLikeZip(file)
          ? damaged(file, "it is cut short")
          : ProblemException.of(new StoreProblem.BackupForeign(file.toString()));
    }
  }

  private static boolean startsLikeZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      return start.length == 2 && start[0] == 'P' && start[1] == 'K';
    }
  }

  private static Manifest checked(ZipFile zip, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(Backup.MANIFEST);
    if (entry == null) {
      throw ProblemException.of(new StoreProblem.BackupForeign(file.toString()));
    }
    Manifest manifest;
    try (InputStream in = zip.getInputStream(entry)) {
      manifest = Manifest.read(in);
    } catch (IOException e) {
      throw damaged(file, String.valueOf(e.getMessage()));
    }
    for (TableDump table : manifest.tables()) {
      requireWhole(zip, table, file);
    }
    requireKnownSchema(manifest);
    return manifest;
  }

  private static void requireWhole(ZipFile zip, TableDump table, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(table.entry());
    if (entry == null) {
      throw damaged(file, "it lacks the table " + table.name());
    }
    try (DigestInputStream in =
        new DigestInputStream(zip.getInputStream(entry), Checksums.sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      String found = HexFormat.of().formatHex(in.getMessageDigest().digest());
      if (!found.equals(table.sha256())) {
        throw damaged(file, "the checksum of the table " + table.name() + " differs");
      }
    } catch (IOException e) {
      throw damaged(file, "the table " + table.name() + " does not unpack");
    }
  }

  private static ProblemException damaged(Path file, String reason) {
    return ProblemException.of(new StoreProblem.BackupDamaged(file.toString(), reason));
  }

  private static void requireKnownSchema(Manifest manifest) {
    String newest = Schema.newestVersion();
    if (Schema.isNewer(manifest.schema(), newest)) {
      throw ProblemException.of(new StoreProblem.NewerSchema(manifest.schema(), newest));
    }
  }

  private static void fill(ZipFile zip, Manifest manifest, Path folder) throws IOException {
    boolean existed = Files.exists(folder);
    boolean filled = false;
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0)) {
      var dataSource =
          new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password());
      Schema.migrate(dataSource, manifest.schema());
      try (Connection connection = dataSource.getConnection()) {
        copyAll(connection, zip, manifest);
      }
      Schema.migrate(dataSource);
      filled = true;
    } catch (SQLException e) {
      throw new IllegalStateException("The restore stopped: " + e.getMessage(), e);
    } finally {
      if (!filled) {
        clear(folder, existed);
      }
    }
  }

  private static void copyAll(Connection connection, ZipFile zip, Manifest manifest)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    Tables tables = new Tables(jdbc);
    emptyFilled(jdbc, tables.inOrder());
    for (TableDump table : manifest.tables()) {
      try (InputStream in = zip.getInputStream(zip.getEntry(table.entry()))) {
        long rows =
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.name() + " (" + table.columns() + ") FROM STDIN", in);
        if (rows != table.rows()) {
          throw new IllegalStateException(
              "The table %s took %s of %s rows.".formatted(table.name(), rows, table.rows()));
        }
      }
    }
    tables.advanceCounters();
    connection.commit();
    connection.setAutoCommit(true);
    jdbc.sql("ANALYZE").update();
  }

  /** The migrations themselves put a few rows in, which the backup holds too. */
  private static void emptyFilled(JdbcClient jdbc, List<String> order) {
    for (int i = order.size() - 1; i >= 0; i--) {
      String table = order.get(i);
      // Asked first, because tables that only grow refuse even a deletion of nothing.
      if (jdbc.sql("SELECT EXISTS (SELECT FROM " + table + ")").query(Boolean.class).single()) {
        jdbc.sql("DELETE FROM " + table + " WHERE true").update();
      }
    }
  }

  private static void clear(Path folder, boolean keepFolder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        if (!keepFolder || !path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
  }
}
