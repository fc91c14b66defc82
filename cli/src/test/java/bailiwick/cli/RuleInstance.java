package bailiwick.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Rules of an instance, each tried at each point as the file says it. Shares nothing with the
 * program: a field is a column of values, a question the values for which it holds.
 */
final class RuleInstance {

  private final List<List<Map<String, String>>> columns = new ArrayList<>(); // values of each axis
  private final Map<String, Integer> axisOf = new HashMap<>(); // field -> axis
  private final List<Rule> rules = new ArrayList<>();

  /** What a rule asks of a point, as the number of a value on each axis. */
  private interface Asked {
    boolean holds(int[] point);
  }

  /** A rule. */
  private record Rule(String id, String territory, int priority, Asked asked) {}

  /** What brute force finds, with catch-alls and without. */
  record Answer(long gaps, long conflicts, long orphans, Set<String> winning) {
    boolean isProven() {
      return gaps == 0 && conflicts == 0 && orphans == 0;
    }
  }

  RuleInstance(JsonNode document) {
    document.get("domain").properties().forEach(each -> addAxis(each.getKey(), each.getValue()));
    for (JsonNode rule : document.get("rules")) {
      rules.add(
          new Rule(
              rule.get("id").asString(),
              rule.get("territory").asString(),
              rule.get("priority").asInt(),
              asked(rule.get("when"))));
    }
    rules.sort((one, other) -> Integer.compare(one.priority(), other.priority()));
  }

  private void addAxis(String name, JsonNode values) {
    List<Map<String, String>> column = new ArrayList<>();
    if (values.isObject()) {
      String above = name.substring(0, name.indexOf('_'));
      String below = name.substring(name.indexOf('_') + 1).replaceAll("[0-9]+$", "");
      values
          .properties()
          .forEach(state ->
              state
                  .getValue()
                  .forEach(
                      zip -> column.add(Map.of(above, state.getKey(), below, zip.asString()))));
    } else if (values.get(0).isNumber()) {
      for (int number = values.get(0).asInt(); number <= values.get(1).asInt(); number++) {
        column.add(Map.of(name, String.valueOf(number)));
      }
    } else {
      values.forEach(word -> column.add(Map.of(name, word.asString())));
    }
    column.getFirst().keySet().forEach(field -> axisOf.put(field, columns.size()));
    columns.add(column);
  }

  private Asked asked(JsonNode when) {
    List<Asked> parts = new ArrayList<>();
    when.path("args").forEach(part -> parts.add(asked(part)));
    return switch (when.get("op").asString()) {
      case "and" -> point -> parts.stream().allMatch(part -> part.holds(point));
      case "or" -> point -> parts.stream().anyMatch(part -> part.holds(point));
      case "not" -> {
        Asked denied = asked(when.get("arg"));
        yield point -> !denied.holds(point);
      }
      default -> question(when);
    };
  }

  private Asked question(JsonNode when) {
    String field = when.get("field").asString();
    int axis = Objects.requireNonNull(axisOf.get(field), field);
    boolean[] holds = new boolean[columns.get(axis).size()];
    for (int value = 0; value < holds.length; value++) {
      holds[value] = holds(when, columns.get(axis).get(value).getOrDefault(field, ""));
    }
    return point -> holds[point[axis]];
  }

  private static boolean holds(JsonNode when, String value) {
    Set<String> values = new HashSet<>();
    when.path("values").forEach(each -> values.add(each.asString()));
    return switch (when.get("op").asString()) {
      case "in" -> values.contains(value);
      case "prefix" -> values.stream().anyMatch(value::startsWith);
      case "between" ->
          when.get("lo").asInt() <= Integer.parseInt(value)
              && Integer.parseInt(value) <= when.get("hi").asInt();
      default -> throw new AssertionError(when);
    };
  }

  /** The rules that hold at a point with the best priority. */
  private List<Rule> best(int[] point, List<Rule> among) {
    List<Rule> best = new ArrayList<>();
    for (Rule rule : among) {
      if (!best.isEmpty() && rule.priority() > best.getFirst().priority()) {
        break;
      }
      if (rule.asked().holds(point)) {
        best.add(rule);
      }
    }
    return best;
  }

  /** Territories that claim the point of a witness with the best priority. */
  Set<String> claiming(JsonNode witness) {
    int[] point = new int[columns.size()];
    for (int axis = 0; axis < point.length; axis++) {
      Map<String, String> told = new LinkedHashMap<>();
      for (String field : columns.get(axis).getFirst().keySet()) {
        told.put(field, witness.get(field).asString());
      }
      point[axis] = columns.get(axis).indexOf(told);
      if (point[axis] < 0) {
        throw new AssertionError("%s is no value of the domain".formatted(told));
      }
    }
    return best(point, rules).stream().map(Rule::territory).collect(Collectors.toSet());
  }

  /** Tries every point: rules × points. */
  Answer answer() {
    List<Rule> others = new ArrayList<>(rules);
    others.removeIf(this::holdsEverywhere);
    long gaps = 0;
    long conflicts = 0;
    long orphans = 0;
    Set<String> winning = new HashSet<>();
    int[] point = new int[columns.size()];
    do {
      List<Rule> best = best(point, rules);
      boolean isDisputed =
          best.stream().anyMatch(rule -> !rule.territory().equals(best.getFirst().territory()));
      gaps += best.isEmpty() ? 1 : 0;
      conflicts += isDisputed ? 1 : 0;
      if (others.size() < rules.size()) {
        orphans += best(point, others).isEmpty() ? 1 : 0;
      }
      if (!best.isEmpty() && !isDisputed) {
        winning.add(best.getFirst().id());
      }
    } while (next(point));
    return new Answer(gaps, conflicts, orphans, winning);
  }

  private boolean holdsEverywhere(Rule rule) {
    int[] point = new int[columns.size()];
    boolean holds;
    do {
      holds = rule.asked().holds(point);
    } while (holds && next(point));
    return holds;
  }

  private boolean next(int[] point) {
    for (int axis = 0; axis < point.length; axis++) {
      if (++point[axis] < columns.get(axis).size()) {
        return true;
      }
      point[axis] = 0;
    }
    return false;
  }

  /** The ids of all rules. */
  List<String> ids() {
    return rules.stream().map(Rule::id).toList();
  }
}
