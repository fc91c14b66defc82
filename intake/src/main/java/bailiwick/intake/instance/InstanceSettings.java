package bailiwick.intake.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * What {@code instance.json} says. Immutable.
 *
 * @param name of the instance
 * @param territories how many
 * @param metric how distances are measured
 * @param contiguous whether each territory must be one piece
 * @param objectives what can be made small, the usual one first
 * @param homes ids of the units that are homes, by territory; empty when centres are free
 * @param meanSquare mean squared distance under today's plan, for {@code moved_plus_compact}
 * @param balance the rule of balance
 */
record InstanceSettings(
    String name,
    int territories,
    String metric,
    boolean contiguous,
    List<String> objectives,
    List<String> homes,
    OptionalDouble meanSquare,
    Balance balance) {

  static final List<String> METRICS =
      List.of("euclid", "euclid_km", "euclid_km_round", "euclid_floor", "network_shortest_path");
  static final List<String> OBJECTIVES =
      List.of(
          "moi_1e6_km2", "sum_dist", "cut_edges", "max_diameter", "moi_home", "moved_plus_compact");

  /** The rule of balance. */
  sealed interface Balance {

    /** Absolute limits of one measure. */
    record Limits(String measure, double lower, double upper) implements Balance {}

    /** Relative tolerance around the mean for each measure. */
    record Tolerances(List<String> measures, List<Double> ratios) implements Balance {}

    /** The sum of w1 is at most the centre's {@code cap}. */
    record Capacity() implements Balance {}
  }

  static InstanceSettings read(JsonNode tree, ProblemList problems) {
    int territories = tree.path("p").asInt(0);
    if (territories < 1) {
      problems.add(
          new InstanceProblem.WrongSetting("/p", shown(tree.path("p")), "a whole number above 0"));
    }
    String metric = tree.path("metric").asString("");
    if (!METRICS.contains(metric)) {
      problems.add(
          new InstanceProblem.WrongSetting(
              "/metric", shown(tree.path("metric")), "one of " + String.join(", ", METRICS)));
    }
    List<String> homes = new ArrayList<>();
    tree.path("homes").forEach(home -> homes.add(home.asString()));
    JsonNode meanSquare = tree.path("mean_d2");
    return new InstanceSettings(
        tree.path("name").asString("instance"),
        territories,
        metric,
        tree.path("contiguity").asBoolean(false),
        objectives(tree, problems, !homes.isEmpty()),
        List.copyOf(homes),
        meanSquare.isNumber() ? OptionalDouble.of(meanSquare.asDouble()) : OptionalDouble.empty(),
        balance(tree.path("balance"), problems));
  }

  private static List<String> objectives(JsonNode tree, ProblemList problems, boolean fixedHomes) {
    if (fixedHomes) {
      return List.of("moi_home", "moved_plus_compact");
    }
    String usual = tree.path("objective").asString("");
    if (!OBJECTIVES.contains(usual)) {
      problems.add(
          new InstanceProblem.WrongSetting(
              "/objective",
              shown(tree.path("objective")),
              "one of " + String.join(", ", OBJECTIVES)));
    }
    List<String> objectives = new ArrayList<>(List.of(usual));
    for (String other : List.of("moi_1e6_km2", "sum_dist", "cut_edges", "max_diameter")) {
      if (!other.equals(usual)) {
        objectives.add(other);
      }
    }
    return List.copyOf(objectives);
  }

  private static Balance balance(JsonNode node, ProblemList problems) {
    return switch (node.path("type").asString("")) {
      case "LU" -> limits(node, problems);
      case "tau" -> tolerances(node, problems);
      case "capacity" -> new Balance.Capacity();
      default -> {
        problems.add(
            new InstanceProblem.WrongSetting(
                "/balance/type", shown(node.path("type")), "LU, tau or capacity"));
        yield new Balance.Capacity();
      }
    };
  }

  private static Balance limits(JsonNode node, ProblemList problems) {
    JsonNode lower = node.path("L");
    JsonNode upper = node.path("U");
    if (!lower.isNumber() || !upper.isNumber() || lower.asDouble() > upper.asDouble()) {
      problems.add(
          new InstanceProblem.WrongSetting("/balance", shown(node), "numbers L and U, L ≤ U"));
    }
    return new Balance.Limits(
        node.path("criterion").asString("w1"), lower.asDouble(0), upper.asDouble(0));
  }

  private static Balance tolerances(JsonNode node, ProblemList problems) {
    List<String> measures = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    node.path("criteria").forEach(criterion -> measures.add(criterion.asString()));
    node.path("tau").forEach(tau -> ratios.add(tau.asDouble(-1)));
    if (measures.size() != ratios.size() || ratios.stream().anyMatch(ratio -> !(ratio >= 0))) {
      problems.add(
          new InstanceProblem.WrongSetting(
              "/balance", shown(node), "as many numbers tau, 0 or more, as criteria"));
    }
    return new Balance.Tolerances(List.copyOf(measures), List.copyOf(ratios));
  }

  private static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
