package bailiwick.store.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table, in COPY's text format: {@code rows.text(name).number(7).end()}.
 * Belongs to one thread.
 */
public final class CopyRows implements AutoCloseable {

  private static final int BUFFER_CHARS = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder buffer = new StringBuilder(BUFFER_CHARS + 4096);
  private boolean rowBegun;

  private CopyRows(CopyIn copy) {
    this.copy = copy;
  }

  /**
   * Begins a COPY on a connection, which can do nothing else until it ends.
   *
   * @param target table and columns, such as {@code account_staging (id, name)}
   */
  public static CopyRows open(Connection connection, String target) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    return new CopyRows(postgres.getCopyAPI().copyIn("COPY " + target + " FROM STDIN"));
  }

  /** Adds a text; the character NUL, which PostgreSQL cannot hold, is left out. */
  public CopyRows text(@Nullable String value) {
    separate();
    if (value == null) {
      buffer.append("\\N");
      return this;
    }
    for (int i = 0; i < value.length(); i++) {
      appendEscaped(value.charAt(i));
    }
    return this;
  }

  private void appendEscaped(char c) {
    switch (c) {
      case '\\' -> buffer.append("\\\\");
      case '\t' -> buffer.append("\\t");
      case '\n' -> buffer.append("\\n");
      case '\r' -> buffer.append("\\r");
      case '\0' -> {}
      default -> buffer.append(c);
    }
  }

  /** Adds an id. */
  public CopyRows id(@Nullable UUID value) {
    return plain(value);
  }

  /** Adds a day. */
  public CopyRows day(@Nullable LocalDate value) {
    return plain(value);
  }

  /** Adds a whole number. */
  public CopyRows number(long value) {
    separate();
    buffer.append(value);
    return this;
  }

  /** Adds a value whose text needs no escaping, such as a number or an enum; null for none. */
  public CopyRows plain(@Nullable Object value) {
    separate();
    buffer.append(value == null ? "\\N" : value.toString());
    return this;
  }

  /** Ends the row. */
  public void end() {
    buffer.append('\n');
    rowBegun = false;
    if (buffer.length() >= BUFFER_CHARS) {
      send();
    }
  }

  private void separate() {
    if (rowBegun) {
      buffer.append('\t');
    }
    rowBegun = true;
  }

  private void send() {
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    buffer.setLength(0);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new CopyFailed(e);
    }
  }

  /** Sends what is left and ends the COPY; returns how many rows the table has taken. */
  public long finish() throws SQLException {
    send();
    return copy.endCopy();
  }

  /** Cancels the COPY unless it was finished. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
