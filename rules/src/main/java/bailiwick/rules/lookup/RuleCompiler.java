package bailiwick.rules.lookup;

import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.Severity;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.check.RuleChecker;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.Parsed;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns rules into a {@link RuleLookup}: parse, check, build, run the examples. Immutable and
 * thread-safe.
 */
public final class RuleCompiler {

  private final Dimensions dimensions;
  private final @Nullable AreaTree areas;

  private RuleCompiler(Dimensions dimensions, @Nullable AreaTree areas) {
    this.dimensions = dimensions;
    this.areas = areas;
  }

  /** A compiler for rules over these dimensions that checks areas against a geography. */
  public static RuleCompiler over(Dimensions dimensions, AreaTree areas) {
    return new RuleCompiler(dimensions, areas);
  }

  /** A compiler that takes every area on trust. */
  public static RuleCompiler withoutAreas(Dimensions dimensions) {
    return new RuleCompiler(dimensions, null);
  }

  /**
   * Compiles rule files that make up one version of one layer.
   *
   * @throws IllegalArgumentException when there is no file
   */
  public Compilation compile(List<Source> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("The rule files must be at least one.");
    }
    List<RuleProblem> problems = new ArrayList<>();
    List<Parsed> parsed = sources.stream().map(RuleParser::parse).toList();
    parsed.forEach(file -> problems.addAll(file.problems()));
    RuleSet rules = SourceMerger.merge(parsed, problems);
    // What could not be read would only bring up problems that are none.
    if (problems.isEmpty()) {
      return compile(rules);
    }
    new RuleChecker(dimensions, areas)
        .check(rules).stream().filter(problem -> !isConsequence(problem)).forEach(problems::add);
    return new Compilation.Rejected(problems);
  }

  /** Compiles a rule set that is a tree already, such as the cover of an alignment. */
  public Compilation compile(RuleSet rules) {
    List<RuleProblem> problems = new RuleChecker(dimensions, areas).check(rules);
    if (hasErrors(problems)) {
      return new Compilation.Rejected(problems);
    }
    var builder = new LookupBuilder(new CheckedRules(rules, dimensions));
    RuleLookup lookup = builder.build();
    problems.addAll(builder.warnings());
    problems.addAll(ExampleCheck.check(lookup));
    return hasErrors(problems)
        ? new Compilation.Rejected(problems)
        : new Compilation.Compiled(lookup, problems);
  }

  private static boolean isConsequence(RuleProblem problem) {
    return switch (problem) {
      case RuleProblem.NoRules none -> true;
      case RuleProblem.UnknownList list -> true;
      case RuleProblem.UnusedList list -> true;
      case RuleProblem.UnknownTerritory territory -> true;
      default -> false;
    };
  }

  private static boolean hasErrors(List<RuleProblem> problems) {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
