package bailiwick.intake.crm;

import bailiwick.intake.export.CsvTable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A file that gives accounts to people, in the import format of a CRM. Cells are made safe like
 * those of every export.
 */
public enum CrmFile {
  /** For Salesforce Data Loader, operation Update: ids of account and user. */
  SALESFORCE("Id,OwnerId,Territory__c") {
    @Override
    List<String> cells(Row row) {
      return List.of(row.account(), row.person(), row.territory());
    }
  },
  /** For HubSpot's import of companies: owners are named by mail address. */
  HUBSPOT("Record ID,Company name,Company owner,Territory") {
    @Override
    List<String> cells(Row row) {
      return List.of(row.account(), row.name(), row.email(), row.territory());
    }
  },
  /**
   * For the data import of Dynamics 365, "Import from CSV" under Accounts: headings are the fields'
   * display names, so that they are mapped by themselves; {@code Account} is the primary key, by
   * which rows update; owner and territory are looked up by name. Starts with a byte order mark,
   * without which other letters than ASCII may be misread. No file may be above 8 MB.
   *
   * <p>Source: Microsoft, <em>Import data in model-driven apps</em>, steps 2 and "Import
   * double-byte characters".
   */
  DYNAMICS("Account,Account Name,Owner,Territory") {
    @Override
    List<String> cells(Row row) {
      return List.of(row.account(), row.name(), row.personName(), row.territory());
    }
  };

  private final String header;

  CrmFile(String header) {
    this.header = header;
  }

  /**
   * An account and who gets it.
   *
   * @param account id of the account in the CRM
   * @param name the account's
   * @param person id of the person in the CRM, empty for a vacant seat
   * @param email the person's, empty when vacant or unknown
   * @param personName the person's, empty when vacant
   * @param territory its name
   */
  public record Row(
      String account,
      String name,
      String person,
      String email,
      String personName,
      String territory) {}

  /** Starts a file; closing the table closes the writer. */
  public CsvTable open(Writer out) throws IOException {
    if (this == DYNAMICS) {
      out.write('\uFEFF');
    }
    return CsvTable.open(out, List.of(header.split(",")));
  }

  /** Writes one account into a file of this format. */
  public void write(CsvTable table, Row row) throws IOException {
    table.row(cells(row));
  }

  abstract List<String> cells(Row row);
}
