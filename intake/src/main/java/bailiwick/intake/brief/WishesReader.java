package bailiwick.intake.brief;

import bailiwick.core.design.FieldTerms;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import bailiwick.intake.brief.BriefWishes.Budget;
import bailiwick.intake.brief.BriefWishes.Capacity;
import bailiwick.intake.brief.BriefWishes.Cost;
import bailiwick.intake.brief.BriefWishes.Direction;
import bailiwick.intake.brief.BriefWishes.Eligible;
import bailiwick.intake.brief.BriefWishes.GoalLevel;
import bailiwick.intake.brief.BriefWishes.Preferred;
import bailiwick.intake.brief.BriefWishes.TravelHours;
import bailiwick.intake.brief.BriefWishes.WeightedGoal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** Reads what a brief asks of units, of today's plan and of several goals. */
final class WishesReader {

  private static final double LARGEST = 1e15;
  private static final double LARGEST_WEIGHT = 1e9;
  private static final int MOST_PREFERENCES = 100; // each is looked at for every move of a search
  private static final String SOME_UNITS = "a list of unit ids, at least one";
  private static final String TWO_UNITS = "a list of unit ids, at least two";

  private static final double MOST_DAYS = 1_000_000;
  private static final List<String> TRAVEL_FIELDS =
      List.of(
          "measure", "visitsPerAmount", "hoursPerVisit", "parkingHours", "workdayHours", "days");

  private final BriefFields fields;

  WishesReader(BriefFields fields) {
    this.fields = fields;
  }

  BriefWishes wishes(JsonNode tree, Map<UnitId, String> lockReasons, BriefVisits visits) {
    return new BriefWishes(
        eligible(tree),
        preferences(tree),
        companies(tree, "together"),
        companies(tree, "apart"),
        budgets(tree),
        capacities(tree),
        goals(tree, "", "goals"),
        levels(tree),
        fields.flag(tree, "", "neverWorse", false),
        fields.flag(tree, "", "beginFromToday", false),
        lockReasons,
        visits,
        travelHours(tree));
  }

  private List<Eligible> eligible(JsonNode tree) {
    List<Eligible> all = new ArrayList<>();
    for (JsonNode item : fields.objects(tree, "", "eligible", "units and territories")) {
      String pointer = "/eligible/" + all.size();
      fields.requireKnown(item, pointer, List.of("units", "territories"));
      all.add(
          new Eligible(
              ids(fields.texts(item, pointer, "units", 1, SOME_UNITS)),
              fields.texts(
                  item, pointer, "territories", 1, "a list of territory codes, at least one")));
    }
    return all;
  }

  private static List<UnitId> ids(List<String> texts) {
    return texts.stream().map(UnitId::new).toList();
  }

  private List<Preferred> preferences(JsonNode tree) {
    List<Preferred> all = new ArrayList<>();
    fields.requireAtMost(tree, "preferences", MOST_PREFERENCES);
    for (JsonNode item : fields.objects(tree, "", "preferences", "name, weight and costs")) {
      String pointer = "/preferences/" + all.size();
      fields.requireKnown(item, pointer, List.of("name", "weight", "costs"));
      double weight =
          fields.number(item, pointer, "weight", 1, 0, LARGEST_WEIGHT, "a number, 0 or more");
      all.add(
          new Preferred(fields.requiredName(item, pointer, "name"), weight, costs(item, pointer)));
    }
    return all;
  }

  private List<Cost> costs(JsonNode preference, String pointer) {
    List<Cost> costs = new ArrayList<>();
    for (JsonNode item : fields.objects(preference, pointer, "costs", "unit, territory and cost")) {
      String at = pointer + "/costs/" + costs.size();
      fields.requireKnown(item, at, List.of("unit", "territory", "cost"));
      costs.add(
          new Cost(
              new UnitId(fields.required(item, at, "unit")),
              fields.required(item, at, "territory"),
              fields.number(item, at, "cost", 1, 0, LARGEST, "a number, 0 or more")));
    }
    return costs;
  }

  private List<List<UnitId>> companies(JsonNode tree, String field) {
    List<List<UnitId>> all = new ArrayList<>();
    for (JsonNode item : fields.items(tree, "", field, "a list of lists of unit ids")) {
      all.add(ids(fields.texts(item, "/" + field + "/" + all.size(), 2, TWO_UNITS)));
    }
    return all;
  }

  private List<Budget> budgets(JsonNode tree) {
    List<Budget> all = new ArrayList<>();
    String expected = "measure, most or share, territory and direction";
    for (JsonNode item : fields.objects(tree, "", "budgets", expected)) {
      String pointer = "/budgets/" + all.size();
      fields.requireKnown(
          item, pointer, List.of("measure", "most", "share", "territory", "direction"));
      OptionalDouble most = optional(item, pointer, "most", LARGEST, "an amount, 0 or more");
      OptionalDouble share = optional(item, pointer, "share", 1, "a ratio from 0 to 1");
      if (most.isPresent() == share.isPresent()) {
        fields.wrong(pointer, BriefFields.shown(item), "an object with either `most` or `share`");
      }
      Optional<String> territory =
          item.path("territory").isMissingNode()
              ? Optional.empty()
              : Optional.of(fields.text(item, pointer, "territory", "?"));
      all.add(
          new Budget(
              fields.required(item, pointer, "measure"),
              most,
              share,
              territory,
              direction(item, pointer)));
    }
    return all;
  }

  private OptionalDouble optional(
      JsonNode object, String pointer, String field, double most, String expected) {
    return object.path(field).isMissingNode()
        ? OptionalDouble.empty()
        : OptionalDouble.of(fields.number(object, pointer, field, 0, 0, most, expected));
  }

  private Direction direction(JsonNode item, String pointer) {
    String word = fields.text(item, pointer, "direction", Direction.LEAVING.word());
    for (Direction direction : Direction.values()) {
      if (direction.word().equals(word)) {
        return direction;
      }
    }
    fields.wrong(pointer + "/direction", word, "leaving or entering");
    return Direction.LEAVING;
  }

  private List<Capacity> capacities(JsonNode tree) {
    List<Capacity> all = new ArrayList<>();
    for (JsonNode item : fields.objects(tree, "", "capacities", "measure, capacity, headroom")) {
      String pointer = "/capacities/" + all.size();
      fields.requireKnown(item, pointer, List.of("measure", "capacity", "headroom"));
      if (item.path("capacity").isMissingNode()) {
        fields.add(new BriefProblem.MissingField(pointer + "/capacity", "an amount, 0 or more"));
      }
      all.add(
          new Capacity(
              fields.required(item, pointer, "measure"),
              fields.number(item, pointer, "capacity", 0, 0, LARGEST, "an amount, 0 or more"),
              fields.number(item, pointer, "headroom", 0, 0, 1, "a ratio from 0 to 1")));
    }
    return all;
  }

  private Optional<TravelHours> travelHours(JsonNode tree) {
    JsonNode item = tree.path("travelHours");
    String pointer = "/travelHours";
    if (item.isMissingNode() || !fields.isObject(item, pointer, TRAVEL_FIELDS)) {
      return Optional.empty();
    }
    if (item.path("hoursPerVisit").isMissingNode()) {
      fields.add(new BriefProblem.MissingField(pointer + "/hoursPerVisit", "hours, 0 to 24"));
    }
    OptionalDouble days =
        item.path("days").isMissingNode()
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                fields.number(
                    item, pointer, "days", 1, 0.1, MOST_DAYS, "days from 0.1 to 1000000"));
    FieldTerms terms =
        new FieldTerms(
            fields.number(item, pointer, "hoursPerVisit", 1, 0, 24, "hours, 0 to 24"),
            fields.number(item, pointer, "parkingHours", 0.1, 0, 24, "hours, 0 to 24"),
            fields.number(item, pointer, "workdayHours", 8, 1, 24, "hours, 1 to 24"),
            days);
    double visits =
        fields.number(
            item, pointer, "visitsPerAmount", 1, 1e-9, LARGEST, "a number from 1e-9 to 1e15");
    String measure = fields.text(item, pointer, "measure", Measure.ACCOUNTS.name());
    return Optional.of(new TravelHours(measure, visits, terms));
  }

  private List<WeightedGoal> goals(JsonNode tree, String pointer, String field) {
    List<WeightedGoal> all = new ArrayList<>();
    for (JsonNode item : fields.objects(tree, pointer, field, "objective and weight")) {
      String at = pointer + "/" + field + "/" + all.size();
      fields.requireKnown(item, at, List.of("objective", "weight"));
      double weight =
          fields.number(item, at, "weight", 1, 1e-9, LARGEST_WEIGHT, "a number from 1e-9 to 1e9");
      all.add(new WeightedGoal(fields.required(item, at, "objective"), weight));
    }
    return all;
  }

  private List<GoalLevel> levels(JsonNode tree) {
    List<GoalLevel> all = new ArrayList<>();
    for (JsonNode item : fields.objects(tree, "", "then", "goals and slack")) {
      String pointer = "/then/" + all.size();
      fields.requireKnown(item, pointer, List.of("goals", "slack"));
      List<WeightedGoal> goals = goals(item, pointer, "goals");
      if (goals.isEmpty()) {
        fields.add(new BriefProblem.MissingField(pointer + "/goals", "at least one goal"));
      }
      all.add(
          new GoalLevel(
              goals, fields.number(item, pointer, "slack", 0, 0, 100, "a ratio such as 0.02")));
    }
    return all;
  }
}
