package bailiwick.cli.intake;

import bailiwick.cli.client.FormField;
import bailiwick.cli.terminal.Json;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.mapping.MappingProfile;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.mapping.ProfileReader;
import bailiwick.intake.mapping.ReadyProfiles;
import bailiwick.intake.record.RecordFields;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.FileProblem;
import bailiwick.intake.table.TableOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say how a table file is written down and what its columns mean. */
final class TableFlags {

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      description = "Read a field from a column; without it, columns are guessed. Repeatable.")
  private final List<String> map = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "Give every row one value, such as country=US. Repeatable.")
  private final List<String> set = new ArrayList<>();

  @Option(
      names = "--where",
      paramLabel = "COLUMN=VALUE",
      description =
          "Read only rows with (or, with !=, without) a value. Repeatable; all must hold.")
  private final List<String> where = new ArrayList<>();

  @Option(
      names = "--measure",
      paramLabel = "NAME=COLUMN",
      description = "A further amount to balance on, from a numeric column. Repeatable.")
  private final List<String> measure = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      description = {
        "Read the columns by a profile: of a CRM's export, of a file written by --save-profile, or",
        "saved on the server. Without it, a CRM's export is recognised; none switches that off."
      })
  private String profile = "";

  @Option(
      names = "--impute",
      paramLabel = "NAME=HOW",
      description = {
        "Fill blank amounts: NAME=median, NAME=median-by COLUMN or NAME=NUMBER.",
        "Every amount filled is listed. Repeatable."
      })
  private final List<String> impute = new ArrayList<>();

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "Country of addresses that name none (ISO 3166, two letters).")
  private String country = "";

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "System that the ids come from (default: ${DEFAULT-VALUE}).")
  private String source = "file";

  @Option(
      names = "--delimiter",
      paramLabel = "CHAR",
      description = "What stands between cells; without it, it is found out.")
  private @Nullable Character delimiter;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "Encoding of the text, such as UTF-8; without it, it is found out.")
  private @Nullable Charset encoding;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "Sheet of a workbook; without it, the first that is not hidden.")
  private String sheet = "";

  @Option(
      names = "--decimal",
      paramLabel = "MARK",
      description = {
        "What begins the decimals of numbers: point (1,234.56) or comma (1.234,56); without it,",
        "each column tells."
      })
  private String decimal = "";

  @Option(
      names = "--days",
      paramLabel = "ORDER",
      description = "Order of days such as 03/04/2026: day-first or month-first; likewise.")
  private String days = "";

  /**
   * The flags as fields of the form that a server takes.
   *
   * @param kind of file
   * @throws ParameterException for a flag that the API has no word for
   */
  List<FormField> toForm(CommandLine commandLine, String kind) {
    if (!measure.isEmpty() && !kind.equals(RecordFields.MARKET.kind())) {
      throw new ParameterException(
          commandLine,
          "A server takes no --measure. Write the file as it shall be loaded with --out, then"
              + " import that.");
    }
    List<FormField> form = new ArrayList<>();
    measure.forEach(each -> form.add(new FormField("measure", each)));
    if (!profile.isEmpty()) {
      Optional<String> text = profileText();
      form.add(new FormField("profile", text.orElse(profile)));
    }
    Map<String, String> columns = said().columns();
    if (!columns.isEmpty()) {
      form.add(new FormField("mapping", Json.write(columns)));
    }
    set.forEach(each -> form.add(new FormField("set", each)));
    where.forEach(each -> form.add(new FormField("where", each)));
    impute.forEach(each -> form.add(new FormField("impute", each)));
    if (!country.isEmpty()) {
      form.add(new FormField("country", country));
    }
    if (delimiter != null) {
      form.add(new FormField("delimiter", delimiter.toString()));
    }
    if (encoding != null) {
      form.add(new FormField("encoding", encoding.name()));
    }
    if (!sheet.isEmpty()) {
      form.add(new FormField("sheet", sheet));
    }
    if (!decimal.isEmpty()) {
      form.add(new FormField("decimal", decimal));
    }
    if (!days.isEmpty()) {
      form.add(new FormField("days", days));
    }
    return form;
  }

  /** What is said about the columns of a file. */
  MappingRequest mapping(String kind) {
    if (profile.isEmpty()) {
      return said();
    }
    Optional<String> text = profileText();
    MappingProfile found =
        text.isPresent()
            ? ProfileReader.read(text.get(), profile)
            : ReadyProfiles.findNamed(profile, kind).orElseThrow(() -> unknownProfile(kind));
    if (!found.kind().isEmpty() && !found.kind().equals(kind)) {
      throw unknownProfile(kind);
    }
    return said().under(found);
  }

  private MappingRequest said() {
    return MappingRequest.parse(map, set, where, measure, impute).withHabits(decimal, days);
  }

  /** The profile's file, where there is one of that name. */
  private Optional<String> profileText() {
    Path file = Path.of(profile);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private ProblemException unknownProfile(String kind) {
    List<String> ready = ReadyProfiles.names(kind);
    String names = ready.isEmpty() ? "" : ", " + String.join(", ", ready);
    return ProblemException.of(
        new FileProblem.BadFlag(
            "", "profile", profile, "none%s or a file of a profile of %s".formatted(names, kind)));
  }

  /** What was said and what was found out, to read the next file of its kind alike. */
  MappingProfile profile(String name, String kind, ImportReport report) {
    Map<String, String> columns = new TreeMap<>();
    report.mapping().stream()
        .filter(use -> !use.column().isEmpty())
        .forEach(use -> columns.put(use.field(), use.column()));
    said().measures().keySet().forEach(columns::remove);
    said().columns().forEach(columns::putIfAbsent);
    return new MappingProfile(name, kind, columns, set, where, measure, impute, decimal, days);
  }

  ImportSettings settings() {
    TableOptions table = TableOptions.SNIFFED;
    if (delimiter != null) {
      table = table.withDelimiter(delimiter);
    }
    if (encoding != null) {
      table = table.withCharset(encoding);
    }
    if (!sheet.isEmpty()) {
      table = table.withSheet(sheet);
    }
    return ImportSettings.DEFAULT.withCountry(country).withSource(source).withTable(table);
  }
}
