package bailiwick.cli.design;

import bailiwick.cli.terminal.InputFile;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.optimize.district.DistrictPlan;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.intake.export.CsvTable;
import bailiwick.intake.export.OutputFile;
import bailiwick.intake.table.TableOptions;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A design as it lies in a folder: {@code assignment.csv} ({@code id,territory,center}, and {@code
 * district} where there are districts) and {@code report.json}. Immutable.
 *
 * @param name of the scenario
 * @param country ISO code of the plan's country
 * @param unitKind what the units are
 * @param atlasVersion the reference geography it was made with
 * @param alignment whose each unit is
 * @param names what people call each territory
 */
public record DesignFolder(
    String name,
    String country,
    UnitKind unitKind,
    String atlasVersion,
    Alignment alignment,
    Map<TerritoryCode, String> names) {

  private static final String ASSIGNMENT = "assignment.csv";
  private static final String REPORT = "report.json";

  public DesignFolder {
    names = Map.copyOf(names);
  }

  /** Writes a design, its report last, so that a folder with a report is whole. */
  static void write(
      Path folder, Optional<DesignPlan> plan, Optional<DistrictPlan> districts, String report)
      throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(REPORT));
    if (plan.isPresent()) {
      OutputFile.write(
          folder.resolve(ASSIGNMENT),
          out ->
              writeAssignment(
                  plan.get(), districts, CsvTable.open(out, header(districts.isPresent()))));
    } else {
      Files.deleteIfExists(folder.resolve(ASSIGNMENT));
    }
    OutputFile.write(folder.resolve(REPORT), out -> out.append(report).append('\n'));
  }

  private static List<String> header(boolean districts) {
    return districts
        ? List.of("id", "territory", "center", "district")
        : List.of("id", "territory", "center");
  }

  private static void writeAssignment(
      DesignPlan plan, Optional<DistrictPlan> districts, CsvTable table) throws IOException {
    Alignment alignment = plan.alignment();
    for (int unit = 0; unit < alignment.units().size(); unit++) {
      int territory = alignment.territoryOf(unit);
      List<String> cells = new ArrayList<>();
      cells.add(alignment.units().id(unit).value());
      cells.add(
          territory == Alignment.UNASSIGNED ? "" : alignment.territories().get(territory).value());
      cells.add(territory == Alignment.UNASSIGNED ? "" : centre(plan, territory));
      districts.ifPresent(of -> cells.add(district(of, territory)));
      table.row(cells);
    }
  }

  /** Sites beyond the units are homes, which have no unit's id. */
  private static String centre(DesignPlan plan, int territory) {
    int centre = plan.centreOf(territory);
    boolean isUnit = centre >= 0 && centre < plan.alignment().units().size();
    return isUnit ? plan.alignment().units().id(centre).value() : "home";
  }

  private static String district(DistrictPlan districts, int territory) {
    return territory == Alignment.UNASSIGNED
        ? ""
        : districts.codes().get(districts.districtOf(territory)).value();
  }

  /**
   * Reads a folder that {@code design} wrote for a brief.
   *
   * @throws ProblemException when it is none
   */
  public static DesignFolder read(Path folder) throws IOException {
    InputFile.requireFolder(folder);
    Path assignment = folder.resolve(ASSIGNMENT);
    Path report = folder.resolve(REPORT);
    InputFile.requireReadable(assignment);
    InputFile.requireReadable(report);
    JsonNode fields = parse(report);
    UnitKind kind =
        UnitKind.findByWord(fields.path("unitKind").asString(""))
            .orElseThrow(
                () -> ProblemException.of(new DesignFolderProblem.NotOfBrief(report.toString())));
    Map<TerritoryCode, String> names = new LinkedHashMap<>();
    for (JsonNode territory : fields.path("territories")) {
      names.put(
          new TerritoryCode(territory.path("code").asString()), territory.path("name").asString());
    }
    return new DesignFolder(
        fields.path("name").asString("Design"),
        fields.path("country").asString("US"),
        kind,
        fields.path("atlas").asString(""),
        alignment(assignment, List.copyOf(names.keySet())),
        names);
  }

  private static JsonNode parse(Path report) throws IOException {
    try {
      return JsonMapper.shared().readTree(Files.readString(report));
    } catch (JacksonException e) {
      throw new ProblemException(List.of(new DesignFolderProblem.NotOfBrief(report.toString())));
    }
  }

  private static Alignment alignment(Path file, List<TerritoryCode> codes) {
    Map<TerritoryCode, Integer> numberOf = new LinkedHashMap<>();
    codes.forEach(code -> numberOf.put(code, numberOf.size()));
    List<UnitId> units = new ArrayList<>();
    List<Integer> territories = new ArrayList<>();
    try (TableReader table = TableReader.open(TableSource.of(file), TableOptions.SNIFFED)) {
      int id = column(table, file, "id");
      int territory = column(table, file, "territory");
      for (TableRow row = table.next(); row != null; row = table.next()) {
        units.add(new UnitId(row.cell(id)));
        territories.add(number(file, row, row.cell(territory), numberOf));
      }
    }
    return Alignment.of(
        UnitNumbering.of(units), codes, territories.stream().mapToInt(Integer::intValue).toArray());
  }

  private static int number(
      Path file, TableRow row, String code, Map<TerritoryCode, Integer> numberOf) {
    if (code.isEmpty()) {
      return Alignment.UNASSIGNED;
    }
    Integer number = numberOf.get(new TerritoryCode(code));
    if (number == null) {
      throw ProblemException.of(
          new DesignFolderProblem.UnknownTerritory(file.toString(), row.number(), code));
    }
    return number;
  }

  static int column(TableReader table, Path file, String name) {
    int column = table.header().indexOf(name);
    if (column < 0) {
      throw ProblemException.of(new DesignFolderProblem.NoColumn(file.toString(), name));
    }
    return column;
  }
}
