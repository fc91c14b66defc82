package bailiwick.intake.instance;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import bailiwick.core.design.NetworkDistances;
import bailiwick.core.design.Objective;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An instance as read from its folder. Immutable; every problem of its files has been told when one
 * exists.
 */
public final class InstanceFolder {

  static final String UNITS = "units.csv";
  static final String EDGES = "edges.csv";
  static final String SETTINGS = "instance.json";

  /** Published runs in the settings may be infinite. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final double METRES_IN_KM = 1000;
  private static final double MILLION = 1e6;

  /** What today's plan counts for against compactness in {@code moved_plus_compact}. */
  private static final double COMPACT_PART = 0.25;

  private final InstanceSettings settings;
  private final UnitTable units;
  private final EdgeTable edges;
  private final String inputHash;

  private InstanceFolder(
      InstanceSettings settings, UnitTable units, EdgeTable edges, String inputHash) {
    this.settings = settings;
    this.units = units;
    this.edges = edges;
    this.inputHash = inputHash;
  }

  /**
   * Reads the files of an instance.
   *
   * @throws ProblemException with every {@link InstanceProblem} found
   * @throws IOException when a file cannot be read
   */
  public static InstanceFolder read(Path folder) throws IOException {
    ProblemList problems = new ProblemList();
    for (String file : List.of(UNITS, SETTINGS)) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        problems.add(new InstanceProblem.FileMissing(file));
      }
    }
    problems.throwIfAny();
    InstanceSettings settings = readSettings(folder.resolve(SETTINGS), problems);
    problems.endFile(SETTINGS);
    problems.throwIfAny();
    UnitTable units = UnitTable.read(folder.resolve(UNITS), problems);
    Path edgeFile = folder.resolve(EDGES);
    EdgeTable edges = EdgeTable.NONE;
    if (Files.isRegularFile(edgeFile)) {
      boolean lengths = settings.metric().equals("network_shortest_path");
      edges = EdgeTable.read(edgeFile, units, lengths, problems);
    } else if (settings.contiguous() || settings.metric().equals("network_shortest_path")) {
      problems.add(new InstanceProblem.FileMissing(EDGES));
    }
    checkFit(settings, units, problems);
    problems.throwIfAny();
    return new InstanceFolder(settings, units, edges, InputHash.of(folder));
  }

  private static InstanceSettings readSettings(Path file, ProblemList problems) throws IOException {
    JsonNode tree;
    try {
      tree = JSON.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw ProblemException.of(
          new InstanceProblem.Unreadable(SETTINGS, String.valueOf(e.getOriginalMessage())));
    }
    return InstanceSettings.read(tree, problems);
  }

  private static void checkFit(InstanceSettings settings, UnitTable units, ProblemList problems) {
    switch (settings.balance()) {
      case InstanceSettings.Balance.Limits limits -> units.require(limits.measure(), problems);
      case InstanceSettings.Balance.Tolerances tolerances ->
          tolerances.measures().forEach(measure -> units.require(measure, problems));
      case InstanceSettings.Balance.Capacity capacity -> units.requireCapacity(problems);
    }
    for (String home : settings.homes()) {
      if (units.numbering().findNumber(new UnitId(home)).isEmpty()) {
        problems.add(new InstanceProblem.WrongSetting("/homes", home, "an id of `units.csv`"));
      }
    }
    if (!settings.homes().isEmpty() && settings.homes().size() != settings.territories()) {
      problems.add(
          new InstanceProblem.WrongSetting(
              "/homes",
              settings.homes().size() + " homes",
              "as many as p (%s)".formatted(settings.territories())));
    }
  }

  /** What can be made small, the usual one first. */
  public List<String> objectives() {
    return settings.objectives();
  }

  /** SHA-256 over the files, in hexadecimal digits. */
  public String inputHash() {
    return inputHash;
  }

  /**
   * The problem with the named objective.
   *
   * @param objective one of {@link #objectives}
   * @throws ProblemException when the instance does not offer the objective
   */
  public DesignProblem problem(String objective) {
    if (!settings.objectives().contains(objective)
        || (objective.equals("cut_edges") && edges.count() == 0)) {
      throw ProblemException.of(
          new InstanceProblem.WrongSetting(
              "/objective", objective, "one of " + String.join(", ", settings.objectives())));
    }
    DesignProblem.Builder builder = DesignProblem.builder(units.numbering(), distances());
    for (int m = 0; m < units.measures().size(); m++) {
      builder.measure(units.measures().get(m), units.amounts(m));
    }
    addTerritories(builder);
    addBalance(builder);
    if (edges.count() > 0) {
      UnitGraph graph = UnitGraph.of(units.numbering().size(), edges.from(), edges.to());
      if (settings.contiguous()) {
        builder.contiguous(graph);
      } else {
        builder.graph(graph);
      }
    }
    builder.objective(objective(objective));
    if (objective.equals("moved_plus_compact")) {
      builder.today(Today.of(units.today(settings.homes()), 0, 1));
    }
    return builder.build();
  }

  private Distances distances() {
    double[] x = units.x();
    double[] y = units.y();
    return switch (settings.metric()) {
      case "euclid_km" -> PlanarDistances.of(x, y, METRES_IN_KM, PlanarDistances.Rounding.NONE);
      case "euclid_km_round" ->
          PlanarDistances.of(x, y, METRES_IN_KM, PlanarDistances.Rounding.HALF_EVEN);
      case "euclid_floor" -> PlanarDistances.of(x, y, 1, PlanarDistances.Rounding.FLOOR);
      case "network_shortest_path" ->
          NetworkDistances.of(x, y, edges.from(), edges.to(), edges.length());
      default -> PlanarDistances.of(x, y);
    };
  }

  private void addTerritories(DesignProblem.Builder builder) {
    if (settings.homes().isEmpty()) {
      builder.freeTerritories(settings.territories());
      return;
    }
    for (int t = 0; t < settings.homes().size(); t++) {
      int home = units.numbering().getNumber(new UnitId(settings.homes().get(t)));
      builder.territory(TerritorySpec.withHome("T" + (t + 1), home));
    }
  }

  private void addBalance(DesignProblem.Builder builder) {
    switch (settings.balance()) {
      case InstanceSettings.Balance.Limits limits -> {
        int m = units.measureNumber(limits.measure());
        Measure measure = units.measures().get(m);
        builder.rule(
            new BalanceRule.Limits(
                m,
                (long) Math.ceil(limits.lower() * measure.one()),
                (long) Math.floor(limits.upper() * measure.one())));
      }
      case InstanceSettings.Balance.Tolerances tolerances -> {
        for (int k = 0; k < tolerances.measures().size(); k++) {
          builder.rule(
              new BalanceRule.Tolerance(
                  units.measureNumber(tolerances.measures().get(k)), tolerances.ratios().get(k)));
        }
      }
      case InstanceSettings.Balance.Capacity capacity ->
          builder.rule(new BalanceRule.CentreCapacity(0, units.capacities()));
    }
  }

  private boolean isInKilometres() {
    return settings.metric().startsWith("euclid_km");
  }

  private Objective objective(String name) {
    return switch (name) {
      case "moi_1e6_km2" -> new Objective.MomentOfInertia(name, 0, 0, 1 / MILLION);
      case "moi_home" ->
          new Objective.MomentOfInertia(name, 0, 0, isInKilometres() ? 1 / MILLION : 1);
      case "moved_plus_compact" ->
          new Objective.MomentOfInertia(name, 0, 0, COMPACT_PART / settings.meanSquare().orElse(1));
      case "cut_edges" -> new Objective.CutEdges(name);
      case "max_diameter" -> new Objective.MaxDiameter(name);
      default -> new Objective.SumOfDistances(name);
    };
  }

  static Map<String, Integer> positions(List<String> header) {
    Map<String, Integer> positions = new HashMap<>();
    for (int k = 0; k < header.size(); k++) {
      positions.putIfAbsent(header.get(k).trim(), k);
    }
    return positions;
  }
}
