package bailiwick.server.rule;

import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.check.RuleChecker;
import bailiwick.rules.lookup.Checking;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.space.DeclaredDomains;
import bailiwick.rules.space.Domain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules without errors, from whatever they were written as, with the values that their fields have.
 *
 * @param domains by the names of dimensions; one that is missing is open
 * @param fields a subject by the rules' own fields, unknown ones null
 * @param warnings what deserves a second look
 */
public record ReadRules(
    CheckedRules checked,
    Map<String, Domain> domains,
    Function<Subject, Map<String, @Nullable Object>> fields,
    List<Problem> warnings) {

  public ReadRules {
    domains = Map.copyOf(domains);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a text, and runs its examples.
   *
   * @throws ProblemException with everything that is wrong with it
   */
  public static ReadRules ofText(Source source, AreaTree areas) {
    return switch (RuleCompiler.over(Dimensions.STANDARD, areas).check(List.of(source))) {
      case Checking.Sound(var checked, var warnings) -> of(checked, warnings);
      case Checking.Unsound(var problems) -> throw new ProblemException(problems);
    };
  }

  /**
   * The same for a text of one or more layers, each by itself.
   *
   * @throws ProblemException with everything that is wrong with any of them
   */
  public static List<ReadRules> ofTextLayers(Source source, AreaTree areas) {
    List<ReadRules> read = new ArrayList<>();
    List<RuleProblem> problems = new ArrayList<>();
    for (Checking layer : RuleCompiler.over(Dimensions.STANDARD, areas).checkLayers(source)) {
      switch (layer) {
        case Checking.Sound(var checked, var warnings) -> read.add(of(checked, warnings));
        case Checking.Unsound unsound -> problems.addAll(unsound.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return read;
  }

  /** The name of the layer. */
  public String layer() {
    return checked.rules().layer();
  }

  /** The rules of a compiled version, over every value that there may be. */
  public static ReadRules of(RuleLookup lookup, List<? extends Problem> warnings) {
    return of(new CheckedRules(lookup.rules(), lookup.dimensions()), warnings);
  }

  private static ReadRules of(CheckedRules checked, List<? extends Problem> warnings) {
    return new ReadRules(
        checked,
        DeclaredDomains.of(checked),
        subject -> fields(subject, checked.dimensions()),
        List.copyOf(warnings));
  }

  /**
   * Reads a JSON document, which may say which values its fields have.
   *
   * @throws ProblemException with everything that is wrong with it
   */
  public static ReadRules ofJson(Source source) {
    return of(JsonRules.read(source));
  }

  /**
   * The same for a document of one or more layers, each by itself.
   *
   * @throws ProblemException with everything that is wrong with it
   */
  public static List<ReadRules> ofJsonLayers(Source source) {
    return JsonRules.readLayers(source).stream().map(ReadRules::of).toList();
  }

  private static ReadRules of(JsonRules read) {
    return switch (check(read)) {
      case Checking.Sound(var checked, var warnings) ->
          new ReadRules(
              checked,
              DeclaredDomains.of(checked),
              read::fields,
              Stream.<Problem>concat(read.problems().stream(), warnings.stream()).toList());
      case Checking.Unsound(var problems) -> throw new ProblemException(problems);
    };
  }

  // Documents are large where programs write them, and few have examples to run.
  private static Checking check(JsonRules read) {
    if (!read.rules().examples().isEmpty()) {
      return RuleCompiler.withoutAreas(read.dimensions()).check(read.rules());
    }
    List<RuleProblem> problems = new RuleChecker(read.dimensions(), null).check(read.rules());
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)
        ? new Checking.Unsound(problems)
        : new Checking.Sound(new CheckedRules(read.rules(), read.dimensions()), problems);
  }

  private static Map<String, @Nullable Object> fields(Subject subject, Dimensions dimensions) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Dimension dimension : dimensions.all()) {
      Optional<AttributeValue> value = subject.find(dimension.name());
      fields.put(dimension.name(), value.map(known -> known.text(dimension)).orElse(null));
    }
    if (!subject.tags().isEmpty()) {
      fields.put("tags", subject.tags());
    }
    return fields;
  }

  /** The rules as they stand on a day. */
  public ReadRules on(LocalDate day) {
    return new ReadRules(checked.on(day), domains, fields, warnings);
  }

  /** A subject in words: what is known of it. */
  public String words(Subject subject) {
    String known =
        fields.apply(subject).entrySet().stream()
            .filter(field -> field.getValue() != null)
            .map(field -> field.getKey() + " " + field.getValue())
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? "what nothing is known of" : known;
  }
}
