package bailiwick.intake.potential;

import bailiwick.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads models of potential from JSON or YAML. Every problem is collected and told at once. */
public final class ModelReader {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final ObjectMapper YAML = YAMLMapper.builder().build();

  private static final List<String> FIELDS = List.of("segments", "conversion", "stages");
  private static final List<String> SEGMENT_FIELDS =
      List.of(
          "name",
          "employeesFrom",
          "employeesBelow",
          "revenueFrom",
          "revenueBelow",
          "industries",
          "labels",
          "buyingStages",
          "spend",
          "growth",
          "service");
  private static final List<String> CONVERSION_FIELDS = List.of("priorDeals", "rateWithoutDeals");
  private static final List<String> SPEND_FIELDS =
      List.of("perAccount", "perEmployee", "shareOfRevenue");
  private static final List<String> SERVICE_FIELDS =
      List.of("visits", "hoursPerVisit", "calls", "hoursPerCall", "complexity");

  /** Closed deals that weigh as much as the rate of all, where a model does not say. */
  private static final double USUAL_PRIOR = 20;

  /** Money in whole units of the currency, more than any company's. */
  private static final double MOST_MONEY = 1e12;

  private static final double MOST_TIMES = 10_000;

  private final List<ModelProblem> problems = new ArrayList<>();

  private ModelReader() {}

  /**
   * Reads a model.
   *
   * @param text JSON or YAML
   * @param file the name it has in problems; YAML when it ends in {@code .yaml} or {@code .yml}
   * @throws ProblemException with every {@link ModelProblem} found
   */
  public static PotentialModel read(String text, String file) {
    String name = file.toLowerCase(Locale.ROOT);
    boolean isYaml = name.endsWith(".yaml") || name.endsWith(".yml");
    JsonNode tree;
    try {
      tree = (isYaml ? YAML : JSON).readTree(text);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw ProblemException.of(
          new ModelProblem.Unreadable(
              file,
              at == null ? 1 : at.getLineNr(),
              at == null ? 1 : at.getColumnNr(),
              firstLine(e.getOriginalMessage())));
    }
    return read(tree);
  }

  /**
   * Reads a model from JSON that was parsed already.
   *
   * @throws ProblemException with every {@link ModelProblem} found
   */
  public static PotentialModel read(JsonNode tree) {
    return new ModelReader().model(tree);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "the text ends too early" : message.lines().findFirst().orElse("");
  }

  private PotentialModel model(JsonNode tree) {
    requireObject(tree, "", FIELDS);
    JsonNode conversion = part(tree, "", "conversion", CONVERSION_FIELDS);
    double prior = number(conversion, "/conversion", "priorDeals", USUAL_PRIOR, 0, 1e6);
    double without = number(conversion, "/conversion", "rateWithoutDeals", 0, 0, 1);
    Map<String, Double> stages = stages(tree.path("stages"));
    List<Segment> segments = segments(tree.path("segments"));
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new PotentialModel(segments, prior, without, stages);
  }

  private Map<String, Double> stages(JsonNode stages) {
    Map<String, Double> weights = new HashMap<>();
    if (stages.isMissingNode()) {
      return weights;
    }
    if (!stages.isObject()) {
      wrong("/stages", stages, "an object: a share from 0 to 1 for each stage of an open deal");
    }
    Set<String> folded = new HashSet<>();
    for (String stage : stages.propertyNames()) {
      weights.put(stage, number(stages, "/stages", stage, 0, 0, 1));
      if (!folded.add(stage.strip().toLowerCase(Locale.ROOT))) {
        wrong(
            "/stages/" + stage, stages.path(stage), "of a stage that is named once, case ignored");
      }
    }
    return weights;
  }

  private List<Segment> segments(JsonNode list) {
    List<Segment> segments = new ArrayList<>();
    if (!list.isArray() || list.isEmpty()) {
      wrong("/segments", list, "a list of at least one segment");
      return segments;
    }
    Set<String> names = new HashSet<>();
    for (int k = 0; k < list.size(); k++) {
      String pointer = "/segments/" + k;
      Segment segment = segment(list.get(k), pointer);
      segments.add(segment);
      if (!names.add(segment.name())) {
        wrong(pointer + "/name", list.get(k).path("name"), "a name that no other segment has");
      }
      requireOrder(segment, pointer, k == list.size() - 1);
    }
    return segments;
  }

  private void requireOrder(Segment segment, String pointer, boolean isLast) {
    if (isLast && !segment.rule().isForAll()) {
      problems.add(new ModelProblem.LeavesOut(pointer, segment.name()));
    }
    if (!isLast && segment.rule().isForAll()) {
      problems.add(new ModelProblem.TakesAll(pointer, segment.name()));
    }
  }

  private Segment segment(JsonNode node, String pointer) {
    requireObject(node, pointer, SEGMENT_FIELDS);
    JsonNode name = node.path("name");
    if (!name.isString() || name.asString().isBlank()) {
      wrong(pointer + "/name", name, "a text that is not blank");
    }
    return new Segment(
        name.isString() ? name.asString() : "?",
        rule(node, pointer),
        spend(part(node, pointer, "spend", SPEND_FIELDS), pointer + "/spend"),
        number(node, pointer, "growth", 0, -1, 10),
        service(part(node, pointer, "service", SERVICE_FIELDS), pointer + "/service"));
  }

  private SegmentRule rule(JsonNode node, String pointer) {
    return new SegmentRule(
        bounds(node, pointer, "employees", 1),
        bounds(node, pointer, "revenue", 100),
        texts(node, pointer, "industries", "the first digits of a NAICS code", "[0-9]{2,6}"),
        texts(node, pointer, "labels", "a text that is not blank", ".*\\S.*"),
        buyingStages(node, pointer));
  }

  private Bounds bounds(JsonNode node, String pointer, String name, long scale) {
    Bounds bounds =
        new Bounds(
            whole(node, pointer, name + "From", scale),
            whole(node, pointer, name + "Below", scale));
    if (bounds.isEmpty()) {
      wrong(
          pointer + "/" + name + "Below",
          node.path(name + "Below"),
          "above `%s`".formatted(name + "From"));
    }
    return bounds;
  }

  private OptionalLong whole(JsonNode node, String pointer, String field, long scale) {
    JsonNode value = node.path(field);
    if (value.isMissingNode()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Math.round(scale * number(node, pointer, field, 0, 0, MOST_MONEY)));
  }

  private Set<BuyingStage> buyingStages(JsonNode node, String pointer) {
    String words =
        Arrays.stream(BuyingStage.values()).map(BuyingStage::word).collect(Collectors.joining("|"));
    List<String> told =
        texts(node, pointer, "buyingStages", "one of " + words.replace("|", ", "), words);
    return told.stream()
        .flatMap(word -> BuyingStage.findByWord(word).stream())
        .collect(Collectors.toSet());
  }

  private AddressableSpend spend(JsonNode node, String pointer) {
    return new AddressableSpend(
        cents(node, pointer, "perAccount"),
        cents(node, pointer, "perEmployee"),
        number(node, pointer, "shareOfRevenue", 0, 0, 1));
  }

  private long cents(JsonNode node, String pointer, String field) {
    return Math.round(100 * number(node, pointer, field, 0, 0, MOST_MONEY));
  }

  private Service service(JsonNode node, String pointer) {
    return new Service(
        number(node, pointer, "visits", 0, 0, MOST_TIMES),
        number(node, pointer, "hoursPerVisit", 0, 0, MOST_TIMES),
        number(node, pointer, "calls", 0, 0, MOST_TIMES),
        number(node, pointer, "hoursPerCall", 0, 0, MOST_TIMES),
        number(node, pointer, "complexity", 1, 0.01, 100));
  }

  private List<String> texts(
      JsonNode node, String pointer, String field, String expected, String pattern) {
    JsonNode list = node.path(field);
    List<String> texts = new ArrayList<>();
    if (!list.isMissingNode() && !list.isArray()) {
      wrong(pointer + "/" + field, list, "a list, each " + expected);
    }
    for (int k = 0; k < list.size(); k++) {
      JsonNode item = list.get(k);
      if (item.isString() && item.asString().matches(pattern)) {
        texts.add(item.asString());
      } else {
        wrong(pointer + "/" + field + "/" + k, item, expected);
      }
    }
    return texts;
  }

  private double number(
      JsonNode node, String pointer, String field, double usual, double least, double most) {
    JsonNode value = node.path(field);
    if (value.isMissingNode()) {
      return usual;
    }
    double told = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
    if (!(told >= least && told <= most)) {
      wrong(
          pointer + "/" + field,
          value,
          String.format(Locale.ROOT, "a number from %s to %s", plain(least), plain(most)));
      return usual;
    }
    return told;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** An object within another; empty when it is not there. */
  private JsonNode part(JsonNode tree, String pointer, String field, List<String> known) {
    JsonNode part = tree.path(field);
    if (!part.isMissingNode()) {
      requireObject(part, pointer + "/" + field, known);
    }
    return part;
  }

  private void requireObject(JsonNode node, String pointer, List<String> known) {
    if (!node.isObject()) {
      wrong(pointer.isEmpty() ? "/" : pointer, node, "an object with " + String.join(", ", known));
    }
    for (String field : node.propertyNames()) {
      if (!known.contains(field)) {
        problems.add(
            new ModelProblem.UnknownField(pointer + "/" + field, String.join(", ", known)));
      }
    }
  }

  private void wrong(String pointer, JsonNode value, String expected) {
    String text = value.isMissingNode() ? "" : value.toString();
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    problems.add(new ModelProblem.WrongValue(pointer, shown, expected));
  }
}
