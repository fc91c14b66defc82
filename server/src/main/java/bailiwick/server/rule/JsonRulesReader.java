package bailiwick.server.rule;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.ValueList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads rules of a JSON document, layer by layer. Not thread-safe. */
final class JsonRulesReader {

  private static final Set<String> KEYS =
      Set.of("layer", "version", "domain", "fields", "lists", "territories", "rules", "examples");

  /** What documents say about themselves; it decides nothing and may stand anywhere. */
  private static final Set<String> NOTES =
      Set.of("name", "description", "comment", "semantics", "planted", "expected");

  private final JsonReading reading = new JsonReading();
  private final JsonDomains domains;
  private final JsonParts parts;

  private JsonRulesReader(Set<String> prefixed) {
    this.domains = new JsonDomains(prefixed, reading.problems());
    this.parts = new JsonParts(reading, new JsonConditions(reading, domains));
  }

  static JsonRules read(Source source) {
    List<JsonRules> layers = readLayers(source);
    if (layers.size() > 1) {
      throw ProblemException.of(
          new RuleProblem.SeveralLayers(
              layers.getFirst().rules().layer(),
              layers.get(1).rules().layer(),
              new Span(source.name(), 1, 1, 1)));
    }
    return layers.getFirst();
  }

  static List<JsonRules> readLayers(Source source) {
    LocatedJson document = LocatedJson.read(source);
    var around = new JsonReading();
    List<LocatedJson> layers = layers(document, around);
    List<Problem> problems = new ArrayList<>(around.problems());
    List<JsonRules> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (LocatedJson layer : layers) {
      JsonRules rules = read(layer);
      read.add(rules);
      problems.addAll(rules.problems());
      if (!names.add(rules.rules().layer())) {
        problems.add(new RuleProblem.Duplicate("layer", rules.rules().layer(), layer.span()));
      }
    }
    if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      throw new ProblemException(problems);
    }
    return around.problems().isEmpty() ? read : withFirst(read, around.problems());
  }

  /** What is told of the whole document is told with its first layer. */
  private static List<JsonRules> withFirst(List<JsonRules> read, List<Problem> around) {
    List<JsonRules> told = new ArrayList<>(read);
    told.set(0, read.getFirst().withProblems(around));
    return told;
  }

  private static List<LocatedJson> layers(LocatedJson document, JsonReading around) {
    if (!(document instanceof LocatedJson.Fields fields) || fields.find("layers") == null) {
      return List.of(document);
    }
    fields
        .all()
        .forEach((key, value) -> {
          if (KEYS.contains(key)) {
            around.add(new DocumentProblem.Beside(key, "layers", value.span()));
          } else if (!key.equals("layers") && !NOTES.contains(key)) {
            around.add(new DocumentProblem.UnreadKey(key, List.of("layers"), value.span()));
          }
        });
    List<LocatedJson> layers = around.items(fields, "layers", "a list of layers");
    if (layers.isEmpty() && around.problems().isEmpty()) {
      around.unexpected("at least one layer", fields);
    }
    return layers;
  }

  private static JsonRules read(LocatedJson document) {
    Set<String> prefixed = new HashSet<>();
    collectPrefixed(document, prefixed);
    var reader = new JsonRulesReader(prefixed);
    RuleSet rules = reader.ruleSet(document);
    return new JsonRules(rules, reader.domains, reader.reading.problems());
  }

  private static void collectPrefixed(LocatedJson json, Set<String> prefixed) {
    switch (json) {
      case LocatedJson.Fields fields -> {
        if (fields.find("op") instanceof LocatedJson.Text op
            && op.value().equals("prefix")
            && fields.find("field") instanceof LocatedJson.Text field) {
          prefixed.add(field.value());
        }
        fields.all().values().forEach(value -> collectPrefixed(value, prefixed));
      }
      case LocatedJson.Items items -> items.all().forEach(item -> collectPrefixed(item, prefixed));
      case LocatedJson.Text text -> {}
      case LocatedJson.Amount amount -> {}
      case LocatedJson.Word word -> {}
    }
  }

  private RuleSet ruleSet(LocatedJson document) {
    if (!(document instanceof LocatedJson.Fields fields)) {
      reading.unexpected("an object with rules", document);
      domains.readDeclared(List.of());
      return RuleSet.of("rules", "", List.of(), List.of());
    }
    requireRead(fields);
    switch (fields.find("domain")) {
      case null -> domains.readDeclared(reading.parts(fields, "fields", parts::field));
      case LocatedJson.Fields declared -> domains.read(declared);
      case LocatedJson other -> reading.unexpected("an object of domains", other);
    }
    List<ValueList> lists = reading.parts(fields, "lists", parts::list);
    reading.parts(fields, "territories", parts::territory);
    List<Rule> rules = new ArrayList<>();
    for (LocatedJson rule : reading.items(fields, "rules", "a list of rules")) {
      parts.rule(rule).ifPresent(rules::add);
    }
    return new RuleSet(
        reading.findText(fields, "layer").orElse("rules"),
        reading.findText(fields, "version").orElse(""),
        domains.declared(),
        parts.territories(),
        lists,
        rules,
        reading.parts(fields, "examples", parts::example));
  }

  /** Nothing of a document is passed over without a word. */
  private void requireRead(LocatedJson.Fields fields) {
    LocatedJson declared = fields.find("fields");
    if (declared != null && fields.find("domain") != null) {
      reading.add(new DocumentProblem.Beside("fields", "domain", declared.span()));
    }
    fields
        .all()
        .forEach((key, value) -> {
          if (!KEYS.contains(key) && !NOTES.contains(key)) {
            reading.add(
                new DocumentProblem.UnreadKey(key, KEYS.stream().sorted().toList(), value.span()));
          }
        });
  }
}
