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

  /** The metric that measures along the lengths of edges. */
  static final String NETWORK = "network_shortest_path";

  /** The objective that counts edges between territories. */
  static final String CUT_EDGES = "cut_edges";

  /** The objective that weighs today's plan against compactness. */
  static final String MOVED_PLUS_COMPACT = "moved_plus_compact";

  private static final List<String> METRICS =
      List.of("euclid", "euclid_km", "euclid_km_round", "euclid_floor", NETWORK);

  private static final List<String> OBJECTIVES_WITHOUT_HOMES =
      List.of("moi_1e6_km2", "sum_dist", CUT_EDGES, "max_diameter");

  /** The most territories, a hundred times what the engine is measured on. */
  private static final int MOST_TERRITORIES = 100_000;

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
    List<String> homes = homes(tree.path("homes"), problems);
    JsonNode meanSquare = tree.path("mean_d2");
    return new InstanceSettings(
        tree.path("name").asString("instance"),
        territories(tree.path("p"), problems),
        oneOf(METRICS, tree.path("metric"), "/metric", problems),
        contiguous(tree.path("contiguity"), problems),
        objectives(tree, problems, !homes.isEmpty()),
        homes,
        isAbove0(meanSquare) ? OptionalDouble.of(meanSquare.asDouble()) : OptionalDouble.empty(),
        balance(tree.path("balance"), problems));
  }

  /** Whether ways along edges are measured, which must have lengths then. */
  boolean isNetwork() {
    return metric.equals(NETWORK);
  }

  /** Whether something asked for needs {@code edges.csv}. */
  boolean needsEdges() {
    return contiguous || isNetwork() || objectives.getFirst().equals(CUT_EDGES);
  }

  private static int territories(JsonNode node, ProblemList problems) {
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      int territories = node.asInt();
      if (territories >= 1 && territories <= MOST_TERRITORIES) {
        return territories;
      }
    }
    problems.add(wrong("/p", node, "a whole number from 1 to " + MOST_TERRITORIES));
    return 1;
  }

  private static boolean contiguous(JsonNode node, ProblemList problems) {
    if (!node.isBoolean()) {
      problems.add(wrong("/contiguity", node, "true or false"));
    }
    return node.asBoolean(false);
  }

  private static List<String> homes(JsonNode node, ProblemList problems) {
    List<String> homes = new ArrayList<>();
    for (JsonNode home : node) {
      homes.add(home.asString(""));
    }
    if ((!node.isMissingNode() && !node.isArray()) || homes.contains("")) {
      problems.add(wrong("/homes", node, "a list of ids of `units.csv`"));
      return List.of();
    }
    return List.copyOf(homes);
  }

  private static List<String> objectives(JsonNode tree, ProblemList problems, boolean fixedHomes) {
    if (fixedHomes) {
      return List.of("moi_home", MOVED_PLUS_COMPACT);
    }
    String usual = oneOf(OBJECTIVES_WITHOUT_HOMES, tree.path("objective"), "/objective", problems);
    List<String> objectives = new ArrayList<>(List.of(usual));
    for (String other : OBJECTIVES_WITHOUT_HOMES) {
      if (!other.equals(usual)) {
        objectives.add(other);
      }
    }
    return List.copyOf(objectives);
  }

  /** The word that stands there; the first one known when it is none of them. */
  private static String oneOf(
      List<String> known, JsonNode node, String pointer, ProblemList problems) {
    String word = node.asString("");
    if (known.contains(word)) {
      return word;
    }
    problems.add(wrong(pointer, node, "one of " + String.join(", ", known)));
    return known.getFirst();
  }

  private static Balance balance(JsonNode node, ProblemList problems) {
    String type = node.path("type").asString("");
    switch (type) {
      case "LU" -> requireKnown(node, List.of("type", "L", "U", "criterion"), problems);
      case "tau" -> requireKnown(node, List.of("type", "tau", "criteria"), problems);
      case "capacity" -> requireKnown(node, List.of("type"), problems);
      default -> problems.add(wrong("/balance/type", node.path("type"), "LU, tau or capacity"));
    }
    return switch (type) {
      case "LU" -> limits(node, problems);
      case "tau" -> tolerances(node, problems);
      case "capacity" -> new Balance.Capacity();
      default -> new Balance.Tolerances(List.of(), List.of());
    };
  }

  private static void requireKnown(JsonNode node, List<String> known, ProblemList problems) {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        problems.add(new InstanceProblem.UnknownSetting("/balance/" + Shown.text(name), known));
      }
    }
  }

  private static Balance limits(JsonNode node, ProblemList problems) {
    JsonNode lower = node.path("L");
    JsonNode upper = node.path("U");
    if (!isFinite(lower) || !isFinite(upper) || lower.asDouble() > upper.asDouble()) {
      problems.add(wrong("/balance", node, "finite numbers L and U, L at most U"));
    }
    return new Balance.Limits(
        node.path("criterion").asString("w1"), lower.asDouble(0), upper.asDouble(0));
  }

  private static Balance tolerances(JsonNode node, ProblemList problems) {
    List<String> measures = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    boolean right = true;
    for (JsonNode criterion : node.path("criteria")) {
      measures.add(criterion.asString(""));
    }
    for (JsonNode tau : node.path("tau")) {
      right &= isFinite(tau) && tau.asDouble() >= 0;
      ratios.add(tau.asDouble(0));
    }
    if (!right || measures.isEmpty() || measures.size() != ratios.size()) {
      problems.add(
          wrong("/balance", node, "at least one of the criteria, and for each a tau of 0 or more"));
      return new Balance.Tolerances(List.of(), List.of());
    }
    return new Balance.Tolerances(List.copyOf(measures), List.copyOf(ratios));
  }

  private static boolean isFinite(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.asDouble());
  }

  private static boolean isAbove0(JsonNode node) {
    return isFinite(node) && node.asDouble() > 0;
  }

  private static InstanceProblem wrong(String pointer, JsonNode node, String expected) {
    String value = node.isMissingNode() ? "" : Shown.text(node.toString());
    return new InstanceProblem.WrongSetting(pointer, value, expected);
  }
}
