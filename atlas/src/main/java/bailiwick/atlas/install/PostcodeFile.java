package bailiwick.atlas.install;

import bailiwick.atlas.draft.CountryDraft.Neighbours;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table: postcodes as GeoNames publishes them (tabs, no header) or as CSV with a header, or
 * pairs of neighbours. One use per file.
 */
final class PostcodeFile {

  /** Problems of one kind that are listed one by one. */
  private static final int LISTED = 50;

  private static final List<String> GEONAMES =
      List.of(
          "country",
          "postal_code",
          "place",
          "admin1",
          "admin1_code",
          "admin2",
          "admin2_code",
          "admin3",
          "admin3_code",
          "lat",
          "lon",
          "accuracy");

  /** A full British code; its first part is the district. */
  private static final Pattern BRITISH =
      Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?) ?[0-9][A-Z]{2}");

  private final SourceFile file;
  private final String country;
  private final List<PostcodeLine> lines = new ArrayList<>();
  private final List<Neighbours> neighbours = new ArrayList<>();
  private final List<AtlasProblem> problems = new ArrayList<>();
  private long badRows;

  private PostcodeFile(SourceFile file, String country) {
    this.file = file;
    this.country = country;
  }

  /** What a table holds; one of the lists is empty. */
  record Content(
      List<PostcodeLine> lines, List<Neighbours> neighbours, List<AtlasProblem> problems) {}

  static Content read(SourceFile file, String country) {
    PostcodeFile reader = new PostcodeFile(file, country);
    try {
      reader.readRows();
    } catch (CsvParseException broken) {
      throw ProblemException.of(new AtlasProblem.NotText(file.name()));
    }
    if (reader.lines.isEmpty() && reader.neighbours.isEmpty()) {
      throw ProblemException.of(new AtlasProblem.NothingUsable(file.name(), country));
    }
    if (reader.badRows > LISTED) {
      reader.problems.add(new AtlasProblem.MoreBadRows(file.name(), reader.badRows - LISTED));
    }
    return new Content(reader.lines, reader.neighbours, reader.problems);
  }

  private void readRows() {
    List<CsvRecord> rows = rows();
    if (rows.isEmpty()) {
      return;
    }
    List<String> first = rows.getFirst().getFields();
    if (isGeoNames(first)) {
      readPostcodes(rows, new Header(GEONAMES), 1);
      return;
    }
    Header header = new Header(first);
    List<CsvRecord> body = rows.subList(1, rows.size());
    if (header.isNeighbours()) {
      body.stream()
          .filter(row -> row.getFieldCount() > 1)
          .map(row -> new Neighbours(district(row.getField(0)), district(row.getField(1))))
          .forEach(neighbours::add);
    } else if (header.isPostcodes()) {
      readPostcodes(body, header, 1);
    } else {
      throw ProblemException.of(new AtlasProblem.MissingColumns(file.name(), first));
    }
  }

  private List<CsvRecord> rows() {
    String firstLine = file.text().lines().findFirst().orElse("");
    char separator =
        firstLine.indexOf('\t') >= 0
            ? '\t'
            : count(firstLine, ';') > count(firstLine, ',') ? ';' : ',';
    var reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    if (separator == '\t') {
      reader.quoteCharacter('\0'); // GeoNames quotes nothing, and names hold quotes
    }
    return reader.ofCsvRecord(file.text()).stream().toList();
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  private static boolean isGeoNames(List<String> first) {
    return first.size() >= 11
        && first.getFirst().length() == 2
        && findNumber(first.get(9)) != null
        && findNumber(first.get(10)) != null;
  }

  private void readPostcodes(List<CsvRecord> rows, Header header, long firstRow) {
    long row = firstRow;
    for (CsvRecord record : rows) {
      readPostcode(record, header, row++);
    }
  }

  private void readPostcode(CsvRecord record, Header header, long row) {
    String rowCountry = header.text(record, "country");
    if (!rowCountry.isEmpty() && !rowCountry.equalsIgnoreCase(country)) {
      return;
    }
    String postcode = district(header.text(record, "postcode"));
    if (postcode.isEmpty() || postcode.indexOf('/') >= 0) {
      addBad(row, "postcode", postcode);
      return;
    }
    Double lon = findNumber(header.text(record, "lon"));
    Double lat = findNumber(header.text(record, "lat"));
    if (lon == null || Math.abs(lon) > 180) {
      addBad(row, "longitude", header.text(record, "lon"));
    } else if (lat == null || Math.abs(lat) > 90) {
      addBad(row, "latitude", header.text(record, "lat"));
    } else {
      lines.add(
          new PostcodeLine(
              postcode,
              new LonLat(lon, lat),
              header.text(record, "city"),
              header.text(record, "region"),
              header.text(record, "regionName"),
              header.text(record, "county").replace('/', '-')));
    }
  }

  private String district(String text) {
    String postcode = text.strip().toUpperCase(Locale.ROOT);
    var full = BRITISH.matcher(postcode);
    return country.equals("GB") && full.matches() ? full.group(1) : postcode;
  }

  private void addBad(long row, String column, String text) {
    if (badRows++ < LISTED) {
      problems.add(new AtlasProblem.BadRow(file.name(), row, column, text));
    }
  }

  private static @Nullable Double findNumber(String text) {
    try {
      double number = Double.parseDouble(text.strip());
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException none) {
      return null;
    }
  }

  /** Which column holds what, by the names publishers use. */
  private static final class Header {
    private static final Map<String, List<String>> NAMES =
        Map.of(
            "country", List.of("country", "country_code", "countrycode"),
            "postcode",
                List.of("postal_code", "postcode", "postalcode", "zip", "plz", "district", "code"),
            "lat", List.of("lat", "latitude"),
            "lon", List.of("lon", "lng", "long", "longitude"),
            "city", List.of("place", "place_name", "city", "town"),
            "region",
                List.of(
                    "admin1_code",
                    "admin_code1",
                    "region_code",
                    "nation",
                    "region",
                    "state",
                    "admin1"),
            "regionName", List.of("admin1", "admin_name1", "nation", "region", "state", "province"),
            "county", List.of("admin2", "admin_name2", "county", "department", "district_name"));

    private final Map<String, Integer> columnOf = new HashMap<>();
    private final List<String> columns;

    Header(List<String> header) {
      this.columns =
          header.stream()
              .map(name -> name.strip().toLowerCase(Locale.ROOT).replace(' ', '_'))
              .toList();
      NAMES.forEach(
          (meaning, names) -> find(names).ifPresent(column -> columnOf.put(meaning, column)));
    }

    private OptionalInt find(List<String> names) {
      return names.stream().mapToInt(columns::indexOf).filter(column -> column >= 0).findFirst();
    }

    boolean isPostcodes() {
      return columnOf.containsKey("postcode")
          && columnOf.containsKey("lat")
          && columnOf.containsKey("lon");
    }

    boolean isNeighbours() {
      return columns.equals(List.of("a", "b")) || columns.equals(List.of("from", "to"));
    }

    String text(CsvRecord record, String meaning) {
      Integer column = columnOf.get(meaning);
      return column == null || column >= record.getFieldCount()
          ? ""
          : record.getField(column).strip();
    }
  }
}
