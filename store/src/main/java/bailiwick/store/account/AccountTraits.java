package bailiwick.store.account;

import bailiwick.core.account.Traits;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The one place that knows how an account's traits are kept: as texts, a line for each. */
public final class AccountTraits {

  /** Their columns of the table of accounts. */
  public static final String COLUMNS = "product, tags, fields";

  private AccountTraits() {}

  /** Reads {@link #COLUMNS}. */
  public static Traits read(ResultSet row) throws SQLException {
    String product = Rows.text(row, "product");
    String tags = Rows.text(row, "tags");
    String fields = Rows.text(row, "fields");
    if (product.isEmpty() && tags.isEmpty() && fields.isEmpty()) {
      return Traits.NONE; // as with most of a million
    }
    return new Traits(product, tags.lines().toList(), NotedLines.read(fields));
  }

  static String tags(Traits traits) {
    return String.join("\n", traits.tags());
  }

  static String fields(Traits traits) {
    return NotedLines.print(traits.fields());
  }
}
