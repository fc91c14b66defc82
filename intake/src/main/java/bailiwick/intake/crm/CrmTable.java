package bailiwick.intake.crm;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes rows of a CRM as a table file that the importers read like any other: one column for each
 * field, headed by its key. Cells are kept as they are, since nobody opens the file in between. Not
 * thread-safe.
 */
public final class CrmTable implements Closeable {

  private final Writer out;
  private final List<String> fields;

  private CrmTable(Writer out, List<String> fields) {
    this.out = out;
    this.fields = fields;
  }

  /** Starts a file of a kind by writing its header; closing the table closes the writer. */
  public static CrmTable open(Writer out, CrmKind kind) throws IOException {
    CrmTable table = new CrmTable(out, fields(kind));
    table.line(field -> field);
    return table;
  }

  private static List<String> fields(CrmKind kind) {
    return switch (kind) {
      case PEOPLE -> List.of("id", "name", "email", "manager", "left");
      case ACCOUNTS ->
          List.of(
              "id",
              "name",
              "street",
              "city",
              "region",
              "postcode",
              "country",
              "industry",
              "employees",
              "revenue",
              "owner",
              "territory",
              "website",
              "phone",
              "parent");
      case DEALS -> List.of("id", "account", "owner", "stage", "amount", "opened", "closed");
    };
  }

  /** What the columns of such a file mean: each field to its column. */
  public static Map<String, String> mapping(CrmKind kind) {
    return fields(kind).stream().collect(Collectors.toMap(field -> field, field -> field));
  }

  /** Writes one row; fields without a value stay blank. */
  public void row(Map<String, String> cells) throws IOException {
    line(field -> cells.getOrDefault(field, ""));
  }

  private void line(Function<String, String> cells) throws IOException {
    out.append(
            fields.stream()
                .map(field -> '"' + cells.apply(field).replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",")))
        .append('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
