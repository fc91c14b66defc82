package bailiwick.intake.quality;

import bailiwick.core.account.Account;
import bailiwick.intake.export.AccountExport;
import bailiwick.intake.export.CsvTable;
import java.io.IOException;
import java.util.List;

/** Findings as rows of a table for people. Stateless. */
public final class FindingTable {

  /** The columns. */
  public static final List<String> HEADER =
      List.of(
          "doubt",
          "detail",
          "id",
          "name",
          "row",
          "territory",
          "owner",
          "city",
          "region",
          "postcode",
          "potential",
          "workload_hours");

  private FindingTable() {}

  /** Writes some findings of a report. */
  public static void write(CsvTable table, QualityReport report, Iterable<Finding> findings)
      throws IOException {
    for (Finding finding : findings) {
      HeldAccount held = finding.account();
      Account account = held.account();
      table.row(
          finding.doubt().code(),
          finding.detail(),
          account.externalId(),
          account.name(),
          held.row() == 0 ? "" : Long.toString(held.row()),
          territory(report, held.territory()),
          account.ownerKey(),
          account.address().city(),
          account.address().region(),
          account.address().postcode(),
          AccountExport.decimal(account.worth().potentialCents()),
          AccountExport.decimal(account.worth().workloadCentihours()));
    }
  }

  private static String territory(QualityReport report, int number) {
    return number == HeldAccount.NOBODY ? "" : report.territories().get(number).code();
  }
}
