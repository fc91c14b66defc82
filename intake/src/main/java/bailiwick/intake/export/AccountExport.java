package bailiwick.intake.export;

import bailiwick.core.account.Account;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes accounts in the columns that the import reads, so that a file comes back as it went. */
public final class AccountExport implements AutoCloseable {

  /** The columns, named by the import's field keys. */
  public static final List<String> HEADER =
      List.of(
          "id",
          "name",
          "street",
          "city",
          "region",
          "postcode",
          "country",
          "lon",
          "lat",
          "precision",
          "industry",
          "employees",
          "revenue",
          "segment",
          "potential",
          "workload",
          "sales",
          "pipeline",
          "owner",
          "territory");

  private final CsvTable table;

  private AccountExport(CsvTable table) {
    this.table = table;
  }

  /** Starts a file by writing the header; closing the export closes the writer. */
  public static AccountExport open(Writer out) throws IOException {
    return new AccountExport(CsvTable.open(out, HEADER));
  }

  /** Writes one account. */
  public void add(Account account) throws IOException {
    table.row(List.of(account.name()));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
