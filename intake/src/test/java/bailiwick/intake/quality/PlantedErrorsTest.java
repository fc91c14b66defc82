package bailiwick.intake.quality;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.roster.Representative;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.account.Ground;
import bailiwick.intake.deal.AccountActivity;
import bailiwick.intake.export.CsvTable;
import bailiwick.intake.generate.DemoCompany;
import bailiwick.intake.generate.DemoFiles;
import bailiwick.intake.generate.DemoSettings;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.roster.RosterImport;
import bailiwick.intake.table.TableOptions;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Errors planted in a clean file are found, and a clean file is left in peace.
 *
 * <p>Clean are the rows of a generated company in which the generator has planted nothing, whose
 * owner is still there, with a day of their last change and a contact within the last months: so
 * everything told about them is a false alarm.
 */
class PlantedErrorsTest {

  private static final LocalDate TODAY = DemoSettings.DEMO.today();
  private static final int ACCOUNTS = 4_000;
  private static final int PLANTED_OF_EACH = 25;
  private static final MappingRequest IMPUTING =
      MappingRequest.parse(
          List.of(), List.of(), List.of(), List.of(), List.of("potential=median-by:segment"));

  @TempDir Path folder;

  private final List<Map<String, String>> rows = new ArrayList<>();
  private final List<Representative> roster = new ArrayList<>();
  private final Map<String, LocalDate> contacts = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void less_than_one_in_a_hundred_accounts_of_a_clean_file_is_told(long seed) throws IOException {
    clean(seed);
    QualityReport report = report();
    Set<String> told =
        report.findings().stream()
            .map(finding -> finding.account().account().externalId())
            .collect(Collectors.toSet());
    assertThat(told.size()).as("%s", counts(report)).isLessThan(rows.size() / 100);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void every_planted_error_is_found(long seed) throws IOException {
    clean(seed);
    Map<Doubt, Set<String>> planted = plant(new SplittableRandom(seed));
    QualityReport report = report();
    planted.forEach(
        (doubt, ids) -> assertThat(found(report, doubt)).as("%s", doubt).containsAll(ids));
  }

  @ParameterizedTest
  @ValueSource(longs = 1)
  void planted_errors_widen_the_limits_of_the_balance(long seed) throws IOException {
    clean(seed);
    Spread before = report().potentialBalance();
    plant(new SplittableRandom(seed));
    Spread after = report().potentialBalance();
    assertThat(after.high() - after.low()).isGreaterThan(before.high() - before.low());
    assertThat(after.high90() - after.low90()).isGreaterThan(before.high90() - before.low90());
  }

  private void clean(long seed) throws IOException {
    DemoFiles files =
        new DemoCompany(Ground.ATLAS)
            .generate(
                DemoSettings.DEMO.withSeed(seed).withAccounts(ACCOUNTS).withTerritories(20),
                folder.resolve("company"),
                done -> {});
    RosterImport.with(Ground.ATLAS, ImportSettings.DEFAULT.withCountry("US"))
        .read(
            TableSource.of(files.representatives()),
            MappingRequest.GUESSED,
            row -> roster.add(row.representative()));
    Set<String> faulty = faulty(files);
    Set<String> gone =
        roster.stream()
            .filter(person -> person.leftOn() != null)
            .map(Representative::externalId)
            .collect(Collectors.toSet());
    for (Map<String, String> row : read(files.accounts())) {
      if (!faulty.contains(cell(row, "id")) && !gone.contains(cell(row, "owner"))) {
        row.put("changed", TODAY.minusMonths(6).toString());
        contacts.put(cell(row, "id"), TODAY.minusMonths(3));
        rows.add(row);
      }
    }
  }

  /** Ids of the accounts that something was planted in. */
  private static Set<String> faulty(DemoFiles files) throws IOException {
    Set<String> ids = new HashSet<>();
    JsonNode truth = JsonMapper.shared().readTree(Files.readString(files.truth()));
    for (JsonNode account : truth.findValues("account")) {
      ids.add(account.asString());
    }
    return ids;
  }

  private static List<Map<String, String>> read(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (TableReader table = TableReader.open(TableSource.of(file), TableOptions.SNIFFED)) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < table.header().size(); column++) {
          cells.put(table.header().get(column), row.cell(column));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  /** Plants errors of every kind, one a row; returns the ids of the rows by what must be found. */
  private Map<Doubt, Set<String>> plant(SplittableRandom random) {
    List<Map<String, String>> untouched = new ArrayList<>(rows);
    Representative left = roster.getFirst();
    roster.set(
        0,
        new Representative(
            left.id(),
            left.externalId(),
            left.name(),
            left.email(),
            left.home(),
            left.skills(),
            left.startedOn(),
            TODAY.minusMonths(5),
            left.rampShare(),
            left.quotaCents()));
    Map<Doubt, Set<String>> planted = new HashMap<>();
    for (int i = 0; i < PLANTED_OF_EACH; i++) {
      for (Doubt doubt : Doubt.values()) {
        Map<String, String> row = untouched.remove(random.nextInt(untouched.size()));
        spoil(row, doubt, random);
        planted.computeIfAbsent(doubt, none -> new HashSet<>()).add(cell(row, "id"));
      }
    }
    return planted;
  }

  private void spoil(Map<String, String> row, Doubt doubt, SplittableRandom random) {
    switch (doubt) {
      case PLACE_MISSING ->
          List.of("city", "region", "postcode", "country").forEach(f -> row.put(f, ""));
      case PLACE_REPAIRED -> row.put("postcode", postcodeOfAnotherRegion(row, random));
      case PLACE_COARSE -> row.put("postcode", "");
      case INDUSTRY_UNKNOWN -> row.put("industry", "To be classified");
      case SIZE_UNKNOWN -> List.of("employees", "annual_revenue").forEach(f -> row.put(f, ""));
      case DUPLICATE -> addTwin(row, random);
      case OWNER_LEFT -> row.put("owner", roster.getFirst().externalId());
      case OWNER_UNKNOWN -> row.put("owner", "Import User");
      case OWNER_MISSING -> List.of("owner", "territory").forEach(f -> row.put(f, ""));
      case OUT_OF_RANGE -> spoilAmount(row, random);
      case AMOUNT_IMPUTED -> row.put("potential", "");
      case STALE -> row.put("changed", TODAY.minusYears(3).toString());
      case INACTIVE -> contacts.put(cell(row, "id"), TODAY.minusYears(2));
    }
  }

  private String postcodeOfAnotherRegion(Map<String, String> row, SplittableRandom random) {
    while (true) {
      Map<String, String> other = rows.get(random.nextInt(rows.size()));
      if (!cell(other, "region").equals(cell(row, "region"))
          && !cell(other, "postcode").isEmpty()) {
        return cell(other, "postcode");
      }
    }
  }

  private void addTwin(Map<String, String> row, SplittableRandom random) {
    Map<String, String> twin = new LinkedHashMap<>(row);
    twin.put("id", cell(row, "id") + "-2");
    String name = cell(row, "name");
    twin.put(
        "name",
        switch (random.nextInt(3)) {
          case 0 -> name.toUpperCase(Locale.ROOT);
          case 1 -> name.replaceAll(" (Inc|LLC|Co|Corp|Group)$", "") + ", Incorporated";
          default -> name.replace(" & ", " and ");
        });
    contacts.put(cell(twin, "id"), TODAY.minusMonths(3));
    rows.add(twin);
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  /** A thousand times too much or too little, a filler, a number below 0. */
  private static void spoilAmount(Map<String, String> row, SplittableRandom random) {
    switch (random.nextInt(4)) {
      case 0 -> row.put("potential", cell(row, "potential") + "000");
      case 1 -> row.put("potential", "9999999");
      case 2 -> row.put("employees", "-1");
      default -> row.put("annual_revenue", cell(row, "annual_revenue") + "000");
    }
  }

  private QualityReport report() throws IOException {
    Path file = folder.resolve("accounts.csv");
    try (CsvTable table =
        CsvTable.open(Files.newBufferedWriter(file), List.copyOf(rows.getFirst().keySet()))) {
      for (Map<String, String> row : rows) {
        table.row(List.copyOf(row.values()));
      }
    }
    FileBooks books = new FileBooks(Ground.ATLAS);
    AccountImport.with(Ground.ATLAS, ImportSettings.DEFAULT)
        .read(TableSource.of(file), IMPUTING, books::add);
    contacts.forEach((id, day) -> books.add(new AccountActivity(id, "", day, "call", 1)));
    return QualityCheck.report(
        books.on(TODAY, roster, QualitySettings.DEFAULT.leastScore()), QualitySettings.DEFAULT, 1);
  }

  private static Set<String> found(QualityReport report, Doubt doubt) {
    return report.findings().stream()
        .filter(finding -> finding.doubt() == doubt)
        .map(finding -> finding.account().account().externalId())
        .collect(Collectors.toSet());
  }

  private static Map<Doubt, Long> counts(QualityReport report) {
    return report.findings().stream()
        .collect(Collectors.groupingBy(Finding::doubt, Collectors.counting()));
  }
}
