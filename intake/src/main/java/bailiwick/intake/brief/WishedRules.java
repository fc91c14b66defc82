package bailiwick.intake.brief;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Eligibility;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Level;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import bailiwick.intake.brief.BriefWishes.Budget;
import bailiwick.intake.brief.BriefWishes.Capacity;
import bailiwick.intake.brief.BriefWishes.Cost;
import bailiwick.intake.brief.BriefWishes.Direction;
import bailiwick.intake.brief.BriefWishes.Eligible;
import bailiwick.intake.brief.BriefWishes.GoalLevel;
import bailiwick.intake.brief.BriefWishes.Preferred;
import bailiwick.intake.brief.BriefWishes.WeightedGoal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Adds what a brief wishes to the optimiser's problem. Not thread-safe. */
final class WishedRules {

  private static final String DISRUPTION = "disruption";
  private static final String MAX_DIAMETER = "maxDiameter";
  private static final String FIRST_LEVEL = "/goals";

  private final DesignBrief brief;
  private final BriefWishes wishes;
  private final UnitAmounts amounts;
  private final boolean neighbours;
  private final int[] today; // [unit] -> territory or -1; empty when nothing is known of today
  private final int weighing;
  private final VisitedSites visited;
  private final List<BriefProblem> problems;
  private final Map<String, Integer> numberOf = new HashMap<>(); // code -> territory
  private final Map<String, Preference> preferences = new LinkedHashMap<>();
  private Optional<BriefObjective> centred; // the objective that measures from centres, if any

  /**
   * Wishes of a brief.
   *
   * @param neighbours whether it is known which units touch
   * @param today {@code [unit] -> territory or -1}; empty when nothing is known of today
   * @param weighing number of the measure that weighs distances and disruption
   * @param visited where units are visited, and in which hours
   * @param problems takes what is wrong
   */
  WishedRules(
      DesignBrief brief,
      UnitAmounts amounts,
      boolean neighbours,
      int[] today,
      int weighing,
      VisitedSites visited,
      List<BriefProblem> problems) {
    this.brief = brief;
    this.wishes = brief.wishes();
    this.amounts = amounts;
    this.neighbours = neighbours;
    this.today = today;
    this.weighing = weighing;
    this.visited = visited;
    this.problems = problems;
    this.centred =
        Optional.of(brief.objective()).filter(objective -> objective != BriefObjective.CUT_EDGES);
    for (int t = 0; t < brief.territories().size(); t++) {
      numberOf.put(brief.territories().get(t).code(), t);
    }
  }

  void addTo(DesignProblemBuilder builder) {
    if (!wishes.eligible().isEmpty()) {
      builder.eligibility(eligibility());
    }
    addPreferences(builder);
    addCompanions(builder);
    for (int k = 0; k < wishes.capacities().size(); k++) {
      addCapacity(builder, wishes.capacities().get(k), "/capacities/" + k);
    }
    for (int k = 0; k < wishes.budgets().size(); k++) {
      addBudget(builder, wishes.budgets().get(k), "/budgets/" + k);
    }
    int levels = wishes.levels().size();
    goals(wishes.goals(), FIRST_LEVEL, levels > 0).forEach(builder::goal);
    for (int k = 0; k < levels; k++) {
      GoalLevel level = wishes.levels().get(k);
      List<Goal> goals = goals(level.goals(), "/then/" + k + "/goals", k + 1 < levels);
      if (!goals.isEmpty()) {
        builder.then(new Level(goals, level.slack()));
      }
    }
    if (wishes.neverWorse() && needToday("/neverWorse", "Being never worse")) {
      builder.neverWorse();
    }
  }

  private Eligibility eligibility() {
    Eligibility.Builder allowed =
        Eligibility.builder(amounts.units().size(), brief.territories().size());
    for (int k = 0; k < wishes.eligible().size(); k++) {
      Eligible one = wishes.eligible().get(k);
      String pointer = "/eligible/" + k;
      int[] territories =
          territories(one.territories(), pointer + "/territories").stream()
              .mapToInt(Integer::intValue)
              .toArray();
      for (int unit : units(one.units(), pointer + "/units")) {
        allowed.only(unit, territories);
      }
    }
    return allowed.build();
  }

  private List<Integer> territories(List<String> codes, String pointer) {
    List<Integer> numbers = new ArrayList<>();
    for (int k = 0; k < codes.size(); k++) {
      findTerritory(codes.get(k), pointer + "/" + k).ifPresent(numbers::add);
    }
    return numbers;
  }

  private Optional<Integer> findTerritory(String code, String pointer) {
    Integer number = numberOf.get(code);
    if (number == null) {
      problems.add(
          isMadeByChange(code)
              ? new BriefProblem.NewTerritory(pointer, code, split())
              : new BriefProblem.UnknownTerritory(pointer, code));
    }
    return Optional.ofNullable(number);
  }

  private boolean isMadeByChange(String code) {
    return brief.modes().change().stream()
        .flatMap(change -> change.newTerritories(brief.territories()).stream())
        .anyMatch(made -> made.code().equals(code));
  }

  /** The territory that the brief's change splits, if it splits one. */
  private Optional<String> split() {
    return brief
        .modes()
        .change()
        .map(BriefChange::kind)
        .flatMap(kind ->
            kind instanceof BriefChange.Split split
                ? Optional.of(split.territory())
                : Optional.empty());
  }

  private int[] units(List<UnitId> ids, String pointer) {
    List<Integer> numbers = new ArrayList<>();
    for (int k = 0; k < ids.size(); k++) {
      findUnit(ids.get(k), pointer + "/" + k).ifPresent(numbers::add);
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private Optional<Integer> findUnit(UnitId id, String pointer) {
    OptionalInt number = amounts.units().findNumber(id);
    if (number.isEmpty()) {
      problems.add(new BriefProblem.UnknownUnit(pointer, id.value()));
      return Optional.empty();
    }
    return Optional.of(number.getAsInt());
  }

  private Optional<Integer> findMeasure(String name, String pointer) {
    OptionalInt number = amounts.findMeasure(name);
    if (number.isEmpty()) {
      List<String> known = amounts.measures().stream().map(Measure::name).toList();
      problems.add(new BriefProblem.UnknownMeasure(pointer, name, String.join(", ", known)));
      return Optional.empty();
    }
    return Optional.of(number.getAsInt());
  }

  private void addPreferences(DesignProblemBuilder builder) {
    int territories = brief.territories().size();
    for (int k = 0; k < wishes.preferences().size(); k++) {
      Preferred one = wishes.preferences().get(k);
      Preference.Builder costs =
          Preference.builder(one.name(), amounts.units().size(), territories);
      for (int i = 0; i < one.costs().size(); i++) {
        Cost cost = one.costs().get(i);
        String pointer = "/preferences/" + k + "/costs/" + i;
        Optional<Integer> unit = findUnit(cost.unit(), pointer + "/unit");
        Optional<Integer> territory = findTerritory(cost.territory(), pointer + "/territory");
        if (unit.isPresent() && territory.isPresent()) {
          costs.cost(unit.get(), territory.get(), cost.cost());
        }
      }
      if (one.name().equals(VisitedSites.TIME_ZONE_OVERLAP)) {
        wrong(
            "/preferences/" + k + "/name",
            one.name(),
            "another: hours in common are a goal of their own");
      }
      Preference preference = costs.build();
      preferences.put(one.name(), preference);
      if (one.weight() > 0) {
        builder.goal(new Goal(preference, one.weight()));
      }
    }
  }

  private void addCompanions(DesignProblemBuilder builder) {
    for (int k = 0; k < wishes.together().size(); k++) {
      int[] units = units(wishes.together().get(k), "/together/" + k);
      if (units.length > 1) {
        builder.together(units);
      }
    }
    for (int k = 0; k < wishes.apart().size(); k++) {
      int[] units = units(wishes.apart().get(k), "/apart/" + k);
      if (units.length > 1) {
        builder.apart(units);
      }
    }
  }

  /** A territory holds at most its share of a full one's capacity, less what is kept free. */
  private void addCapacity(DesignProblemBuilder builder, Capacity capacity, String pointer) {
    Optional<Integer> measure = findMeasure(capacity.measure(), pointer + "/measure");
    if (measure.isEmpty()) {
      return;
    }
    double full =
        capacity.capacity()
            * amounts.measures().get(measure.get()).one()
            * (1 - capacity.headroom());
    builder.rule(new BalanceRule.Capacity(measure.get(), full));
  }

  private void addBudget(DesignProblemBuilder builder, Budget budget, String pointer) {
    Optional<Integer> measure = findMeasure(budget.measure(), pointer + "/measure");
    Optional<Integer> territory =
        budget.territory().flatMap(code -> findTerritory(code, pointer + "/territory"));
    if (measure.isEmpty()
        || territory.isPresent() != budget.territory().isPresent()
        || !needToday(pointer, "A budget of what may change hands")) {
      return;
    }
    long most = most(budget, measure.get(), territory);
    builder.budget(
        territory.isEmpty()
            ? new MoveBudget.InAll(measure.get(), most)
            : budget.direction() == Direction.LEAVING
                ? new MoveBudget.Leaving(measure.get(), territory.get(), most)
                : new MoveBudget.Entering(measure.get(), territory.get(), most));
  }

  private long most(Budget budget, int measure, Optional<Integer> territory) {
    if (budget.most().isPresent()) {
      return (long) Math.floor(budget.most().getAsDouble() * amounts.measures().get(measure).one());
    }
    long[] amountOf = amounts.amounts(measure);
    long held = 0;
    for (int unit = 0; unit < today.length; unit++) {
      boolean counts = territory.isEmpty() ? today[unit] >= 0 : today[unit] == territory.get();
      held += counts ? amountOf[unit] : 0;
    }
    return (long) Math.floor(held * budget.share().orElse(0));
  }

  private boolean needToday(String pointer, String what) {
    if (today.length == 0) {
      problems.add(new BriefProblem.NoToday(pointer, what));
    }
    return today.length > 0;
  }

  /**
   * Goals of one level.
   *
   * @param limited whether another level follows, for which what this one reaches is limited
   */
  private List<Goal> goals(List<WeightedGoal> wanted, String pointer, boolean limited) {
    List<Goal> goals = new ArrayList<>();
    for (int k = 0; k < wanted.size(); k++) {
      String word = wanted.get(k).objective();
      String at = pointer + "/" + k + "/objective";
      boolean first = pointer.equals(FIRST_LEVEL);
      if (word.equals(MAX_DIAMETER) && limited && (first || wanted.size() > 1)) {
        wrong(at, word, "another goal: a diameter must be alone where more levels follow");
        continue;
      }
      double weight = wanted.get(k).weight();
      objective(word, at, first).ifPresent(objective -> goals.add(new Goal(objective, weight)));
    }
    return goals;
  }

  private Optional<Objective> objective(String word, String pointer, boolean first) {
    if (preferences.containsKey(word)) {
      return Optional.of(preferences.get(word));
    }
    if (word.equals(VisitedSites.TIME_ZONE_OVERLAP)) {
      return missedHours(pointer);
    }
    if (word.equals(DISRUPTION)) {
      return needToday(pointer, "Disruption")
          ? Optional.of(new Objective.Disruption(DISRUPTION, weighing))
          : Optional.empty();
    }
    if (word.equals(MAX_DIAMETER)) {
      return Optional.of(Objective.MaxDiameter.DEFAULT);
    }
    Optional<BriefObjective> known = BriefObjective.findByWord(word);
    if (known.isEmpty()) {
      String names = String.join(", ", preferences.keySet());
      wrong(
          pointer,
          word,
          "momentOfInertia, sumOfDistances, cutEdges, maxDiameter, disruption, timeZoneOverlap or the name of a preference%s"
              .formatted(names.isEmpty() ? "" : " (" + names + ")"));
    } else if (known.get() == BriefObjective.CUT_EDGES && !neighbours) {
      wrong(pointer, word, "another where units have no neighbours");
    } else if (known.get() != BriefObjective.CUT_EDGES && !mayBeCentred(known.get(), first)) {
      wrong(pointer, word, "another: only one goal may measure from centres");
    } else {
      return known.map(objective -> objective.toObjective(weighing));
    }
    return Optional.empty();
  }

  private Optional<Objective> missedHours(String pointer) {
    if (brief.modes().number().isPresent()
        || brief.modes().change().map(BriefChange::kind).orElse(null) instanceof BriefChange.Add) {
      wrong(
          pointer,
          VisitedSites.TIME_ZONE_OVERLAP,
          "left out where territories are new: nobody knows yet when they work");
      return Optional.empty();
    }
    List<String> unknown = visited.withoutTimeZone();
    if (!unknown.isEmpty()) {
      problems.add(new BriefProblem.NoTimeZone(pointer, unknown));
      return Optional.empty();
    }
    Preference missed = visited.missedHours();
    preferences.put(VisitedSites.TIME_ZONE_OVERLAP, missed);
    return Optional.of(missed);
  }

  /** One objective measures from centres; later levels may take it up again. */
  private boolean mayBeCentred(BriefObjective objective, boolean first) {
    if (centred.isPresent()) {
      return !first && centred.get() == objective;
    }
    centred = Optional.of(objective);
    return true;
  }

  private void wrong(String pointer, String value, String expected) {
    problems.add(new BriefProblem.WrongValue(pointer, value, expected));
  }
}
