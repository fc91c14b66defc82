package bailiwick.intake.brief;

import bailiwick.core.design.Effort;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads design briefs from JSON or YAML, which have the same fields. Every problem is collected and
 * points at its field.
 */
public final class BriefReader {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final ObjectMapper YAML = YAMLMapper.builder().build();

  private static final List<String> FIELDS =
      List.of(
          "name",
          "unitKind",
          "country",
          "territories",
          "measures",
          "contiguous",
          "objective",
          "disruptionWeight",
          "keepHomes",
          "locked",
          "seed",
          "effort",
          "timeLimitSeconds",
          "eligible",
          "preferences",
          VisitsReader.DECISION_MAKERS,
          VisitsReader.WORKING_DAY,
          "together",
          "apart",
          "budgets",
          "capacities",
          "travelHours",
          "goals",
          "then",
          "neverWorse",
          "beginFromToday",
          "change",
          "bestNumber",
          "districts");
  private static final List<String> LOCK_FIELDS = List.of("unit", "reason");
  private static final List<String> MEASURE_FIELDS = List.of("name", "tolerance");
  private static final double LEAST_SECONDS = 0.1;
  private static final double MAX_SECONDS = 86_400;

  private final BriefFields fields = new BriefFields();
  private final BriefFrame frame;

  private BriefReader(BriefFrame frame) {
    this.frame = frame;
  }

  /**
   * Reads a brief.
   *
   * @param text JSON or YAML
   * @param file the name it has in problems; YAML when it ends in {@code .yaml} or {@code .yml}
   * @throws ProblemException with every {@link BriefProblem} found
   */
  public static DesignBrief read(String text, String file) {
    String name = file.toLowerCase(Locale.ROOT);
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    JsonNode tree;
    try {
      tree = (yaml ? YAML : JSON).readTree(text);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw ProblemException.of(
          new BriefProblem.Unreadable(
              file,
              at == null ? 1 : at.getLineNr(),
              at == null ? 1 : at.getColumnNr(),
              firstLine(e.getOriginalMessage())));
    }
    return read(tree, BriefFrame.FILES);
  }

  /**
   * Reads a brief from a parsed request.
   *
   * @param frame what is known without it
   * @throws ProblemException with every {@link BriefProblem} found
   */
  public static DesignBrief read(JsonNode tree, BriefFrame frame) {
    return new BriefReader(frame).brief(tree);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "the text ends too early" : message.lines().findFirst().orElse("");
  }

  private DesignBrief brief(JsonNode tree) {
    if (!tree.isObject()) {
      throw ProblemException.of(
          new BriefProblem.WrongValue(
              "/", BriefFields.shown(tree), "an object with the brief's fields"));
    }
    fields.requireKnown(tree, "", FIELDS);
    String name = fields.name(tree, "", "name", frame.name());
    UnitKind kind = unitKind(tree);
    String country = country(tree);
    TerritoriesReader reader = new TerritoriesReader(fields, frame);
    List<DesignBrief.Territory> territories = reader.read(tree);
    BriefModes modes = new ModesReader(fields, reader, frame).modes(tree, territories.size());
    List<DesignBrief.BalancedMeasure> measures = measures(tree.path("measures"));
    boolean contiguous = fields.flag(tree, "", "contiguous", kind != UnitKind.ACCOUNT);
    BriefObjective objective = objective(tree);
    double disruption =
        fields.number(tree, "", "disruptionWeight", 0, 0, 1e9, "a number, 0 or more");
    Map<UnitId, String> reasons = new HashMap<>();
    List<UnitId> locked = locked(tree, reasons);
    BriefWishes wishes =
        new WishesReader(fields)
            .wishes(
                tree, reasons, new VisitsReader(fields, frame).visits(tree, reader.timeZones()));
    if (modes.change().isPresent() && wishes.neverWorse()) {
      fields.wrong("/neverWorse", "true", "left out where today's territories change");
    }
    if (modes.number().isPresent() && wishes.travelHours().isPresent()) {
      fields.wrong("/travelHours", "{…}", "left out where the number of territories is looked for");
    }
    long seed = fields.whole(tree, "seed", 1);
    Effort effort = effort(tree);
    Duration timeLimit = timeLimit(tree);
    fields.throwProblems();
    return new DesignBrief(
        name,
        kind,
        country,
        territories,
        measures,
        contiguous,
        objective,
        disruption,
        locked,
        seed,
        effort,
        timeLimit,
        wishes,
        modes);
  }

  private UnitKind unitKind(JsonNode tree) {
    String word = fields.text(tree, "", "unitKind", frame.unitKind().word());
    Optional<UnitKind> kind = UnitKind.findByWord(word);
    if (kind.isEmpty()) {
      fields.wrong("/unitKind", word, "postcode, county or account");
    } else if (frame.isOfPlan() && kind.get() != frame.unitKind()) {
      fields.wrong("/unitKind", word, "`%s`, as in the plan".formatted(frame.unitKind().word()));
    }
    return kind.orElse(frame.unitKind());
  }

  private String country(JsonNode tree) {
    String country = fields.text(tree, "", "country", frame.country());
    if (frame.isOfPlan() && !country.equals(frame.country())) {
      fields.wrong("/country", country, "`%s`, as in the plan".formatted(frame.country()));
    }
    return country;
  }

  private BriefObjective objective(JsonNode tree) {
    String word = fields.text(tree, "", "objective", BriefObjective.MOMENT_OF_INERTIA.word());
    Optional<BriefObjective> objective = BriefObjective.findByWord(word);
    if (objective.isEmpty()) {
      fields.wrong("/objective", word, "momentOfInertia, sumOfDistances or cutEdges");
    }
    return objective.orElse(BriefObjective.MOMENT_OF_INERTIA);
  }

  private @Nullable Effort effort(JsonNode tree) {
    if (tree.path("effort").isMissingNode()) {
      return null;
    }
    String word = fields.text(tree, "", "effort", Effort.BALANCED.word());
    Optional<Effort> effort = Effort.findByWord(word);
    if (effort.isEmpty()) {
      fields.wrong("/effort", word, "quick, balanced or thorough");
    }
    return effort.orElse(null);
  }

  private @Nullable Duration timeLimit(JsonNode tree) {
    if (tree.path("timeLimitSeconds").isMissingNode()) {
      return null;
    }
    String expected = "a number of seconds from 0.1 to 86400";
    double seconds =
        fields.number(tree, "", "timeLimitSeconds", 1, LEAST_SECONDS, MAX_SECONDS, expected);
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private List<DesignBrief.BalancedMeasure> measures(JsonNode list) {
    if (list.isMissingNode()) {
      return frame.measures();
    }
    List<DesignBrief.BalancedMeasure> measures = new ArrayList<>();
    if (!list.isArray()) {
      fields.wrong(
          "/measures", BriefFields.shown(list), "a list of objects with name and tolerance");
      return measures;
    }
    for (int k = 0; k < list.size(); k++) {
      String pointer = "/measures/" + k;
      JsonNode item = list.get(k);
      if (!item.isObject()) {
        fields.wrong(pointer, BriefFields.shown(item), "an object with name and tolerance");
        continue;
      }
      fields.requireKnown(item, pointer, MEASURE_FIELDS);
      String name = fields.text(item, pointer, "name", "");
      if (name.isBlank()) {
        fields.add(new BriefProblem.MissingField(pointer + "/name", "the measure's name"));
      }
      measures.add(
          new DesignBrief.BalancedMeasure(
              name,
              fields.number(
                  item, pointer, "tolerance", 0.1, 0, 100, "a ratio such as 0.10 for ±10 %")));
    }
    return measures;
  }

  /**
   * Units that stay where they are, by their ids or with a reason.
   *
   * @param reasons takes why, where that is told
   */
  private List<UnitId> locked(JsonNode tree, Map<UnitId, String> reasons) {
    List<UnitId> locked = new ArrayList<>();
    List<JsonNode> items = fields.items(tree, "", "locked", "a list of unit ids");
    for (int k = 0; k < items.size(); k++) {
      String pointer = "/locked/" + k;
      JsonNode item = items.get(k);
      if (item.isObject()) {
        fields.requireKnown(item, pointer, LOCK_FIELDS);
        locked.add(new UnitId(fields.required(item, pointer, "unit")));
        reasons.put(locked.getLast(), fields.required(item, pointer, "reason"));
      } else if (item.isString() && !item.asString().isBlank()) {
        locked.add(new UnitId(item.asString()));
      } else {
        fields.wrong(pointer, BriefFields.shown(item), "a unit's id in quotes, or unit and reason");
      }
    }
    return locked;
  }
}
