package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.intake.table.TableOptions;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The loop of the README by command line: the hospitals of the United States (HIFLD, 2019), where
 * their file lies beside the project. What the commands promise is counted anew from their files.
 */
@Timeout(900)
class HospitalsIT {

  private static final int TERRITORIES = 60;
  private static final double TOLERANCE = 0.10;

  @TempDir Path folder;

  @Test
  void sixty_territories_of_equal_beds_own_every_postcode_area_once() throws IOException {
    String file = hospitals().toString();
    Path brief = Path.of("..", "docs", "examples", "hospitals", "brief.yaml");

    JsonNode report = JsonMapper.shared().readTree(read(file, "--check", "--json"));
    assertThat(report.path("rows").asInt()).isEqualTo(7_146);
    assertThat(report.path("accepted").asInt()).isEqualTo(7_146);
    assertThat(report.path("placed").path("exact").asInt()).isEqualTo(7_132);
    assertThat(report.path("placed").path("postcode").asInt()).isEqualTo(14);
    assertThat(report.path("problemCounts").path("IMPORT_IMPUTED").asInt()).isEqualTo(570);

    read(file, "--out", at("hospitals.csv"));
    done("design", brief.toString(), "--accounts", at("hospitals.csv"), "--out", at("design"));
    done("publish", at("design"), "--accounts", at("hospitals.csv"), "--out", at("published"));
    done("export", at("design"), "--to", at("units.csv"));
    done("export", at("design"), "--to", at("territories.geojson"));

    Map<UnitId, String> territoryOf = unitsOnce();
    assertThat(new HashSet<>(territoryOf.values())).hasSize(TERRITORIES).doesNotContain("");
    assertEachIsOnePiece(territoryOf);
    assertBedsAreBalanced(territoryOf);
    assertThat(shapes()).hasSize(TERRITORIES);
  }

  private static Path hospitals() {
    String told = System.getProperty("bailiwick.shared");
    Path shared = told == null ? Path.of("..", "..", "shared") : Path.of(told);
    Path file = shared.resolve("data/crm/hifld_hospitals/us_hospitals_2019.csv.gz");
    Assumptions.assumeTrue(Files.exists(file), () -> "no " + file);
    return file;
  }

  private static String read(String file, String... more) {
    List<String> command =
        new ArrayList<>(List.of("import", "accounts", file, "--where", "status=OPEN"));
    command.addAll(List.of("--country", "US", "--map", "workload=beds", "--map", "owner="));
    command.addAll(List.of("--impute", "workload=median-by type"));
    command.addAll(List.of(more));
    return done(command.toArray(String[]::new));
  }

  private static String done(String... command) {
    CommandRun run = CommandRun.of(command);
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private Map<UnitId, String> unitsOnce() {
    Map<UnitId, String> territoryOf = new HashMap<>();
    for (Map<String, String> row : rows("units.csv")) {
      UnitId unit = new UnitId(cell(row, "unit"));
      assertThat(territoryOf.put(unit, cell(row, "territory"))).as("%s", unit).isNull();
    }
    assertThat(territoryOf.keySet()).isEqualTo(Set.copyOf(areas().numbering().ids()));
    return territoryOf;
  }

  /** Walks from one unit of each territory over neighbours of the same one, and misses none. */
  private static void assertEachIsOnePiece(Map<UnitId, String> territoryOf) {
    AreaLayer areas = areas();
    UnitGraph graph = areas.graph();
    Map<String, Integer> reached = new HashMap<>();
    Map<String, Integer> held = new HashMap<>();
    boolean[] seen = new boolean[graph.unitCount()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int start = 0; start < seen.length; start++) {
      String territory = of(territoryOf, areas, start);
      held.merge(territory, 1, Integer::sum);
      if (reached.containsKey(territory)) {
        continue;
      }
      int count = 0;
      seen[start] = true;
      open.push(start);
      while (!open.isEmpty()) {
        int unit = open.pop();
        count++;
        for (int k = graph.first(unit); k < graph.end(unit); k++) {
          int next = graph.neighbourAt(k);
          if (!seen[next] && of(territoryOf, areas, next).equals(territory)) {
            seen[next] = true;
            open.push(next);
          }
        }
      }
      reached.put(territory, count);
    }
    assertThat(reached).isEqualTo(held);
  }

  private static String of(Map<UnitId, String> territoryOf, AreaLayer areas, int unit) {
    return Objects.requireNonNull(territoryOf.get(areas.numbering().id(unit)));
  }

  /** Sums the beds by the published owner of each hospital, whose unit must say the same. */
  private void assertBedsAreBalanced(Map<UnitId, String> territoryOf) {
    Map<String, Double> bedsOf = new HashMap<>();
    for (Map<String, String> hospital : rows("hospitals.csv")) {
      bedsOf.put(cell(hospital, "id"), Double.valueOf(cell(hospital, "workload")));
    }
    Map<String, Double> beds = new HashMap<>();
    int owned = 0;
    for (Map<String, String> row : rows("published/ownership.csv")) {
      String territory = cell(row, "territory");
      if (!territory.isEmpty()) {
        owned++;
        assertThat(territoryOf.get(new UnitId(cell(row, "unit")))).isEqualTo(territory);
        beds.merge(territory, Objects.requireNonNull(bedsOf.get(cell(row, "id"))), Double::sum);
      }
    }
    assertThat(owned).as("all but the one in Palau").isEqualTo(7_145);
    double mean = beds.values().stream().mapToDouble(each -> each).sum() / TERRITORIES;
    assertThat(beds).hasSize(TERRITORIES);
    assertThat(beds.values())
        .allSatisfy(each -> assertThat(each).isCloseTo(mean, within(TOLERANCE * mean)));
  }

  private List<JsonNode> shapes() throws IOException {
    JsonNode collection =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("territories.geojson")));
    return List.copyOf(collection.path("features").values());
  }

  private List<Map<String, String>> rows(String file) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (TableReader table =
        TableReader.open(TableSource.of(folder.resolve(file)), TableOptions.SNIFFED)) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        Map<String, String> cells = new HashMap<>();
        for (int c = 0; c < table.header().size(); c++) {
          cells.put(table.header().get(c), row.cell(c));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static AreaLayer areas() {
    return Atlas.packaged().areas(UnitKind.POSTCODE, "US");
  }
}
