package bailiwick.server.rule;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.RuleSet;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules that were written as JSON, with the domains of their fields. Immutable.
 *
 * <pre>{@code
 * {"domain": {"state_zip3": {"CA": ["100", "101"]}, "employees": [1, 40], "product": ["CORE"]},
 *  "rules": [{"id": "r1", "territory": "T1", "priority": 100,
 *    "when": {"op": "and", "args": [
 *      {"op": "in", "field": "state", "values": ["CA"]},
 *      {"op": "not", "arg": {"op": "prefix", "field": "zip", "values": ["10"]}},
 *      {"op": "between", "field": "employees", "lo": 5, "hi": 9}]}}]}
 * }</pre>
 *
 * <p>What texts say besides stands in {@code layer}, {@code version}, {@code fields}, {@code
 * lists}, {@code territories} and {@code examples}, as {@code docs/rules.md} shows.
 *
 * <p>A domain is a list of words, the lowest and the highest of whole numbers, or a tree of two
 * levels, whose name joins those of its levels. A domain that is given is complete: nothing is
 * unknown.
 */
public final class JsonRules {

  private final RuleSet rules;
  private final JsonDomains domains;
  private final List<Problem> problems;

  JsonRules(RuleSet rules, JsonDomains domains, List<Problem> problems) {
    this.rules = rules;
    this.domains = domains;
    this.problems = List.copyOf(problems);
  }

  /** A copy with more of them. */
  JsonRules withProblems(List<Problem> more) {
    return new JsonRules(rules, domains, Stream.concat(more.stream(), problems.stream()).toList());
  }

  /** What deserves a second look in the document, such as keys that nobody reads. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Reads rules. O(length of the text).
   *
   * @throws ProblemException with every place that cannot be read
   */
  public static JsonRules read(Source source) {
    return JsonRulesReader.read(source);
  }

  /**
   * Reads rules of one or more layers, which stand in a list {@code layers} or alone. O(length of
   * the text).
   *
   * @throws ProblemException with every place that cannot be read
   */
  public static List<JsonRules> readLayers(Source source) {
    return JsonRulesReader.readLayers(source);
  }

  /** Rules as a document that is read as the same tree. O(size of the rules). */
  public static String write(RuleSet rules) {
    return JsonRulesWriter.write(rules);
  }

  /** Several layers as one document. */
  public static String write(List<RuleSet> layers) {
    return JsonRulesWriter.write(layers);
  }

  /** The rules as a tree. */
  public RuleSet rules() {
    return rules;
  }

  /** The dimensions that they may ask about, besides those of fields that they declare. */
  public Dimensions dimensions() {
    return domains.known();
  }

  /** A subject by the fields of the document, unknown ones null. */
  public Map<String, @Nullable Object> fields(Subject subject) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (JsonDomains.NamedField field : domains.fields()) {
      Optional<AttributeValue> value = subject.find(field.dimension());
      fields.put(field.name(), value.map(known -> shown(known, field)).orElse(null));
    }
    if (!subject.tags().isEmpty()) {
      fields.put("tags", subject.tags());
    }
    return fields;
  }

  private Object shown(AttributeValue value, JsonDomains.NamedField field) {
    return switch (value) {
      case AttributeValue.Amount amount -> new BigDecimal(amount.text(domains.dimension(field)));
      case AttributeValue.Text text when field.level() >= 0 ->
          List.of(text.value().split(JsonDomains.SEPARATOR, -1)).get(field.level());
      case AttributeValue.Text text -> text.value();
    };
  }
}
