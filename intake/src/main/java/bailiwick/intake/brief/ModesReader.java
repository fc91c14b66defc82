package bailiwick.intake.brief;

import bailiwick.intake.brief.BriefChange.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** Reads what else a brief wants than territories drawn from scratch. */
final class ModesReader {

  private static final String TERRITORIES = "territories";
  private static final String DISTRICTS = "districts";
  private static final int MOST_NEW = 1000;
  private static final int MOST_TERRITORIES = 100_000;
  private static final double SMALLEST = 1e-6;
  private static final double LARGEST = 1e15;
  private static final List<String> NUMBER_FIELDS =
      List.of(
          "measure",
          "target",
          "tolerance",
          "least",
          "most",
          "territoryCost",
          "distanceCost",
          "assumptions");
  private static final List<String> OF_NAMED_TERRITORIES =
      List.of(
          "locked",
          "eligible",
          "preferences",
          "budgets",
          "disruptionWeight",
          "neverWorse",
          "beginFromToday");
  private static final List<String> KINDS = List.of("split", "merge", "remove", "add");
  private static final List<String> CHANGE_FIELDS =
      List.of("split", "merge", "remove", "add", "slack", "rebalance");

  private final BriefFields fields;
  private final TerritoriesReader territories;
  private final BriefFrame frame;

  ModesReader(BriefFields fields, TerritoriesReader territories, BriefFrame frame) {
    this.fields = fields;
    this.frame = frame;
    this.territories = territories;
  }

  /**
   * What else is wanted.
   *
   * @param there how many territories there are before a change; 0 where that is not known yet
   */
  BriefModes modes(JsonNode tree, int there) {
    BriefModes modes =
        new BriefModes(
            tree.has("change") ? change(tree.path("change"), there) : Optional.empty(),
            tree.has("bestNumber") ? number(tree.path("bestNumber")) : Optional.empty(),
            tree.has("districts") ? districts(tree.path("districts")) : Optional.empty());
    if (modes.districts().filter(BriefDistricts::first).isPresent()
        && (modes.change().isPresent() || modes.number().isPresent())) {
      fields.wrong(
          "/districts/first", DISTRICTS, "territories, where these are changed or counted");
    }
    if (modes.number().isPresent()) {
      refuse(tree, "territories", "left out where their best number is looked for");
      refuse(tree, "change", "left out where the best number of territories is looked for");
      refuseWhatNamesTerritories(tree);
    }
    return modes;
  }

  /** Territories that are yet to be counted have no names, and nothing of today. */
  private void refuseWhatNamesTerritories(JsonNode tree) {
    for (String field : OF_NAMED_TERRITORIES) {
      if (isAsked(tree.path(field))) {
        refuse(
            tree, field, "left out: which territory is which is not known before their number is");
      }
    }
  }

  /** Whether a field says more than it would if it were left out. */
  private static boolean isAsked(JsonNode node) {
    boolean isNothing =
        node.isMissingNode()
            || (node.isBoolean() && !node.asBoolean())
            || (node.isNumber() && node.asDouble() == 0)
            || (node.isArray() && node.isEmpty());
    return !isNothing;
  }

  private Optional<BriefDistricts> districts(JsonNode node) {
    String pointer = "/districts";
    if (!fields.isObject(node, pointer, List.of("count", "tolerance", "first"))) {
      return Optional.empty();
    }
    if (!node.has("count")) {
      fields.add(new BriefProblem.MissingField(pointer + "/count", "how many districts"));
    }
    String first = fields.text(node, pointer, "first", TERRITORIES);
    if (!first.equals(TERRITORIES) && !first.equals(DISTRICTS)) {
      fields.wrong(pointer + "/first", first, "territories or districts");
    }
    return Optional.of(
        new BriefDistricts(
            fields.count(node, pointer, "count", 1, 1, MOST_TERRITORIES),
            fields.number(
                node, pointer, "tolerance", 0.1, 0, 100, "a ratio such as 0.10 for ±10 %"),
            first.equals(DISTRICTS)));
  }

  private void refuse(JsonNode tree, String field, String expected) {
    if (tree.has(field)) {
      fields.wrong("/" + field, BriefFields.shown(tree.path(field)), expected);
    }
  }

  private Optional<BriefNumber> number(JsonNode node) {
    String pointer = "/bestNumber";
    if (!fields.isObject(node, pointer, NUMBER_FIELDS)) {
      return Optional.empty();
    }
    if (!node.has("target")) {
      fields.add(
          new BriefProblem.MissingField(pointer + "/target", "what each territory should hold"));
    }
    int possible = frame.mostTerritories();
    int least = fields.count(node, pointer, "least", 1, 1, possible);
    int most = fields.count(node, pointer, "most", possible, least, possible);
    return Optional.of(
        new BriefNumber(
            fields.required(node, pointer, "measure"),
            fields.number(node, pointer, "target", 1, SMALLEST, LARGEST, "an amount above 0"),
            fields.number(node, pointer, "tolerance", 0.1, 0, 0.99, "a ratio from 0 to 0.99"),
            least,
            most,
            cost(node, pointer, "territoryCost"),
            cost(node, pointer, "distanceCost"),
            assumptions(node, pointer)));
  }

  private OptionalDouble cost(JsonNode node, String pointer, String field) {
    return node.has(field)
        ? OptionalDouble.of(
            fields.number(node, pointer, field, 0, 0, LARGEST, "an amount, 0 or more"))
        : OptionalDouble.empty();
  }

  private List<BriefNumber.Assumption> assumptions(JsonNode node, String pointer) {
    List<BriefNumber.Assumption> all = new ArrayList<>();
    for (JsonNode item : fields.objects(node, pointer, "assumptions", "name and factor")) {
      String at = pointer + "/assumptions/" + all.size();
      fields.requireKnown(item, at, List.of("name", "factor"));
      if (!item.has("factor")) {
        fields.add(new BriefProblem.MissingField(at + "/factor", "how many times as much"));
      }
      all.add(
          new BriefNumber.Assumption(
              fields.required(item, at, "name"),
              fields.number(item, at, "factor", 1, 0.01, 100, "a number from 0.01 to 100")));
    }
    return all;
  }

  private Optional<BriefChange> change(JsonNode change, int there) {
    String expected = "an object with one of split, merge, remove and add";
    if (!change.isObject()) {
      fields.wrong("/change", BriefFields.shown(change), expected);
      return Optional.empty();
    }
    fields.requireKnown(change, "/change", CHANGE_FIELDS);
    List<String> asked = KINDS.stream().filter(change::has).toList();
    if (asked.size() != 1) {
      fields.wrong("/change", BriefFields.shown(change), expected);
      return Optional.empty();
    }
    Optional<BriefChange.Kind> kind = kind(asked.getFirst(), change.path(asked.getFirst()));
    double slack = fields.number(change, "/change", "slack", 0, 0, 100, "a ratio, 0 or more");
    boolean rebalanced = fields.flag(change, "/change", "rebalance", false);
    if (rebalanced && change.has("split")) {
      fields.wrong("/change/rebalance", "true", "left out where a split leaves all others alone");
    }
    Optional<BriefChange> read = kind.map(of -> new BriefChange(of, slack, rebalanced));
    int after = read.map(one -> one.countAfter(there)).orElse(there);
    if (after > there && after > frame.mostTerritories()) {
      fields.wrong(
          "/change",
          BriefFields.shown(change),
          "a change after which there are at most %s territories, not %s"
              .formatted(frame.mostTerritories(), after));
    }
    return read;
  }

  private Optional<BriefChange.Kind> kind(String word, JsonNode node) {
    return switch (word) {
      case "split" -> split(node);
      case "merge" -> merge(node);
      case "remove" -> Optional.of(new BriefChange.Remove(codes(node, "/change/remove")));
      default -> Optional.of(new BriefChange.Add(added(node)));
    };
  }

  private Optional<BriefChange.Kind> split(JsonNode node) {
    String pointer = "/change/split";
    if (!fields.isObject(node, pointer, List.of("territory", "into", "parts"))) {
      return Optional.empty();
    }
    String territory = fields.required(node, pointer, "territory");
    var named =
        node.has("parts")
            ? territories.added(node.path("parts"), pointer + "/parts")
            : List.<DesignBrief.Territory>of();
    int usual = Math.max(2, named.size() + 1);
    int into = fields.count(node, pointer, "into", usual, usual, MOST_NEW);
    return Optional.of(new BriefChange.Split(territory, new Wanted(into - 1, named)));
  }

  private Optional<BriefChange.Kind> merge(JsonNode node) {
    String pointer = "/change/merge";
    if (!fields.isObject(node, pointer, List.of("territories", "into", "share"))) {
      return Optional.empty();
    }
    OptionalDouble share =
        node.has("share")
            ? OptionalDouble.of(territories.share(node, pointer, 1))
            : OptionalDouble.empty();
    return Optional.of(
        new BriefChange.Merge(
            codes(node.path("territories"), pointer + "/territories"),
            fields.required(node, pointer, "into"),
            share));
  }

  private List<String> codes(JsonNode list, String pointer) {
    return fields.texts(list, pointer, 1, "a list of territory codes, at least one");
  }

  private Wanted added(JsonNode node) {
    if (node.isArray() && !node.isEmpty()) {
      var named = territories.added(node, "/change/add");
      return new Wanted(named.size(), named);
    }
    if (node.isIntegralNumber()
        && node.canConvertToInt()
        && node.asInt() >= 1
        && node.asInt() <= MOST_NEW) {
      return new Wanted(node.asInt(), List.of());
    }
    fields.wrong(
        "/change/add",
        BriefFields.shown(node),
        "a whole number from 1 to 1000, or a list of territories");
    return new Wanted(1, List.of());
  }
}
