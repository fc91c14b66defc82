package bailiwick.store.database;

import bailiwick.core.unit.LonLat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads columns as the types we use. */
public final class Rows {

  private Rows() {}

  /** A UUID that must be there. */
  public static UUID id(ResultSet row, String column) throws SQLException {
    return required(findId(row, column), column);
  }

  /** A UUID, null for SQL's null. */
  public static @Nullable UUID findId(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /** A text that must be there. */
  public static String text(ResultSet row, String column) throws SQLException {
    return required(row.getString(column), column);
  }

  /** An instant that must be there. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return required(findInstant(row, column), column);
  }

  /** An instant, null for SQL's null. */
  public static @Nullable Instant findInstant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** A day that must be there. */
  public static LocalDate day(ResultSet row, String column) throws SQLException {
    return required(findDay(row, column), column);
  }

  /** A day, null for SQL's null. */
  public static @Nullable LocalDate findDay(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** The place in the columns {@code lon} and {@code lat}, null when there is none. */
  public static @Nullable LonLat findPoint(ResultSet row) throws SQLException {
    double lon = row.getDouble("lon");
    return row.wasNull() ? null : new LonLat(lon, row.getDouble("lat"));
  }

  /** A whole number, empty for SQL's null. */
  public static OptionalLong findNumber(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static <T> T required(@Nullable T value, String column) {
    if (value == null) {
      throw new IllegalStateException("The column (%s) must not be null.".formatted(column));
    }
    return value;
  }
}
