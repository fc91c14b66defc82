package bailiwick.server.intake;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.mapping.MappingProfile;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.table.TableOptions;
import bailiwick.server.problem.ServerProblem;
import bailiwick.store.account.Extent;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a file is to be read, in the words of the command line's flags. Kept with a job, so that it
 * can begin again.
 *
 * @param columns field to column header, in the place of a guess
 * @param set {@code field=value}: a value that every row has
 * @param where {@code COLUMN=value} or {@code COLUMN!=value}: rows to read
 * @param impute {@code name=median}, {@code name=median-by:COLUMN} or {@code name=12}
 * @param measure {@code name=COLUMN}: further measures, of market figures
 * @param profile read where the rest says nothing; null to recognise one
 * @param delimiter one character, empty to find it out
 * @param encoding a charset, empty to find it out
 * @param sheet of a workbook, empty for the first
 * @param decimal mark of numbers, empty to learn it
 * @param days order of days, empty to learn it
 * @param country of addresses that name none, empty for the plan's
 * @param asOf first day that figures in the file do not cover any more, null for today
 * @param goodRowsOnly load the accepted rows even when others are rejected
 * @param extent whether the file holds all that its source has
 * @param mergeProspects whether prospects that have the web domain of a customer are merged into it
 *     after a load of accounts; otherwise their pairs wait for somebody
 */
public record ImportFlags(
    Map<String, String> columns,
    List<String> set,
    List<String> where,
    List<String> impute,
    List<String> measure,
    @Nullable MappingProfile profile,
    String delimiter,
    String encoding,
    String sheet,
    String decimal,
    String days,
    String country,
    @Nullable LocalDate asOf,
    boolean goodRowsOnly,
    Extent extent,
    Boolean mergeProspects) {

  /** Everything guessed; all rows or none; what is not in the file has not disappeared. */
  public static final ImportFlags GUESSED =
      new ImportFlags(
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          null,
          "",
          "",
          "",
          "",
          "",
          "",
          null,
          false,
          Extent.PART,
          false);

  public ImportFlags {
    columns = Map.copyOf(columns);
    set = List.copyOf(set);
    where = List.copyOf(where);
    impute = List.copyOf(impute);
    // Jobs that were queued before these could be told say nothing of them.
    measure = measure == null ? List.of() : List.copyOf(measure);
    sheet = Objects.requireNonNullElse(sheet, "");
    decimal = Objects.requireNonNullElse(decimal, "");
    days = Objects.requireNonNullElse(days, "");
    extent = Objects.requireNonNullElse(extent, Extent.PART);
    mergeProspects = Objects.requireNonNullElse(mergeProspects, false);
  }

  /** A copy for a file whose figures end before a day, null for today. */
  public ImportFlags keeping(boolean goodRows, @Nullable LocalDate day) {
    return new ImportFlags(
        columns,
        set,
        where,
        impute,
        measure,
        profile,
        delimiter,
        encoding,
        sheet,
        decimal,
        days,
        country,
        day,
        goodRows,
        extent,
        mergeProspects);
  }

  /** A copy for a file that holds so much of its source. */
  public ImportFlags holding(Extent much) {
    return new ImportFlags(
        columns,
        set,
        where,
        impute,
        measure,
        profile,
        delimiter,
        encoding,
        sheet,
        decimal,
        days,
        country,
        asOf,
        goodRowsOnly,
        much,
        mergeProspects);
  }

  /** A copy that merges prospects into the customers that have their web domains. */
  public ImportFlags mergingProspects() {
    return new ImportFlags(
        columns,
        set,
        where,
        impute,
        measure,
        profile,
        delimiter,
        encoding,
        sheet,
        decimal,
        days,
        country,
        asOf,
        goodRowsOnly,
        extent,
        true);
  }

  /**
   * Reads the parameters of a request.
   *
   * @param profiles finds the profile that is asked for
   * @throws ProblemException when one cannot be read
   */
  static ImportFlags of(
      HttpServletRequest request, JsonMapper json, Function<String, MappingProfile> profiles) {
    String profile = text(request, "profile");
    ImportFlags flags =
        new ImportFlags(
            columns(request.getParameter("mapping"), json),
            all(request, "set"),
            all(request, "where"),
            all(request, "impute"),
            all(request, "measure"),
            profile.isBlank() ? null : profiles.apply(profile),
            text(request, "delimiter"),
            text(request, "encoding"),
            text(request, "sheet"),
            text(request, "decimal"),
            text(request, "days"),
            text(request, "country"),
            null,
            false,
            Boolean.parseBoolean(text(request, "partOnly")) ? Extent.PART : Extent.WHOLE,
            Boolean.parseBoolean(text(request, "mergeProspects")));
    flags.mapping(); // a flag that cannot be read is told now, not by a job
    flags.table();
    return flags;
  }

  /** Spring would split one value at its commas; the request does not. */
  private static List<String> all(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : List.of(values);
  }

  private static String text(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private static Map<String, String> columns(@Nullable String mapping, JsonMapper json) {
    if (mapping == null || mapping.isBlank()) {
      return Map.of();
    }
    try {
      JsonNode tree = json.readTree(mapping);
      if (tree.isObject()) {
        Map<String, String> columns = new HashMap<>();
        tree.properties()
            .forEach(field -> columns.put(field.getKey(), field.getValue().asString()));
        return columns;
      }
    } catch (JacksonException noJson) {
      // told below, like JSON that is no object
    }
    throw ProblemException.of(
        new ServerProblem.Parameter(
            "mapping", "must be a JSON object such as {\"postcode\":\"Zip Code\"}"));
  }

  /**
   * What is said about the columns.
   *
   * @throws ProblemException when a flag cannot be read
   */
  MappingRequest mapping() {
    MappingRequest said =
        MappingRequest.parse(List.of(), set, where, measure, impute)
            .withColumns(columns)
            .withHabits(decimal, days);
    return profile == null ? said : said.under(profile);
  }

  /**
   * How the file is written down.
   *
   * @throws ProblemException when the delimiter or the encoding is none
   */
  TableOptions table() {
    TableOptions table = TableOptions.SNIFFED;
    if (!delimiter.isEmpty()) {
      if (delimiter.length() > 1) {
        throw ProblemException.of(
            new ServerProblem.Parameter("delimiter", "must be one character"));
      }
      table = table.withDelimiter(delimiter.charAt(0));
    }
    if (!encoding.isBlank()) {
      try {
        table = table.withCharset(Charset.forName(encoding.strip()));
      } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
        throw ProblemException.of(
            new ServerProblem.Parameter("encoding", "must be one such as UTF-8 or ISO-8859-1"));
      }
    }
    return sheet.isBlank() ? table : table.withSheet(sheet);
  }
}
