package bailiwick.intake.export;

import bailiwick.core.account.Account;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Ties;
import bailiwick.core.account.Upkeep;
import bailiwick.core.account.Worth;
import bailiwick.core.unit.LonLat;
import bailiwick.intake.account.Notes;
import bailiwick.intake.mapping.OwnField;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

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
          "product",
          "tags",
          "potential",
          "workload",
          "sales",
          "pipeline",
          "owner",
          "territory",
          "website",
          "phone",
          "parent",
          "changed",
          "repaired",
          "unread",
          "imputed");

  private final CsvTable table;
  private final List<String> fields;
  private final List<String> measures;

  private AccountExport(CsvTable table, List<String> fields, List<String> measures) {
    this.table = table;
    this.fields = List.copyOf(fields);
    this.measures = List.copyOf(measures);
  }

  /** Starts a file by writing the header; closing the export closes the writer. */
  public static AccountExport open(Writer out) throws IOException {
    return open(out, List.of(), List.of());
  }

  /**
   * Starts a file with a column for each of the company's own fields and further measures as well.
   *
   * @param fields names of the fields
   * @param measures names of the measures
   */
  public static AccountExport open(Writer out, List<String> fields, List<String> measures)
      throws IOException {
    List<String> header = new ArrayList<>(HEADER);
    fields.forEach(name -> header.add(OwnField.key(name)));
    header.addAll(measures);
    return new AccountExport(CsvTable.open(out, header), fields, measures);
  }

  /** Writes one account without further measures. */
  public void add(Account account) throws IOException {
    add(account, Map.of());
  }

  /**
   * Writes one account.
   *
   * @param amounts of the further measures in hundredths, by name; one that lacks is written 0
   */
  public void add(Account account, Map<String, Long> amounts) throws IOException {
    List<String> cells = new ArrayList<>(HEADER.size() + fields.size() + measures.size());
    cells.add(account.externalId());
    cells.add(account.name());
    addPlace(cells, account);
    addFirmographics(cells, account.firmographics());
    cells.add(account.traits().product());
    cells.add(String.join("; ", account.traits().tags()));
    addWorth(cells, account.worth());
    cells.add(account.ownerKey());
    cells.add(account.territoryKey());
    addTies(cells, account.ties());
    addUpkeep(cells, account.upkeep());
    for (String field : fields) {
      cells.add(account.traits().fields().getOrDefault(field, ""));
    }
    for (String measure : measures) {
      cells.add(decimal(amounts.getOrDefault(measure, 0L)));
    }
    table.row(cells);
  }

  private static void addPlace(List<String> cells, Account account) {
    cells.add(account.address().street());
    cells.add(account.address().city());
    cells.add(account.address().region());
    cells.add(account.address().postcode());
    cells.add(account.address().country());
    LonLat point = account.location().point();
    cells.add(point == null ? "" : String.valueOf(point.lon()));
    cells.add(point == null ? "" : String.valueOf(point.lat()));
    cells.add(account.location().precision().name().toLowerCase(Locale.ROOT));
  }

  private static void addFirmographics(List<String> cells, Firmographics firmographics) {
    OptionalLong employees = firmographics.employees();
    OptionalLong revenue = firmographics.annualRevenueCents();
    cells.add(firmographics.industry());
    cells.add(employees.isEmpty() ? "" : String.valueOf(employees.getAsLong()));
    cells.add(revenue.isEmpty() ? "" : decimal(revenue.getAsLong()));
    cells.add(firmographics.segment());
  }

  private static void addWorth(List<String> cells, Worth worth) {
    cells.add(decimal(worth.potentialCents()));
    cells.add(decimal(worth.workloadCentihours()));
    cells.add(decimal(worth.salesCents()));
    cells.add(decimal(worth.pipelineCents()));
  }

  private static void addTies(List<String> cells, Ties ties) {
    cells.add(ties.website());
    cells.add(ties.phone());
    cells.add(ties.parentKey());
  }

  private static void addUpkeep(List<String> cells, Upkeep upkeep) {
    cells.add(upkeep.changedOn() == null ? "" : upkeep.changedOn().toString());
    cells.add(Notes.print(upkeep.repaired()));
    cells.add(Notes.print(upkeep.leftOut()));
    cells.add(Notes.print(upkeep.imputed()));
  }

  /** Hundredths as a decimal number without needless zeros. */
  public static String decimal(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
