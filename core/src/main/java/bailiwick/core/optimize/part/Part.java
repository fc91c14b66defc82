package bailiwick.core.optimize.part;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.Companions;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Eligibility;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A few territories of a plan with their units, as a problem of its own: whatever solves it better
 * makes the whole plan better by as much. Immutable; owns its arrays.
 *
 * <p>Known limits: what spans all territories, that is budgets of moves, limits of goals and later
 * levels, is left out.
 */
public final class Part {

  private final int[] territories; // [number here] -> number in the whole plan
  private final int[] units; // [number here] -> number in the whole plan, ascending
  private final DesignProblem problem;
  private final UnitCosts costs;
  private final DesignPlan plan;

  /**
   * The part of a plan.
   *
   * @param whole the problem that the plan answers
   * @param plan {@code [unit] -> territory}
   * @param territories of the part, at least one
   */
  public Part(DesignProblem whole, int[] plan, int[] territories) {
    this.territories = territories.clone();
    int[] numberOf = new int[whole.territoryCount()];
    Arrays.fill(numberOf, Alignment.UNASSIGNED);
    for (int t = 0; t < territories.length; t++) {
      numberOf[territories[t]] = t;
    }
    this.units =
        IntStream.range(0, plan.length).filter(unit -> numberOf[plan[unit]] >= 0).toArray();
    this.problem = new Cutting(whole, units, this.territories, numberOf).problem();
    this.costs = UnitCosts.of(problem);
    this.plan = named(Arrays.stream(units).map(unit -> numberOf[plan[unit]]).toArray());
  }

  /** What is asked of the part: limits, locks and families are those of the whole. */
  public DesignProblem problem() {
    return problem;
  }

  /** Numbers of its territories in the whole plan. */
  int[] territories() {
    return territories;
  }

  UnitCosts costs() {
    return costs;
  }

  /** The part of the plan that it was made from. */
  public DesignPlan plan() {
    return plan;
  }

  /** A plan for the part with its figures. */
  DesignPlan named(int[] territoryOf) {
    UnitGraph none = UnitGraph.of(units.length, new int[0], new int[0]);
    return PlanFigures.of(problem, costs, problem.graph().orElse(none), territoryOf);
  }

  /** Puts a plan for the part into the whole one. */
  public void putInto(int[] whole, DesignPlan better) {
    for (int unit = 0; unit < units.length; unit++) {
      whole[units[unit]] = territories[better.alignment().territoryOf(unit)];
    }
  }

  /** Cuts a problem out of another one. */
  private static final class Cutting {

    private final DesignProblem whole;
    private final int[] units;
    private final int[] territories;
    private final int[] numberOf; // [territory of the whole] -> number here, or none

    Cutting(DesignProblem whole, int[] units, int[] territories, int[] numberOf) {
      this.whole = whole;
      this.units = units;
      this.territories = territories;
      this.numberOf = numberOf;
    }

    DesignProblem problem() {
      int[] sites = sites();
      DesignProblemBuilder part =
          DesignProblem.builder(numbering(), new PartDistances(whole.distances(), sites));
      for (int m = 0; m < whole.measures().size(); m++) {
        int measure = m;
        part.measure(
            whole.measures().get(m),
            Arrays.stream(units).mapToLong(unit -> whole.amount(measure, unit)).toArray());
      }
      addTerritories(part);
      addRules(part, sites);
      whole.graph().map(this::graph).ifPresent(whole.contiguous() ? part::contiguous : part::graph);
      whole.today().map(this::today).ifPresent(part::today);
      addGoals(part);
      addCompanions(part);
      return part.eligibility(eligibility()).build();
    }

    private Eligibility eligibility() {
      Eligibility.Builder allowed = Eligibility.builder(units.length, territories.length);
      for (int unit = 0; unit < units.length; unit++) {
        for (int t = 0; t < territories.length; t++) {
          if (!whole.mayBelong(units[unit], territories[t])) {
            allowed.not(unit, t);
          }
        }
      }
      return allowed.build();
    }

    private void addGoals(DesignProblemBuilder part) {
      Goal leading = whole.goals().getFirst();
      part.objective(of(leading.objective()), leading.weight());
      whole.goals().stream()
          .skip(1)
          .forEach(goal -> part.goal(new Goal(of(goal.objective()), goal.weight())));
    }

    private void addCompanions(DesignProblemBuilder part) {
      Companions all = whole.companions();
      for (int f = 0; f < all.familyCount(); f++) {
        int family = f;
        int[] here = here(all.familySize(f), k -> all.member(family, k));
        if (here.length > 1) {
          part.together(here);
        }
      }
      for (int g = 0; g < all.apartCount(); g++) {
        int group = g;
        int[] here = here(all.apartSize(g), k -> all.apartUnit(group, k));
        if (here.length > 1) {
          part.apart(here);
        }
      }
    }

    /** Numbers here of those of {@code size} units that are in the part. */
    private int[] here(int size, IntUnaryOperator unitAt) {
      return IntStream.range(0, size)
          .map(k -> Arrays.binarySearch(units, unitAt.applyAsInt(k)))
          .filter(number -> number >= 0)
          .toArray();
    }

    private Objective of(Objective objective) {
      if (!(objective instanceof Preference preference)) {
        return objective;
      }
      double[] cost = new double[units.length * territories.length];
      for (int unit = 0; unit < units.length; unit++) {
        for (int t = 0; t < territories.length; t++) {
          cost[unit * territories.length + t] = preference.at(units[unit], territories[t]);
        }
      }
      return Preference.of(preference.name(), territories.length, cost);
    }

    private UnitNumbering numbering() {
      List<UnitId> ids = new ArrayList<>();
      Arrays.stream(units).forEach(unit -> ids.add(whole.units().id(unit)));
      return UnitNumbering.of(ids);
    }

    /** The units, then the homes that are no units, in the order of their territories. */
    private int[] sites() {
      int[] siteOf = Arrays.copyOf(units, units.length + territories.length);
      int sites = units.length;
      for (int territory : territories) {
        if (whole.territories().get(territory).centre() instanceof Centre.Home home
            && home.site() >= whole.unitCount()) {
          siteOf[sites++] = home.site();
        }
      }
      return Arrays.copyOf(siteOf, sites);
    }

    private void addTerritories(DesignProblemBuilder part) {
      int next = units.length;
      for (int territory : territories) {
        TerritorySpec spec = whole.territories().get(territory);
        Centre centre = spec.centre();
        if (centre instanceof Centre.Home home) {
          boolean isUnit = home.site() < whole.unitCount();
          centre = new Centre.Home(isUnit ? Arrays.binarySearch(units, home.site()) : next++);
        }
        part.territory(new TerritorySpec(spec.code(), spec.share(), centre));
      }
    }

    private void addRules(DesignProblemBuilder part, int[] sites) {
      for (int m = 0; m < whole.measures().size(); m++) {
        for (int t = 0; t < territories.length; t++) {
          part.rule(
              new BalanceRule.TerritoryLimits(
                  m, t, whole.lower(m, territories[t]), whole.upper(m, territories[t])));
        }
      }
      for (BalanceRule rule : whole.rules()) {
        if (rule instanceof BalanceRule.CentreCapacity capacity) {
          part.rule(capacity.of(sites));
        }
      }
    }

    private UnitGraph graph(UnitGraph all) {
      int[] from = new int[2 * edges(all)];
      int[] to = new int[from.length];
      int count = 0;
      for (int unit = 0; unit < units.length; unit++) {
        for (int k = all.first(units[unit]); k < all.end(units[unit]); k++) {
          int other = Arrays.binarySearch(units, all.neighbourAt(k));
          if (other > unit) {
            from[count] = unit;
            to[count++] = other;
          }
        }
      }
      return UnitGraph.of(units.length, Arrays.copyOf(from, count), Arrays.copyOf(to, count));
    }

    private int edges(UnitGraph all) {
      int count = 0;
      for (int unit : units) {
        count += all.end(unit) - all.first(unit);
      }
      return count;
    }

    private Today today(Today all) {
      int[] territoryOf =
          Arrays.stream(units)
              .map(unit -> {
                int territory = all.territoryOf(unit);
                return territory < 0 ? Alignment.UNASSIGNED : numberOf[territory];
              })
              .toArray();
      return Today.of(territoryOf, all.measure(), 0); // what leaving costs is among the goals
    }
  }
}
