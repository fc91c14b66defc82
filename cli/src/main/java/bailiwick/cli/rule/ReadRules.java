package bailiwick.cli.rule;

import bailiwick.atlas.Atlas;
import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.check.RuleChecker;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.space.Domain;
import bailiwick.server.rule.JsonRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a file without errors, with the values that its fields have.
 *
 * @param domains by the names of dimensions; one that is missing is open
 * @param fields a subject by the file's own fields, unknown ones null
 */
record ReadRules(
    CheckedRules checked,
    Map<String, Domain> domains,
    Function<Subject, Map<String, @Nullable Object>> fields) {

  /**
   * Reads a text or, by its name, a JSON document, and prints its warnings.
   *
   * @throws ProblemException with everything that is wrong with it
   */
  static ReadRules read(Path file, Path atlas, String country, PrintWriter err) throws IOException {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
      return ofJson(RuleFiles.source(file), err);
    }
    Atlas geography = Atlas.open(atlas);
    KnownCountry.require(geography, country);
    RuleLookup lookup = RuleFiles.compile(file, geography, country, err);
    var checked = new CheckedRules(lookup.rules(), lookup.dimensions());
    return new ReadRules(checked, Map.of(), subject -> fields(subject, lookup.dimensions()));
  }

  private static ReadRules ofJson(Source source, PrintWriter err) {
    JsonRules read = JsonRules.read(source);
    List<RuleProblem> problems = new RuleChecker(read.dimensions(), null).check(read.rules());
    if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      throw new ProblemException(problems);
    }
    new ProblemPrinter(err).print(problems);
    var checked = new CheckedRules(read.rules(), read.dimensions());
    return new ReadRules(checked, read.domains(), read::fields);
  }

  private static Map<String, @Nullable Object> fields(Subject subject, Dimensions dimensions) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Dimension dimension : dimensions.all()) {
      Optional<AttributeValue> value = subject.find(dimension.name());
      fields.put(dimension.name(), value.map(known -> known.text(dimension)).orElse(null));
    }
    return fields;
  }

  /** A subject in words: what is known of it. */
  String words(Subject subject) {
    String known =
        fields.apply(subject).entrySet().stream()
            .filter(field -> field.getValue() != null)
            .map(field -> field.getKey() + " " + field.getValue())
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? "what nothing is known of" : known;
  }
}
