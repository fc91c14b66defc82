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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns rules into a {@link RuleLookup}: parse, check, build, run the examples. Immutable and
 * thread-safe.
 */
public final class RuleCompiler {

  private final Dimensions dimensions;
  private final @Nullable AreaTree areas;
  private final @Nullable LocalDate day; // null for rules that are the same on every day

  private RuleCompiler(Dimensions dimensions, @Nullable AreaTree areas, @Nullable LocalDate day) {
    this.dimensions = dimensions;
    this.areas = areas;
    this.day = day;
  }

  /** A compiler for rules over these dimensions that checks areas against a geography. */
  public static RuleCompiler over(Dimensions dimensions, AreaTree areas) {
    return new RuleCompiler(dimensions, areas, null);
  }

  /** A compiler that takes every area on trust. */
  public static RuleCompiler withoutAreas(Dimensions dimensions) {
    return new RuleCompiler(dimensions, null, null);
  }

  /** The same compiler for the rules that count on a day. Examples run for every day. */
  public RuleCompiler on(LocalDate day) {
    return new RuleCompiler(dimensions, areas, day);
  }

  /**
   * Compiles rule files that make up one version of one layer.
   *
   * @throws IllegalArgumentException when there is no file, or when the rules are not the same on
   *     every day and no {@link #on day} was given
   */
  public Compilation compile(List<Source> sources) {
    Read read = read(sources);
    return read.problems().isEmpty()
        ? compile(read.rules())
        : new Compilation.Rejected(read.problems());
  }

  /**
   * Compiles a rule set that is a tree already, such as the cover of an alignment.
   *
   * @throws IllegalArgumentException when the rules are not the same on every day and no {@link #on
   *     day} was given
   */
  public Compilation compile(RuleSet rules) {
    List<RuleProblem> problems = new RuleChecker(dimensions, areas).check(rules);
    if (hasErrors(problems)) {
      return new Compilation.Rejected(problems);
    }
    var checked = new CheckedRules(rules, dimensions);
    var builder = new LookupBuilder(onDay(checked));
    RuleLookup lookup = builder.build();
    problems.addAll(builder.warnings());
    problems.addAll(EveryDay.failingExamples(checked, lookup));
    return hasErrors(problems)
        ? new Compilation.Rejected(problems)
        : new Compilation.Compiled(lookup, problems);
  }

  /**
   * Compiles rules that were checked, as they stand on a day.
   *
   * @throws IllegalArgumentException when the rules are not the same on every day
   */
  public static RuleLookup compile(CheckedRules checked) {
    return new LookupBuilder(withoutAreas(checked.dimensions()).onDay(checked)).build();
  }

  /**
   * Checks rule files that make up one version of one layer, and runs their examples, on every day.
   *
   * @throws IllegalArgumentException when there is no file
   */
  public Checking check(List<Source> sources) {
    Read read = read(sources);
    return read.problems().isEmpty() ? check(read.rules()) : new Checking.Unsound(read.problems());
  }

  /** The same for a rule set that is a tree already. */
  public Checking check(RuleSet rules) {
    List<RuleProblem> problems = new RuleChecker(dimensions, areas).check(rules);
    if (hasErrors(problems)) {
      return new Checking.Unsound(problems);
    }
    var checked = new CheckedRules(rules, dimensions);
    problems.addAll(EveryDay.problems(checked));
    return hasErrors(problems)
        ? new Checking.Unsound(problems)
        : new Checking.Sound(checked, problems);
  }

  /**
   * Checks a file of one or more layers, each by itself, as {@link #check(List)} does; two of one
   * name are a problem of the second. In the order of the file.
   */
  public List<Checking> checkLayers(Source source) {
    Set<String> names = new HashSet<>();
    List<Checking> checked = new ArrayList<>();
    for (Parsed layer : RuleParser.parseLayers(source)) {
      List<RuleProblem> problems = new ArrayList<>(layer.problems());
      String name = layer.rules().layer();
      if (!names.add(name)) {
        problems.add(new RuleProblem.Duplicate("layer", name, layer.header()));
      }
      checked.add(check(complete(layer.rules(), problems)));
    }
    return checked;
  }

  private Checking check(Read read) {
    return read.problems().isEmpty() ? check(read.rules()) : new Checking.Unsound(read.problems());
  }

  /** Compiles one layer of a file. */
  public Compilation compile(Parsed layer) {
    Read read = complete(layer.rules(), new ArrayList<>(layer.problems()));
    return read.problems().isEmpty()
        ? compile(read.rules())
        : new Compilation.Rejected(read.problems());
  }

  /** All files as one rule set; complete only when there is no problem. */
  private record Read(RuleSet rules, List<RuleProblem> problems) {}

  private Read read(List<Source> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("The rule files must be at least one.");
    }
    List<RuleProblem> problems = new ArrayList<>();
    List<Parsed> parsed = sources.stream().map(RuleParser::parse).toList();
    parsed.forEach(file -> problems.addAll(file.problems()));
    return complete(SourceMerger.merge(parsed, problems), problems);
  }

  // What could not be read would only bring up problems that are none.
  private Read complete(RuleSet rules, List<RuleProblem> problems) {
    if (!problems.isEmpty()) {
      new RuleChecker(dimensions, areas)
          .check(rules).stream().filter(problem -> !isConsequence(problem)).forEach(problems::add);
    }
    return new Read(rules, problems);
  }

  private CheckedRules onDay(CheckedRules checked) {
    if (day != null) {
      return checked.on(day);
    }
    List<LocalDate> dates = checked.rules().changeDates();
    if (!dates.isEmpty()) {
      throw new IllegalArgumentException(
          "The rules change on %s, so a day must be given to compile them for."
              .formatted(dates.getFirst()));
    }
    return checked;
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
