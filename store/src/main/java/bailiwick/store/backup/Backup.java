package bailiwick.store.backup;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.Schema;
import bailiwick.store.Store;
import bailiwick.store.backup.Manifest.TableDump;
import bailiwick.store.embedded.EmbeddedPostgres;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A whole store in one file: a zip of every table as text, all of one moment, with a manifest of
 * row counts and checksums. It can be restored into another PostgreSQL version.
 */
public final class Backup {

  /** Name of the manifest's entry, the last of the zip: a file cut short has none. */
  static final String MANIFEST = "manifest.properties";

  private Backup() {}

  /** Writes the store to a file while others work; an existing file is replaced at the end only. */
  public static BackupReport write(Store store, Path file) {
    return write(store.dataSource(), store.now(), file);
  }

  /**
   * Writes the embedded store of a folder while a server runs on it; empty, and nothing written,
   * when none does. The server's own database is asked, so nothing of its work is held up.
   *
   * @throws ProblemException with {@code STORE_FOLDER_IN_USE} while that server starts or stops
   */
  public static Optional<BackupReport> writeRunning(Path folder, Clock clock, Path file) {
    return EmbeddedPostgres.findRunning(folder)
        .map(server ->
            write(
                new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password()),
                clock.instant(),
                file));
  }

  private static BackupReport write(DataSource source, Instant madeAt, Path file) {
    Path target = file.toAbsolutePath();
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try {
      Manifest manifest;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial));
          Connection connection = source.getConnection()) {
        manifest = dump(connection, Schema.version(source), madeAt, out);
      } catch (IOException | SQLException | RuntimeException e) {
        Files.deleteIfExists(partial);
        throw e;
      }
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new BackupReport(
          file, madeAt, manifest.schema(), manifest.tables().size(), manifest.rows());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("The backup stopped: " + e.getMessage(), e);
    }
  }

  private static Manifest dump(
      Connection connection, String schema, Instant madeAt, OutputStream out)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      // One snapshot for every table: what is committed while we read is not seen.
      jdbc.sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").update();
      Tables tables = new Tables(jdbc);
      List<TableDump> dumps = new ArrayList<>();
      for (String table : tables.inOrder()) {
        dumps.add(dump(connection, table, tables.columns(table), zip));
      }
      Manifest manifest = new Manifest(madeAt, schema, dumps);
      zip.putNextEntry(new ZipEntry(MANIFEST));
      manifest.write(zip);
      return manifest;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static TableDump dump(
      Connection connection, String table, String columns, ZipOutputStream zip)
      throws SQLException, IOException {
    zip.putNextEntry(new ZipEntry(new TableDump(table, columns, 0, "").entry()));
    DigestOutputStream digesting = new DigestOutputStream(zip, Checksums.sha256());
    long rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY " + table + " (" + columns + ") TO STDOUT", digesting);
    zip.closeEntry();
    String sha256 = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    return new TableDump(table, columns, rows, sha256);
  }

  /**
   * Restores a file into a new or empty data folder. Checked first: a damaged or foreign file
   * changes nothing, and a restore that stops in the middle leaves the folder empty again.
   *
   * @throws ProblemException with {@code STORE_BACKUP_DAMAGED}, {@code STORE_BACKUP_FOREIGN},
   *     {@code STORE_FOLDER_NOT_EMPTY} or {@code STORE_NEWER_SCHEMA}
   */
  public static BackupReport restore(Path file, Path emptyFolder) {
    return Restore.restore(file, emptyFolder);
  }
}
