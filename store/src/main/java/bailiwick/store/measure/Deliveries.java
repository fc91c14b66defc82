package bailiwick.store.measure;

import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which files the figures are made of. */
final class Deliveries {

  private Deliveries() {}

  /** The last of each kind and source, newest first. */
  static List<Delivery> list(JdbcClient jdbc) {
    return jdbc.sql("SELECT * FROM delivery ORDER BY loaded_at DESC, kind, source")
        .query(Deliveries::read)
        .list();
  }

  /** The last of a kind and source. */
  static Optional<Delivery> find(JdbcClient jdbc, DeliveryKind kind, String source) {
    return jdbc.sql("SELECT * FROM delivery WHERE kind = :kind AND source = :source")
        .param("kind", kind.name())
        .param("source", source)
        .query(Deliveries::read)
        .optional();
  }

  private static Delivery read(ResultSet row, int number) throws SQLException {
    return new Delivery(
        DeliveryKind.valueOf(Rows.text(row, "kind")),
        Rows.text(row, "source"),
        Rows.text(row, "file"),
        Rows.day(row, "as_of"),
        row.getLong("rows"),
        Rows.instant(row, "loaded_at"),
        Rows.text(row, "loaded_by"));
  }
}
