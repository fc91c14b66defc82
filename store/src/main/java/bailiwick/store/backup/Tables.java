package bailiwick.store.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tables there are, from the database's own catalogue, so that none is ever forgotten. */
final class Tables {

  private final JdbcClient jdbc;

  Tables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All tables of ours, each behind those its foreign keys point at. */
  List<String> inOrder() {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT relname FROM pg_class
            WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
              AND relname <> 'flyway_schema_history'
            ORDER BY relname
            """)
        .query(row -> {
          needs.put(row.getString(1), new LinkedHashSet<>());
        });
    jdbc.sql(
            """
            SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint
            WHERE contype = 'f' AND conrelid <> confrelid
              AND connamespace = current_schema()::regnamespace
            ORDER BY 1, 2
            """)
        .query(row -> {
          needs.getOrDefault(row.getString(1), new LinkedHashSet<>()).add(row.getString(2));
        });
    return sorted(needs);
  }

  private static List<String> sorted(Map<String, Set<String>> needs) {
    List<String> sorted = new ArrayList<>();
    while (sorted.size() < needs.size()) {
      List<String> ready =
          needs.entrySet().stream()
              .filter(entry -> !sorted.contains(entry.getKey()))
              .filter(entry -> sorted.containsAll(entry.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("The foreign keys form a circle: " + needs + ".");
      }
      sorted.addAll(ready);
    }
    return sorted;
  }

  /** The stored columns of a table, in order, as a list for COPY. */
  String columns(String table) {
    return String.join(
        ", ",
        jdbc.sql(
                """
                SELECT quote_ident(attname) FROM pg_attribute
                WHERE attrelid = CAST(:table AS regclass) AND attnum > 0 AND NOT attisdropped
                  AND attgenerated = ''
                ORDER BY attnum
                """)
            .param("table", table)
            .query((row, number) -> row.getString(1))
            .list());
  }

  /** Brings the counters of identity columns behind the rows that were copied in. */
  void advanceCounters() {
    List<String> statements =
        jdbc.sql(
                """
                SELECT format(
                  'SELECT setval(%L, coalesce((SELECT max(%I) FROM %I), 0) + 1, false)',
                  pg_get_serial_sequence(relname, attname), attname, relname)
                FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                WHERE attidentity <> '' AND relkind = 'r'
                  AND relnamespace = current_schema()::regnamespace
                """)
            .query((row, number) -> row.getString(1))
            .list();
    for (String statement : statements) {
      jdbc.sql(statement).query(row -> {});
    }
  }
}
