package bailiwick.intake.brief;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Distances;
import bailiwick.core.design.GreatCircleDistances;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.measure.Compactness;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the optimiser's problem of a brief, the accounts' sums and today's plan. */
public final class DesignProblems {

  private final DesignBrief brief;
  private UnitAmounts amounts; // with the days in the field, where these are an amount
  private final List<LonLat> points;
  private final Optional<UnitGraph> graph;
  private final Optional<Alignment> today;
  private final Atlas atlas;
  private final List<BriefProblem> problems = new ArrayList<>();

  private DesignProblems(
      DesignBrief brief,
      UnitAmounts amounts,
      List<LonLat> points,
      Optional<UnitGraph> graph,
      Optional<Alignment> today,
      Atlas atlas) {
    this.brief = brief;
    this.amounts = amounts;
    this.points = points;
    this.graph = graph;
    this.today = today;
    this.atlas = atlas;
  }

  /**
   * A problem over the areas of a layer.
   *
   * @param amounts the accounts' sums over the layer's units
   * @param today whose each unit is today; territories are matched by code, units by id
   * @param atlas finds the places of postcodes, and time zones
   * @throws ProblemException with every {@link BriefProblem} found
   */
  public static DesignProblem of(
      DesignBrief brief,
      UnitAmounts amounts,
      AreaLayer layer,
      Optional<Alignment> today,
      Atlas atlas) {
    return new DesignProblems(
            brief, amounts, layer.points(), Optional.of(layer.graph()), today, atlas)
        .make();
  }

  /**
   * A problem over points without neighbours, such as accounts that are units of their own; it
   * cannot ask for contiguity.
   *
   * @param points the place of each unit, by number
   * @param atlas finds the places of postcodes, and time zones
   * @throws ProblemException with every {@link BriefProblem} found
   */
  public static DesignProblem ofPoints(
      DesignBrief brief,
      UnitAmounts amounts,
      List<LonLat> points,
      Optional<Alignment> today,
      Atlas atlas) {
    return new DesignProblems(brief, amounts, points, Optional.empty(), today, atlas).make();
  }

  private DesignProblem make() {
    List<LonLat> sites = new ArrayList<>(points);
    List<TerritorySpec> specs = territorySpecs(sites);
    VisitedSites visited = new VisitedSites(brief, amounts, points, atlas, problems);
    Distances distances = visited.distances(sites);
    Optional<WishedTravel> travel =
        WishedTravel.of(brief, amounts, GreatCircleDistances.of(sites), distances, problems);
    amounts = travel.map(wished -> wished.addTo(amounts)).orElse(amounts);
    DesignProblemBuilder builder = DesignProblem.builder(amounts.units(), distances);
    for (int m = 0; m < amounts.measures().size(); m++) {
      builder.measure(amounts.measures().get(m), amounts.amounts(m));
    }
    specs.forEach(builder::territory);
    addRules(builder);
    addNeighbours(builder);
    int weighing = weighingMeasure();
    builder.objective(brief.objective().toObjective(weighing));
    addToday(builder, weighing);
    travel.ifPresent(wished -> wished.addTo(builder, amounts.measures().size()));
    int[] whose = today.map(this::todayByNumber).orElse(new int[0]);
    new WishedRules(brief, amounts, graph.isPresent(), whose, weighing, visited, problems)
        .addTo(builder);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    DesignProblem problem = builder.build();
    return brief.wishes().beginFromToday() ? begunFromToday(problem) : problem;
  }

  private static DesignProblem begunFromToday(DesignProblem problem) {
    int[] today =
        Optimizer.todayToBeginFrom(problem)
            .orElseThrow(() ->
                ProblemException.of(
                    new BriefProblem.NoToday("/beginFromToday", "Beginning from today's plan")));
    return problem.toBuilder().beginFrom(today).build();
  }

  private List<TerritorySpec> territorySpecs(List<LonLat> sites) {
    List<TerritorySpec> specs = new ArrayList<>();
    for (DesignBrief.Territory territory : brief.territories()) {
      Centre centre = Centre.FREE;
      LonLat home = territory.home();
      if (home != null) {
        centre = new Centre.Home(sites.size());
        sites.add(home);
      }
      specs.add(new TerritorySpec(new TerritoryCode(territory.code()), territory.share(), centre));
    }
    for (DesignBrief.Territory added : addedTerritories()) {
      LonLat home = added.home();
      if (home != null) {
        sites.add(home);
      }
    }
    return specs;
  }

  private List<DesignBrief.Territory> addedTerritories() {
    return brief
        .modes()
        .change()
        .map(change -> change.newTerritories(brief.territories()))
        .orElse(List.of());
  }

  private void addRules(DesignProblemBuilder builder) {
    for (int k = 0; k < brief.measures().size(); k++) {
      DesignBrief.BalancedMeasure wanted = brief.measures().get(k);
      OptionalInt number = amounts.findMeasure(wanted.name());
      String pointer = "/measures/" + k + "/name";
      if (WishedTravel.isOfWhoServes(brief, wanted.name())) {
        problems.add(
            new BriefProblem.WrongValue(
                pointer,
                wanted.name(),
                "another measure, for with homes the days depend on who serves a unit; limit them by `days` in /travelHours"));
      } else if (number.isEmpty()) {
        List<String> known = amounts.measures().stream().map(m -> m.name()).toList();
        problems.add(
            new BriefProblem.UnknownMeasure(pointer, wanted.name(), String.join(", ", known)));
      } else if (Arrays.stream(amounts.amounts(number.getAsInt())).allMatch(a -> a == 0)) {
        problems.add(new BriefProblem.EmptyMeasure(pointer, wanted.name()));
      } else {
        builder.rule(new BalanceRule.Tolerance(number.getAsInt(), wanted.tolerance()));
      }
    }
  }

  private void addNeighbours(DesignProblemBuilder builder) {
    if (graph.isPresent() && brief.contiguous()) {
      builder.contiguous(graph.get());
    } else if (graph.isPresent()) {
      builder.graph(graph.get());
    } else if (brief.contiguous()) {
      problems.add(
          new BriefProblem.WrongValue(
              "/contiguous",
              "true",
              "false where units have no neighbours, as accounts have none"));
    } else if (brief.objective() == BriefObjective.CUT_EDGES) {
      problems.add(
          new BriefProblem.WrongValue(
              "/objective", brief.objective().word(), "another where units have no neighbours"));
    }
  }

  /** The first balanced measure weighs distances and disruption; without one the first there is. */
  private int weighingMeasure() {
    return brief.measures().stream()
        .mapToInt(wanted -> amounts.findMeasure(wanted.name()).orElse(0))
        .findFirst()
        .orElse(0);
  }

  private double meanAmount(int measure) {
    double sum = Arrays.stream(amounts.amounts(measure)).asDoubleStream().sum();
    return sum / amounts.units().size() / amounts.measures().get(measure).one();
  }

  private void addToday(DesignProblemBuilder builder, int weighing) {
    if (today.isEmpty()) {
      if (brief.disruptionWeight() > 0) {
        problems.add(new BriefProblem.NoToday("/disruptionWeight", "A disruption weight"));
      }
      if (!brief.locked().isEmpty()) {
        problems.add(new BriefProblem.NoToday("/locked", "Locking units"));
      }
      return;
    }
    int[] territoryOf = todayByNumber(today.get());
    builder.today(
        Today.of(
            territoryOf,
            weighing,
            brief.disruptionWeight() * costOfMovingOne(territoryOf, weighing)));
    for (int k = 0; k < brief.locked().size(); k++) {
      lock(builder, brief.locked().get(k), "/locked/" + k, territoryOf);
    }
  }

  private void lock(DesignProblemBuilder builder, UnitId unit, String pointer, int[] territoryOf) {
    OptionalInt number = amounts.units().findNumber(unit);
    if (number.isEmpty()) {
      problems.add(new BriefProblem.UnknownUnit(pointer, unit.value()));
    } else if (territoryOf[number.getAsInt()] == Alignment.UNASSIGNED) {
      problems.add(new BriefProblem.NoToday(pointer, "Locking unit `%s`".formatted(unit)));
    } else {
      String reason = brief.wishes().lockReasons().get(unit);
      int territory = territoryOf[number.getAsInt()];
      if (reason == null) {
        builder.lock(number.getAsInt(), territory);
      } else {
        builder.lock(number.getAsInt(), territory, reason);
      }
    }
  }

  private int[] todayByNumber(Alignment plan) {
    Map<TerritoryCode, Integer> numbers = new HashMap<>();
    for (int t = 0; t < brief.territories().size(); t++) {
      numbers.put(new TerritoryCode(brief.territories().get(t).code()), t);
    }
    int[] territoryOf = new int[amounts.units().size()];
    for (int unit = 0; unit < territoryOf.length; unit++) {
      territoryOf[unit] =
          plan.findTerritory(amounts.units().id(unit))
              .map(code -> numbers.getOrDefault(code, Alignment.UNASSIGNED))
              .orElse(Alignment.UNASSIGNED);
    }
    return territoryOf;
  }

  /**
   * What moving one whole amount costs at weight 1, in the unit of the objective: for the moment of
   * inertia the mean squared distance to the middle of today's territories, for distances their
   * mean over the mean amount, for cut edges one edge for each mean amount.
   */
  private double costOfMovingOne(int[] territoryOf, int weighing) {
    double mean = Math.max(meanAmount(weighing), Double.MIN_NORMAL);
    return switch (brief.objective()) {
      case MOMENT_OF_INERTIA -> meanSquareDistance(territoryOf, weighing);
      case SUM_OF_DISTANCES -> StrictMath.sqrt(meanSquareDistance(territoryOf, weighing)) / mean;
      case CUT_EDGES -> 1 / mean;
    };
  }

  private double meanSquareDistance(int[] territoryOf, int weighing) {
    double[] weightOf =
        Arrays.stream(amounts.amounts(weighing))
            .mapToDouble(amounts.measures().get(weighing)::toDecimal)
            .toArray();
    double held = 0;
    for (int unit = 0; unit < territoryOf.length; unit++) {
      held += territoryOf[unit] >= 0 ? weightOf[unit] : 0;
    }
    double moment =
        Arrays.stream(
                Compactness.momentOfInertia(
                    points, weightOf, territoryOf, brief.territories().size()))
            .sum();
    return held == 0 ? 0 : moment / held;
  }
}
