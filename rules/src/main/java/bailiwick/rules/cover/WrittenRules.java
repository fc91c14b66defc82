package bailiwick.rules.cover;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.check.Hierarchy;
import bailiwick.rules.check.RuleChecker;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Parsed;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules that a planner wrote by hand, to stand before the areas of a plan. Immutable.
 *
 * <p>They are written in the rule language. Accounts are named by the ids that people know, such as
 * {@code A-000123}, until {@link #withAccounts} puts the account's own in their place.
 */
public final class WrittenRules {

  /** No rules. */
  public static final WrittenRules NONE =
      new WrittenRules(
          "",
          RuleSet.of("", "", List.of(), List.of()),
          RuleSet.of("", "", List.of(), List.of()),
          Span.NONE,
          List.of());

  /** Priority of a rule that names none: after named accounts, before areas. */
  public static final int USUAL_PRIORITY = 50;

  private final String text;
  private final RuleSet asWritten;
  private final RuleSet rules; // without hierarchy
  private final Span header;
  private final List<WrittenProblem> unknown;

  private WrittenRules(
      String text, RuleSet asWritten, RuleSet rules, Span header, List<WrittenProblem> unknown) {
    this.text = text;
    this.asWritten = asWritten;
    this.rules = rules;
    this.header = header;
    this.unknown = List.copyOf(unknown);
  }

  /**
   * Reads rules; a blank text holds none. O(length of the text).
   *
   * @throws ProblemException with every place that cannot be read, and every rule with dates
   */
  public static WrittenRules read(Source source) {
    if (source.text().isBlank()) {
      return NONE;
    }
    Parsed parsed = RuleParser.parse(source, USUAL_PRIORITY);
    List<Problem> problems = new ArrayList<>(parsed.problems());
    parsed.rules().rules().stream()
        .filter(rule -> !rule.period().isAlways())
        .map(rule -> new WrittenProblem.Dated(rule.id().value(), rule.period().span()))
        .forEach(problems::add);
    problems.addAll(Hierarchy.problems(parsed.rules()));
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new WrittenRules(
        source.text(),
        parsed.rules(),
        withoutHierarchy(parsed.rules()),
        parsed.header(),
        List.of());
  }

  /** What stands above others and has no rule is no territory of the plan. */
  private static RuleSet withoutHierarchy(RuleSet rules) {
    Set<String> above = new HashSet<>();
    for (TerritoryTitle title : rules.territories()) {
      Value under = title.scope().under();
      if (under != null) {
        above.add(under.text());
      }
    }
    rules.rules().forEach(rule -> above.remove(rule.territory().value()));
    RuleSet flat = Hierarchy.flattened(rules);
    return flat.withTerritories(
        flat.territories().stream()
            .filter(title -> !above.contains(title.code().value()))
            .toList());
  }

  /** As written; empty when there are none. */
  public String text() {
    return text;
  }

  /** Whether nothing is written. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /**
   * The rules as a tree, its places those of the text; each asks by itself for what its territory
   * and those above it ask.
   */
  public RuleSet rules() {
    return rules;
  }

  /**
   * The rules alone, without the plan they stand before. O(values that they name).
   *
   * @throws ProblemException when they cannot decide, which none can that were proven
   */
  public RuleLookup lookup() {
    // Examples speak of the whole set.
    RuleSet alone = rules.withExamples(List.of());
    return switch (RuleCompiler.withoutAreas(Dimensions.STANDARD).compile(alone)) {
      case Compilation.Compiled compiled -> compiled.lookup();
      case Compilation.Rejected rejected -> throw new ProblemException(rejected.problems());
    };
  }

  /**
   * What does not fit a plan, whatever its areas: another layer, territories that it lacks,
   * priorities of its own rules, accounts that are not known. Empty when all fits. O(rules).
   *
   * @param layer that the plan is published in
   * @param territories that the plan has
   */
  public List<WrittenProblem> unfitting(String layer, List<TerritoryCode> territories) {
    return WrittenFit.problems(this, layer, territories);
  }

  /**
   * What they ask that cannot be asked, such as a field that is not there: each at its place, once,
   * however many rules stand under it. O(values that they name).
   */
  List<RuleProblem> unaskable(AreaTree areas) {
    return new RuleChecker(Dimensions.STANDARD, areas)
        .check(asWritten.withExamples(List.of())).stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .filter(problem -> !(problem instanceof RuleProblem.NoRules))
            .toList();
  }

  /** Accounts that were named but are not known. */
  List<WrittenProblem> unknownAccounts() {
    return unknown;
  }

  /** The accounts that rules, lists and examples name, as written, in order. */
  public List<String> accounts() {
    return List.copyOf(AccountValues.in(rules));
  }

  /**
   * An account by the id that people know.
   *
   * @param name as shown to people
   */
  public record KnownAccount(AccountId id, String name) {

    /** What is known of an account. */
    public static KnownAccount of(Account account) {
      return new KnownAccount(account.id(), account.name());
    }
  }

  /**
   * A copy that names accounts by their own ids, labelled in lists by their names. Those that are
   * not known are told when the rules are proven.
   *
   * @param known by the ids that people know
   */
  public WrittenRules withAccounts(Map<String, KnownAccount> known) {
    Set<WrittenProblem> missing = new LinkedHashSet<>(); // what stands above rules comes with each
    RuleSet resolved =
        AccountValues.replaced(
            rules,
            value -> {
              KnownAccount account = known.get(value.text());
              if (account == null) {
                missing.add(new WrittenProblem.UnknownAccount(value.text(), value.span()));
                return value;
              }
              return new Value(account.id().toString(), value.span());
            });
    List<ValueList> labelled = new ArrayList<>();
    for (int list = 0; list < rules.lists().size(); list++) {
      labelled.add(labelled(rules.lists().get(list), resolved.lists().get(list), known));
    }
    return new WrittenRules(
        text, asWritten, resolved.withLists(labelled), header, List.copyOf(missing));
  }

  private static ValueList labelled(
      ValueList written, ValueList resolved, Map<String, KnownAccount> known) {
    List<ValueList.Entry> entries = new ArrayList<>();
    for (int entry = 0; entry < written.entries().size(); entry++) {
      ValueList.Entry of = resolved.entries().get(entry);
      KnownAccount account =
          AccountValues.areIn(written.dimension())
              ? known.get(written.entries().get(entry).value().text())
              : null;
      entries.add(
          of.label().isEmpty() && account != null
              ? new ValueList.Entry(of.value(), account.name())
              : of);
    }
    return new ValueList(resolved.name(), resolved.dimension(), entries, resolved.span());
  }

  /** Where the name of the layer stands. */
  Span header() {
    return header;
  }
}
