package bailiwick.intake.instance;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Distances;
import bailiwick.core.design.Objective;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  private final Optional<EdgeTable> edges;
  private final String inputHash;
  private final List<Problem> warnings;

  private InstanceFolder(
      InstanceSettings settings,
      UnitTable units,
      Optional<EdgeTable> edges,
      String inputHash,
      List<Problem> warnings) {
    this.settings = settings;
    this.units = units;
    this.edges = edges;
    this.inputHash = inputHash;
    this.warnings = warnings;
  }

  /**
   * Reads the files of an instance.
   *
   * @throws ProblemException with every problem found, mostly {@link InstanceProblem}s
   * @throws IOException when a file cannot be read
   */
  public static InstanceFolder read(Path folder) throws IOException {
    ProblemList problems = new ProblemList();
    Optional<InstanceSettings> settings = settings(folder.resolve(SETTINGS), problems);
    Optional<UnitTable> units = units(folder.resolve(UNITS), problems);
    Optional<EdgeTable> edges =
        units.flatMap(table -> edges(folder.resolve(EDGES), settings, table, problems));
    if (settings.isPresent() && units.isPresent()) {
      InstanceCheck check = new InstanceCheck(settings.get(), units.get(), problems);
      check.checkUnits();
      problems.throwIfAny();
      edges.ifPresent(check::checkEdges);
    }
    problems.throwIfAny();
    return new InstanceFolder(
        settings.orElseThrow(),
        units.orElseThrow(),
        edges,
        InputHash.of(folder),
        problems.toList());
  }

  private static Optional<InstanceSettings> settings(Path file, ProblemList problems)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      problems.add(new InstanceProblem.FileMissing(SETTINGS));
      return Optional.empty();
    }
    Optional<InstanceSettings> settings = Optional.empty();
    try {
      JsonNode tree = JSON.readTree(Files.readAllBytes(file));
      if (tree.isObject()) {
        settings = Optional.of(InstanceSettings.read(tree, problems));
      } else {
        problems.add(new InstanceProblem.Unreadable(SETTINGS, "it holds no JSON object"));
      }
    } catch (JacksonException e) {
      problems.add(
          new InstanceProblem.Unreadable(
              SETTINGS,
              "%s, in line %s".formatted(e.getOriginalMessage(), e.getLocation().getLineNr())));
    }
    problems.endFile(SETTINGS);
    return settings;
  }

  private static Optional<UnitTable> units(Path file, ProblemList problems) {
    if (!Files.isRegularFile(file)) {
      problems.add(new InstanceProblem.FileMissing(UNITS));
      return Optional.empty();
    }
    return UnitTable.read(file, problems);
  }

  private static Optional<EdgeTable> edges(
      Path file, Optional<InstanceSettings> settings, UnitTable units, ProblemList problems) {
    if (Files.isRegularFile(file)) {
      boolean lengths = settings.map(InstanceSettings::isNetwork).orElse(false);
      return EdgeTable.read(file, units, lengths, problems);
    }
    if (settings.map(InstanceSettings::needsEdges).orElse(false)) {
      problems.add(new InstanceProblem.FileMissing(EDGES));
    }
    return Optional.empty();
  }

  /** What can be made small, the usual one first. */
  public List<String> objectives() {
    return settings.objectives().stream().filter(this::isOffered).toList();
  }

  private boolean isOffered(String objective) {
    return switch (objective) {
      case InstanceSettings.CUT_EDGES -> edges.isPresent();
      case InstanceSettings.MOVED_PLUS_COMPACT ->
          settings.meanSquare().isPresent() && units.tellsToday(settings.homes());
      default -> true;
    };
  }

  /** What is odd about the files but does not stand in the way. */
  public List<Problem> warnings() {
    return warnings;
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
    if (!objectives().contains(objective)) {
      throw ProblemException.of(
          new InstanceProblem.WrongSetting(
              "/objective", objective, "one of " + String.join(", ", objectives())));
    }
    DesignProblemBuilder builder = DesignProblem.builder(units.numbering(), distances());
    for (int m = 0; m < units.measures().size(); m++) {
      builder.measure(units.measures().get(m), units.amounts(m));
    }
    addTerritories(builder);
    addBalance(builder);
    edges
        .map(EdgeTable::graph)
        .ifPresent(graph -> {
          if (settings.contiguous()) {
            builder.contiguous(graph);
          } else {
            builder.graph(graph);
          }
        });
    builder.objective(objective(objective));
    if (units.tellsToday(settings.homes())) {
      int price = objective.equals(InstanceSettings.MOVED_PLUS_COMPACT) ? 1 : 0;
      builder.today(Today.of(units.today(settings.homes()), units.measureNumber("w1"), price));
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
      case InstanceSettings.NETWORK -> edges.orElseThrow().network(units);
      default -> PlanarDistances.of(x, y);
    };
  }

  private void addTerritories(DesignProblemBuilder builder) {
    if (settings.homes().isEmpty()) {
      builder.freeTerritories(settings.territories());
      return;
    }
    for (int t = 0; t < settings.homes().size(); t++) {
      int home = units.numbering().getNumber(new UnitId(settings.homes().get(t)));
      builder.territory(TerritorySpec.withHome("T" + (t + 1), home));
    }
  }

  private void addBalance(DesignProblemBuilder builder) {
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
          builder.rule(
              new BalanceRule.CentreCapacity(units.measureNumber("w1"), units.capacities()));
    }
  }

  private boolean isInKilometres() {
    return settings.metric().startsWith("euclid_km");
  }

  private Objective objective(String name) {
    int weight = units.measureNumber("w1");
    return switch (name) {
      case "moi_1e6_km2" -> new Objective.MomentOfInertia(name, weight, 0, 1 / MILLION);
      case "moi_home" ->
          new Objective.MomentOfInertia(name, weight, 0, isInKilometres() ? 1 / MILLION : 1);
      case InstanceSettings.MOVED_PLUS_COMPACT ->
          new Objective.MomentOfInertia(
              name, weight, 0, COMPACT_PART / settings.meanSquare().orElseThrow());
      case InstanceSettings.CUT_EDGES -> new Objective.CutEdges(name);
      case "max_diameter" -> new Objective.MaxDiameter(name);
      default -> new Objective.SumOfDistances(name);
    };
  }
}
