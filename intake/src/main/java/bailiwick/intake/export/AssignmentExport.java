package bailiwick.intake.export;

import bailiwick.core.account.Account;
import bailiwick.core.unit.UnitId;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes who gets what: one row for each account, or one for each unit. */
public final class AssignmentExport {

  private AssignmentExport() {}

  /** Starts a file of accounts; closing the table closes the writer. */
  public static CsvTable accounts(Writer out) throws IOException {
    return CsvTable.open(
        out,
        List.of(
            "id",
            "name",
            "postcode",
            "city",
            "region",
            "country",
            "unit",
            "territory",
            "territory_name",
            "representative",
            "previous_owner",
            "previous_territory"));
  }

  /**
   * Writes one account.
   *
   * @param unit the unit that holds it; empty when none
   * @param territory code of the territory it goes to; empty when none
   * @param territoryName its name
   * @param representative who serves it; empty when vacant
   */
  public static void account(
      CsvTable table,
      Account account,
      String unit,
      String territory,
      String territoryName,
      String representative)
      throws IOException {
    table.row(
        account.externalId(),
        account.name(),
        account.address().postcode(),
        account.address().city(),
        account.address().region(),
        account.address().country(),
        unit,
        territory,
        territoryName,
        representative,
        account.ownerKey(),
        account.territoryKey());
  }

  /** Starts a file of units; closing the table closes the writer. */
  public static CsvTable units(Writer out) throws IOException {
    return CsvTable.open(out, List.of("unit", "territory"));
  }

  /** Writes one unit; the territory is empty when it has none. */
  public static void unit(CsvTable table, UnitId unit, String territory) throws IOException {
    table.row(unit.value(), territory);
  }
}
