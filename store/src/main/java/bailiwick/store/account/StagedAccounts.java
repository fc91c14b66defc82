package bailiwick.store.account;

import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The rows of a load beside the accounts that its source has in the store. The database compares
 * them, so that memory does not grow with the load. Belongs to the load's thread.
 */
final class StagedAccounts {

  /** A row with nothing but its id says only that the file has the account. */
  static final String USABLE = "staged.name IS NOT NULL";

  static final String SAME =
      "account.source = :source AND account.external_id = staged.external_id";

  private static final String DIFFERS =
      "(%s) IS DISTINCT FROM (%s)".formatted(contentOf("account"), contentOf("staged"));

  /**
   * Whether a row changes the account that it is of; one that was a prospect changes at least that.
   */
  static final String CHANGES = "(staged.promoted OR " + DIFFERS + ")";

  private static final String PROMOTED = "prospect";

  private static final String KNOWN = "EXISTS (SELECT FROM account WHERE " + SAME + ")";

  private static final int FETCH_SIZE = 5_000;

  private static final List<Column> COLUMNS =
      Arrays.stream(AccountRows.CONTENT.split(", ")).map(Column::of).toList();

  private final JdbcClient jdbc;
  private final String source;

  /** A column that a load writes, and what import files call it. */
  private record Column(String name, String field, boolean hundredths) {

    static Column of(String name) {
      String field =
          switch (name) {
            case "placed" -> "precision";
            case "postcode_unit" -> "unit by postcode";
            case "county_unit" -> "unit by county";
            case "annual_revenue_cents" -> "revenue";
            case "source_changed_on" -> "changed";
            case "left_out" -> "left out";
            default ->
                name.replaceFirst("^imported_", "").replaceFirst("_(key|cents|centihours)$", "");
          };
      return new Column(name, field, name.endsWith("_cents") || name.endsWith("_centihours"));
    }

    String differs() {
      return "account.%1$s IS DISTINCT FROM staged.%1$s".formatted(name);
    }

    /** A value as import files write it. */
    String shown(ResultSet row, String prefix) throws SQLException {
      String text = row.getString(prefix + name);
      if (text == null) {
        return "";
      }
      return hundredths
          ? BigDecimal.valueOf(Long.parseLong(text), 2).stripTrailingZeros().toPlainString()
          : text.replace("\n", "; ");
    }
  }

  StagedAccounts(JdbcClient jdbc, String source) {
    this.jdbc = jdbc;
    this.source = source;
  }

  /** The columns of a load as they stand in a table, in order. */
  static String contentOf(String table) {
    return Arrays.stream(AccountRows.CONTENT.split(", "))
        .map(column -> table + "." + column)
        .collect(Collectors.joining(", "));
  }

  /** What would change, with so many rows of each kind as a sample. */
  LoadChanges changes(Extent extent, int sampleSize) {
    Map<String, Long> fields = new LinkedHashMap<>();
    long changed = countChanges(fields);
    long inserted = count("account_staging AS staged WHERE " + USABLE + " AND NOT " + KNOWN);
    long given = count("account_staging AS staged WHERE " + USABLE);
    long disappeared = extent == Extent.PART ? 0 : count("account WHERE " + disappeared());
    List<RowChange> sample = new ArrayList<>();
    forEach(extent, "LIMIT " + sampleSize, sample::add);
    return new LoadChanges(
        new LoadReport(inserted, changed, given - inserted - changed, disappeared), fields, sample);
  }

  /** Every row that would change: changed ones, new ones, those that disappeared. */
  void forEachChange(Extent extent, Consumer<RowChange> consumer) {
    forEach(extent, "", consumer);
  }

  private long countChanges(Map<String, Long> fields) {
    String counts =
        COLUMNS.stream()
            .map(column -> "count(*) FILTER (WHERE " + column.differs() + ")")
            .collect(Collectors.joining(", "));
    return asked(
            "SELECT count(*), "
                + counts
                + ", count(*) FILTER (WHERE staged.promoted) AS promoted"
                + " FROM account_staging AS staged JOIN account ON "
                + SAME
                + " WHERE "
                + USABLE
                + " AND "
                + CHANGES)
        .query((row, number) -> {
          if (row.getLong("promoted") > 0) {
            fields.put(PROMOTED, row.getLong("promoted"));
          }
          for (int c = 0; c < COLUMNS.size(); c++) {
            long rows = row.getLong(c + 2);
            if (rows > 0) {
              fields.put(COLUMNS.get(c).field(), rows);
            }
          }
          return row.getLong(1);
        })
        .single();
  }

  private long count(String from) {
    return asked("SELECT count(*) FROM " + from).query(Long.class).single();
  }

  private void forEach(Extent extent, String limit, Consumer<RowChange> consumer) {
    asked(
            "SELECT staged.external_id, staged.name, staged.promoted, "
                + both()
                + " FROM account_staging AS staged JOIN account ON "
                + SAME
                + " WHERE "
                + USABLE
                + " AND "
                + CHANGES
                + " ORDER BY staged.row "
                + limit)
        .query(row -> {
          consumer.accept(changed(row));
        });
    asked(
            "SELECT external_id, name FROM account_staging AS staged WHERE "
                + USABLE
                + " AND NOT "
                + KNOWN
                + " ORDER BY row "
                + limit)
        .query(row -> {
          consumer.accept(
              new RowChange.Inserted(Rows.text(row, "external_id"), Rows.text(row, "name")));
        });
    if (extent == Extent.WHOLE) {
      asked(
              "SELECT external_id, name, "
                  + lastSeen()
                  + " AS last_seen FROM account WHERE "
                  + disappeared()
                  + " ORDER BY potential_cents DESC, external_id "
                  + limit)
          .query(row -> {
            consumer.accept(
                new RowChange.Disappeared(
                    Rows.text(row, "external_id"),
                    Rows.text(row, "name"),
                    Rows.instant(row, "last_seen")));
          });
    }
  }

  private static RowChange changed(ResultSet row) throws SQLException {
    List<FieldChange> fields = new ArrayList<>();
    if (row.getBoolean("promoted")) {
      fields.add(new FieldChange(PROMOTED, "yes", "no"));
    }
    for (Column column : COLUMNS) {
      String before = column.shown(row, "old_");
      String after = column.shown(row, "new_");
      if (!before.equals(after)) {
        fields.add(new FieldChange(column.field(), before, after));
      }
    }
    return new RowChange.Changed(Rows.text(row, "external_id"), Rows.text(row, "name"), fields);
  }

  private static String both() {
    return COLUMNS.stream()
        .map(Column::name)
        .flatMap(name ->
            Stream.of(
                "account.%1$s::text AS old_%1$s".formatted(name),
                "staged.%1$s::text AS new_%1$s".formatted(name)))
        .collect(Collectors.joining(", "));
  }

  /** Marks the accounts that the source has no longer; returns how many are new among them. */
  long markDisappeared(Instant now) {
    return asked(
            "UPDATE account SET last_seen_at = "
                + lastSeen()
                + ", missing_since = :now WHERE "
                + disappeared())
        .param("now", Database.at(now))
        .update();
  }

  /** Takes the mark from those that are there again. */
  void markSeen() {
    asked(
            "UPDATE account SET last_seen_at = NULL, missing_since = NULL"
                + " FROM account_staging AS staged WHERE account.missing_since IS NOT NULL AND "
                + SAME)
        .update();
  }

  /** Those known to be missing already, and those merged into another, disappear no more. */
  private static String disappeared() {
    return "source = :source AND missing_since IS NULL AND merged_into IS NULL"
        + " AND NOT EXISTS (SELECT FROM account_staging AS staged"
        + " WHERE staged.external_id = account.external_id)";
  }

  private static String lastSeen() {
    return "greatest(created_at,"
        + " (SELECT loaded_at FROM account_file WHERE account_file.source = :source))";
  }

  private StatementSpec asked(String sql) {
    return jdbc.sql(sql).withFetchSize(FETCH_SIZE).param("source", source);
  }
}
