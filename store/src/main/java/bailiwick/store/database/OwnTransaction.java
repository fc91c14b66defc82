package bailiwick.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A transaction on a connection of its own, so that its thread may use the store otherwise
 * meanwhile. Closing it before it is committed leaves no trace. Belongs to one thread.
 */
public final class OwnTransaction implements AutoCloseable {

  private final Database database;
  private final Connection connection;
  private final JdbcClient jdbc;
  private @Nullable CopyRows open;

  private OwnTransaction(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
    this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }

  /** Begins one. */
  public static OwnTransaction begin(Database database) {
    try {
      Connection connection = database.dataSource().getConnection();
      try {
        connection.setAutoCommit(false);
        return new OwnTransaction(database, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw database.translated("start of a load", e);
    }
  }

  /** SQL statements within it; none while a COPY is open. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  /** Begins a COPY within it; see {@link CopyRows#open}. */
  public CopyRows copyIn(String target) {
    try {
      open = CopyRows.open(connection, target);
      return open;
    } catch (SQLException e) {
      throw database.translated("COPY " + target, e);
    }
  }

  /** Ends the COPY; returns how many rows the table has taken. */
  public long finishCopy() {
    try {
      return Objects.requireNonNull(open).finish();
    } catch (SQLException e) {
      throw database.translated("COPY", e);
    }
  }

  /** Makes everything visible. */
  public void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw database.translated("commit", e);
    }
  }

  @Override
  public void close() {
    try (connection) {
      if (open != null) {
        open.close();
      }
      connection.rollback(); // nothing, after a commit
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw database.translated("end of a load", e);
    }
  }
}
