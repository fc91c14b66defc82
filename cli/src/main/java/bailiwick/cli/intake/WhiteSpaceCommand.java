package bailiwick.cli.intake;

import bailiwick.atlas.Atlas;
import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.account.Account;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.export.AccountExport;
import bailiwick.intake.export.CsvTable;
import bailiwick.intake.export.OutputFile;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.potential.AreaSize;
import bailiwick.intake.potential.OwnBusiness;
import bailiwick.intake.potential.OwnFigure;
import bailiwick.intake.potential.WhiteSpace;
import bailiwick.intake.record.RecordImport;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets market figures of areas against one's own customers. */
@Command(
    name = "whitespace",
    description = {
      "Set market figures against the customers in each area: market share and white space, the",
      "largest first. Sales stand against spend, employees against employees, customers against",
      "everything else."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick whitespace accounts.csv --market zbp.csv --measure establishments",
      "  bailiwick whitespace accounts.csv --market spend.csv --measure spend --by postcode \\",
      "      --prospects targets.csv --out white-space.csv"
    })
public final class WhiteSpaceCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  private static final List<String> COLUMNS =
      List.of("area", "market", "own", "share", "open", "customers", "prospects");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ACCOUNTS", description = "Customers, CSV or an Excel workbook.")
  private Path accounts;

  @Option(
      names = "--market",
      required = true,
      paramLabel = "FILE",
      description = "Market figures, as `bailiwick import market` reads them.")
  private Path market;

  @Option(
      names = "--measure",
      required = true,
      paramLabel = "NAME[=COLUMN]",
      description =
          "Measure of the market, such as establishments; its column where none is guessed.")
  private String measure;

  @Option(
      names = "--by",
      paramLabel = "SIZE",
      description = "country, region, county or postcode (default: ${DEFAULT-VALUE}).")
  private String by = "county";

  @Option(
      names = "--own",
      paramLabel = "FIGURE",
      description = "customers, sales or employees; without it, by the measure.")
  private @Nullable String own;

  @Option(
      names = "--prospects",
      paramLabel = "FILE",
      description = "Accounts that are no customers yet.")
  private @Nullable Path prospects;

  @Option(names = "--out", paramLabel = "FILE", description = "Write every area to a CSV file.")
  private @Nullable Path out;

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "Country of areas and addresses that name none (default: ${DEFAULT-VALUE}).")
  private String country = "US";

  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  /** What is told as JSON. */
  private record Told(
      String measure,
      String by,
      String own,
      double undivided,
      long unplacedCustomers,
      Area total,
      List<Area> areas) {}

  private record Area(
      String area,
      double market,
      double own,
      @Nullable Double share,
      double open,
      long customers,
      long prospects) {

    static Area of(WhiteSpace.Row row) {
      return new Area(
          row.area(),
          row.market() / 100.0,
          row.own() / 100.0,
          row.share().isPresent() ? row.share().getAsDouble() : null,
          row.open() / 100.0,
          row.business().customers(),
          row.business().prospects());
    }
  }

  @Override
  public Integer call() throws IOException {
    AreaSize size =
        AreaSize.findByWord(by)
            .orElseThrow(() -> wrong("--by", "country, region, county or postcode"));
    OwnFigure figure = figure();
    Atlas atlas = Atlas.open(data.atlas());
    KnownCountry.require(atlas, country);
    Map<String, OwnBusiness> business = business(atlas);
    WhiteSpace space = WhiteSpace.of(figures(atlas), business, size, figure);
    Path target = out;
    if (target != null) {
      write(target, space);
    }
    tell(space, size, figure);
    return ExitCode.DONE;
  }

  private String measureName() {
    int equals = measure.indexOf('=');
    return equals < 0 ? measure : measure.substring(0, equals);
  }

  private OwnFigure figure() {
    String said = own;
    return said == null
        ? OwnFigure.of(measureName())
        : OwnFigure.findByWord(said)
            .orElseThrow(() -> wrong("--own", "customers, sales or employees"));
  }

  private ParameterException wrong(String option, String expected) {
    return new ParameterException(spec.commandLine(), option + " must be one of " + expected + ".");
  }

  private Map<String, OwnBusiness> business(Atlas atlas) throws IOException {
    Map<String, OwnBusiness> business = new HashMap<>();
    for (Account account : AccountsFile.read(accounts, atlas, country)) {
      add(business, account, customer(account));
    }
    Path list = prospects;
    if (list != null) {
      for (Account account : AccountsFile.read(list, atlas, country)) {
        add(business, account, new OwnBusiness(0, 1, 0, 0));
      }
    }
    return business;
  }

  private static OwnBusiness customer(Account account) {
    return new OwnBusiness(
        1, 0, account.firmographics().employees().orElse(0), account.worth().salesCents());
  }

  private static void add(Map<String, OwnBusiness> business, Account account, OwnBusiness one) {
    business.merge(account.location().area(), one, OwnBusiness::plus);
  }

  /** The figures of the measure by area; rows that cannot be used are told and left out. */
  private Map<String, Long> figures(Atlas atlas) {
    InputFile.requireReadable(market);
    List<String> columns = measure.indexOf('=') < 0 ? List.of() : List.of(measure);
    Map<String, Long> figures = new HashMap<>();
    ImportReport report =
        RecordImport.market(atlas, ImportSettings.DEFAULT.withCountry(country))
            .read(
                TableSource.of(market),
                MappingRequest.parse(List.of(), List.of(), List.of(), columns, List.of()),
                row -> {
                  Long amount = row.amounts().get(measureName());
                  if (amount != null) {
                    figures.merge(row.area(), amount, Long::sum);
                  }
                });
    if (!report.complete()) {
      throw new ProblemException(report.problems());
    }
    if (figures.isEmpty()) {
      throw wrong("--measure", String.join(", ", known(report)));
    }
    new ProblemPrinter(spec.commandLine().getErr()).print(report.problems());
    return figures;
  }

  private static List<String> known(ImportReport report) {
    List<String> known = new ArrayList<>();
    report.mapping().forEach(use -> known.add(use.field()));
    known.removeAll(List.of("postcode", "county", "region", "country", "measure", "amount"));
    return known;
  }

  private static void write(Path target, WhiteSpace space) throws IOException {
    OutputFile.write(
        target,
        writer -> {
          try (CsvTable table = CsvTable.open(writer, COLUMNS)) {
            for (WhiteSpace.Row row : space.rows()) {
              table.row(
                  row.area(),
                  AccountExport.decimal(row.market()),
                  AccountExport.decimal(row.own()),
                  row.share().isPresent() ? Double.toString(row.share().getAsDouble()) : "",
                  AccountExport.decimal(row.open()),
                  Long.toString(row.business().customers()),
                  Long.toString(row.business().prospects()));
            }
          }
        });
  }

  private void tell(WhiteSpace space, AreaSize size, OwnFigure figure) {
    PrintWriter to = spec.commandLine().getOut();
    String ownWord = figure.name().toLowerCase(Locale.ROOT);
    if (json.isWanted()) {
      Json.print(
          to,
          new Told(
              measureName(),
              size.name().toLowerCase(Locale.ROOT),
              ownWord,
              space.undivided() / 100.0,
              space.unplaced().customers(),
              Area.of(space.total()),
              space.rows().stream().map(Area::of).toList()));
      return;
    }
    WhiteSpace.Row total = space.total();
    to.printf(
        Locale.ROOT,
        "%,.0f %s in %,d areas; own %s %,.0f (%.3f %%), white space %,.0f%n",
        total.market() / 100.0,
        measureName(),
        space.rows().size(),
        ownWord,
        total.own() / 100.0,
        100 * total.share().orElse(0),
        total.open() / 100.0);
    if (space.undivided() > 0) {
      to.printf(Locale.ROOT, "known of larger areas only: %,.0f%n", space.undivided() / 100.0);
    }
    if (space.unplaced().customers() > 0) {
      to.printf(Locale.ROOT, "customers in no such area: %,d%n", space.unplaced().customers());
    }
    for (WhiteSpace.Row row : space.rows().subList(0, Math.min(SHOWN, space.rows().size()))) {
      to.printf(
          Locale.ROOT,
          "  %-24s market %,12.0f  own %,9.0f  share %7.3f %%  white space %,12.0f%n",
          row.area(),
          row.market() / 100.0,
          row.own() / 100.0,
          100 * row.share().orElse(0),
          row.open() / 100.0);
    }
    to.flush();
  }
}
