package bailiwick.core.optimize.part;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.Companions;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Eligibility;
import bailiwick.core.design.FieldDays;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Level;
import bailiwick.core.design.Objective;
import bailiwick.core.design.PartDistances;
import bailiwick.core.design.Preference;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Cuts a problem out of another one: some territories and some units, under new numbers, with what
 * the whole problem asks of them. What is asked of all territories at a time stays behind: budgets
 * and limits of goals.
 */
public final class PartProblem {

  private final DesignProblem whole;
  private final int[] units;
  private final int[] territories;
  private final int[] numberOf; // [territory of the whole] -> number here, or none

  private PartProblem(DesignProblem whole, int[] units, int[] territories) {
    this.whole = whole;
    this.units = units;
    this.territories = territories;
    this.numberOf = new int[whole.territoryCount()];
    Arrays.fill(numberOf, Alignment.UNASSIGNED);
    for (int t = 0; t < territories.length; t++) {
      numberOf[territories[t]] = t;
    }
  }

  /**
   * The problem of a part.
   *
   * @param units numbers in the whole problem, ascending, at least one; homes of the territories
   *     that are units must be among them
   * @param territories numbers in the whole problem, at least one
   */
  public static DesignProblem of(DesignProblem whole, int[] units, int[] territories) {
    PartProblem part = new PartProblem(whole, units, territories);
    DesignProblemBuilder builder = part.builder();
    whole
        .laterLevels()
        .forEach(level -> builder.then(new Level(part.goals(level.goals()), level.slack())));
    return part.isFree() ? builder.build() : builder.eligibility(part.eligibility()).build();
  }

  /**
   * The first goals of a part, without later levels, whose territories keep their names, because a
   * plan for it takes the place of another one in the whole.
   *
   * @see #of
   */
  static DesignProblem named(DesignProblem whole, int[] units, int[] territories) {
    PartProblem part = new PartProblem(whole, units, territories);
    return part.builder().eligibility(part.eligibility()).build();
  }

  /**
   * The same for a search that gives no territory another name by itself: names matter only where
   * they matter in the whole.
   *
   * @see #named
   */
  static DesignProblem searched(DesignProblem whole, int[] units, int[] territories) {
    if (whole.hasEligibility()) {
      return named(whole, units, territories);
    }
    PartProblem part = new PartProblem(whole, units, territories);
    DesignProblemBuilder builder = part.builder();
    for (int unit = 0; unit < units.length; unit++) {
      if (whole.lockedTo(units[unit]) >= 0) {
        builder.lock(unit, part.numberOf[whole.lockedTo(units[unit])]);
      }
    }
    return builder.build();
  }

  /** Whether every unit of the part may belong to each of its territories. */
  private boolean isFree() {
    return !whole.hasEligibility()
        && Arrays.stream(units).allMatch(unit -> whole.lockedTo(unit) == Alignment.UNASSIGNED);
  }

  private DesignProblemBuilder builder() {
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
    whole.fieldDays().ifPresent(days -> addFieldWork(part, days, sites));
    return part;
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
    List<Goal> goals = goals(whole.goals());
    part.objective(goals.getFirst().objective(), goals.getFirst().weight());
    goals.stream().skip(1).forEach(part::goal);
  }

  private List<Goal> goals(List<Goal> goals) {
    return goals.stream().map(goal -> new Goal(of(goal.objective()), goal.weight())).toList();
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
        int territory = territories[t];
        BalanceRule.between(m, t, whole.lower(m, territory), whole.upper(m, territory))
            .forEach(part::rule);
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

  private void addFieldWork(DesignProblemBuilder part, FieldDays days, int[] sites) {
    part.fieldWork(days.work().part(units, sites));
    if (days.isLimited()) {
      part.fieldDaysAtLeast(Arrays.stream(territories).mapToLong(days::most).toArray());
    }
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
}
