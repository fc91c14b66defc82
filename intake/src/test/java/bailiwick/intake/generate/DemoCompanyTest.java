package bailiwick.intake.generate;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.atlas.Place;
import bailiwick.core.unit.LonLat;
import bailiwick.intake.table.TableOptions;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On a small made-up ground, so that the atlas need not be read. */
class DemoCompanyTest {

  private static final DemoSettings SETTINGS =
      new DemoSettings(6_000, 16, 5, DemoSettings.DEMO.today());
  private static final List<String> FILES =
      List.of(
          "accounts.csv",
          "representatives.csv",
          "opportunities.csv",
          "activities.csv",
          "revenue.csv",
          "quotas.csv",
          "truth.json",
          "README.md");

  @TempDir private static Path folder;
  private static DemoFiles files;

  @BeforeAll
  static void generate() throws IOException {
    files = DemoCompany.generate(ground(), SETTINGS, folder.resolve("first"), done -> {});
  }

  @Test
  void the_same_seed_makes_the_same_bytes() throws IOException {
    DemoFiles again = DemoCompany.generate(ground(), SETTINGS, folder.resolve("again"), done -> {});
    for (String file : FILES) {
      assertThat(again.folder().resolve(file)).hasSameBinaryContentAs(files.folder().resolve(file));
    }
  }

  @Test
  void another_seed_makes_another_company() throws IOException {
    DemoFiles other =
        DemoCompany.generate(
            ground(), SETTINGS.withSeed(6).withAccounts(100), folder.resolve("other"), done -> {});

    assertThat(rows(other.accounts())).isNotEqualTo(rows(files.accounts()).subList(0, 100));
  }

  @Test
  void there_are_as_many_accounts_as_asked_for_with_ids_of_their_own() {
    List<Row> accounts = rows(files.accounts());

    assertThat(accounts).hasSize(6_000);
    assertThat(accounts.stream().map(row -> row.text("id")).distinct()).hasSize(6_000);
  }

  @Test
  void the_top_fifth_of_accounts_holds_about_four_fifths_of_the_potential() {
    List<Double> potentials =
        rows(files.accounts()).stream()
            .map(row -> Double.valueOf(row.text("potential")))
            .sorted(Comparator.reverseOrder())
            .toList();

    assertThat(sum(potentials.subList(0, 1_200)) / sum(potentials)).isBetween(0.75, 0.86);
  }

  @Test
  void territories_are_uneven_but_none_is_empty() {
    Map<String, Long> accounts =
        rows(files.accounts()).stream()
            .filter(row -> !row.text("territory").isEmpty())
            .collect(
                Collectors.groupingBy(
                    row -> row.text("territory"), TreeMap::new, Collectors.counting()));

    assertThat(accounts).hasSize(16);
    long largest = accounts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    long smallest = accounts.values().stream().mapToLong(Long::longValue).min().orElseThrow();
    assertThat(largest / (double) smallest).isBetween(1.3, 8.0);
  }

  @Test
  void every_planted_fault_is_in_the_files() throws IOException {
    Map<String, Row> accounts =
        rows(files.accounts()).stream()
            .collect(Collectors.toMap(row -> row.text("id"), row -> row));
    assertThat(faults().keySet())
        .contains(
            "missing-postcode",
            "only-state",
            "state-contradicts-postcode",
            "duplicate-account",
            "owner-unknown",
            "no-owner",
            "unknown-industry",
            "neglected-account",
            "owner-left",
            "cherry-picker",
            "equal-counts-unequal-potential",
            "inherited-lists",
            "torn-territory",
            "ramping-with-full-load",
            "few-contacts");
    for (String id : named(fault("missing-postcode"), "account")) {
      assertThat(of(accounts, id).text("postcode")).isEmpty();
    }
    for (String id : named(fault("no-owner"), "account")) {
      assertThat(of(accounts, id).text("owner")).isEmpty();
    }
    for (JsonNode pair : fault("duplicate-account").get("named")) {
      Row second = of(accounts, pair.get("account").asString());
      Row first = of(accounts, pair.get("of").asString());
      assertThat(second.text("website")).isEqualTo(first.text("website"));
      assertThat(second.text("name")).isNotEqualTo(first.text("name"));
    }
  }

  @Test
  void a_neglected_account_has_had_no_contact_for_a_year() throws IOException {
    List<String> neglected = named(fault("neglected-account"), "account");
    String yearAgo = SETTINGS.today().minusDays(365).toString();

    assertThat(rows(files.activities()))
        .filteredOn(row -> neglected.contains(row.text("account")))
        .allMatch(row -> row.text("date").compareTo(yearAgo) < 0);
  }

  @Test
  void the_cherry_picker_leaves_large_accounts_alone() throws IOException {
    String picker = named(fault("cherry-picker"), "representative").getFirst();
    String territory = named(fault("cherry-picker"), "territory").getFirst();
    Map<String, Long> contacts =
        rows(files.activities()).stream()
            .filter(row -> row.text("owner").equals(picker))
            .collect(Collectors.groupingBy(row -> row.text("account"), Collectors.counting()));
    double small = contactsPerAccount(territory, contacts, 0, 8_000);
    double large = contactsPerAccount(territory, contacts, 8_001, Double.MAX_VALUE);

    assertThat(small).isGreaterThan(3 * large);
  }

  @Test
  void figures_of_the_files_agree() {
    Map<String, Double> pipeline =
        rows(files.opportunities()).stream()
            .filter(row -> !row.text("stage").startsWith("Closed"))
            .collect(
                Collectors.groupingBy(
                    row -> row.text("account"),
                    Collectors.summingDouble(row -> Double.parseDouble(row.text("amount")))));

    assertThat(rows(files.accounts()))
        .allMatch(row ->
            Math.abs(
                    Double.parseDouble(row.text("pipeline"))
                        - pipeline.getOrDefault(row.text("id"), 0.0))
                < 0.005);
  }

  @Test
  void the_left_representative_left_before_today() throws IOException {
    String left = named(fault("owner-left"), "representative").getFirst();

    assertThat(rows(files.representatives()))
        .filteredOn(row -> row.text("id").equals(left))
        .allMatch(row -> row.text("left").compareTo(SETTINGS.today().toString()) < 0);
  }

  private static double contactsPerAccount(
      String territory, Map<String, Long> contacts, double from, double to) {
    return rows(files.accounts()).stream()
        .filter(row -> row.text("territory").equals(territory))
        .filter(row -> Double.parseDouble(row.text("potential")) >= from)
        .filter(row -> Double.parseDouble(row.text("potential")) <= to)
        .mapToLong(row -> contacts.getOrDefault(row.text("id"), 0L))
        .average()
        .orElseThrow();
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Map<String, JsonNode> faults() throws IOException {
    JsonNode truth = JsonMapper.shared().readTree(Files.readString(files.truth()));
    Map<String, JsonNode> faults = new TreeMap<>();
    truth.get("faults").forEach(fault -> faults.put(fault.get("kind").asString(), fault));
    return faults;
  }

  private static JsonNode fault(String kind) throws IOException {
    return Objects.requireNonNull(faults().get(kind), kind);
  }

  private static Row of(Map<String, Row> accounts, String id) {
    return Objects.requireNonNull(accounts.get(id), id);
  }

  /** A row by the names of its columns. */
  private record Row(Map<String, String> cells) {
    String text(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }
  }

  private static List<String> named(JsonNode fault, String key) {
    List<String> named = new ArrayList<>();
    fault.get("named").forEach(each -> named.add(each.get(key).asString()));
    return named;
  }

  private static List<Row> rows(Path file) {
    List<Row> rows = new ArrayList<>();
    try (TableReader table = TableReader.open(TableSource.of(file), TableOptions.SNIFFED)) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        Map<String, String> cells = new TreeMap<>();
        for (int c = 0; c < table.header().size(); c++) {
          cells.put(table.header().get(c), row.cell(c));
        }
        rows.add(new Row(cells));
      }
    }
    return rows;
  }

  /** A ground of 40 by 20 ZIP areas in four states, with a town at every tenth area. */
  private static Terrain ground() {
    List<Terrain.Zip> zips = new ArrayList<>();
    List<Place> towns = new ArrayList<>();
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 20; y++) {
        int number = x * 20 + y;
        String region = x < 20 ? (y < 10 ? "MO" : "IA") : (y < 10 ? "KY" : "IL");
        String city = "Town " + number / 10;
        LonLat point = new LonLat(-95 + x * 0.4, 34 + y * 0.4);
        zips.add(
            new Terrain.Zip(
                String.valueOf(10_000 + number), city, region, "C" + number / 5, point));
        if (number % 10 == 0) {
          towns.add(
              new Place(
                  city,
                  "US",
                  region,
                  point,
                  5_000L * (1 + number % 37),
                  ZoneId.of("America/Chicago")));
        }
      }
    }
    towns.sort(Comparator.comparingLong(Place::population).reversed());
    return Terrain.of(zips, towns);
  }
}
