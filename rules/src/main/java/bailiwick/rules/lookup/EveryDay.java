package bailiwick.rules.lookup;

import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Example;
import bailiwick.rules.syntax.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rules on every day on which some of them count: one lookup for each run of days on which the same
 * rules do. Not thread-safe.
 */
final class EveryDay {

  private final CheckedRules checked;
  private final NavigableSet<LocalDate> changes;
  private final Set<Example> failed = new HashSet<>();
  private final List<RuleProblem> failures = new ArrayList<>();

  private EveryDay(CheckedRules checked) {
    this.checked = checked;
    this.changes = new TreeSet<>(checked.rules().changeDates());
  }

  /** One problem for each example that does not come out as it says on some day. */
  static List<RuleProblem> failingExamples(CheckedRules checked, RuleLookup built) {
    var days = new EveryDay(checked);
    if (days.changes.isEmpty()) {
      days.run(checked.rules().examples(), built, "");
    } else if (!checked.rules().examples().isEmpty()) {
      days.starts().forEach(start -> days.run(start, days.lookup(start)));
    }
    return days.failures;
  }

  /** The same, after warnings about rules that have no effect on any day on which they count. */
  static List<RuleProblem> problems(CheckedRules checked) {
    var days = new EveryDay(checked);
    if (days.changes.isEmpty()) {
      var builder = new LookupBuilder(checked);
      days.run(checked.rules().examples(), builder.build(), "");
      return joined(builder.warnings(), days.failures);
    }
    Map<String, Integer> live = new HashMap<>();
    Map<String, Integer> idle = new HashMap<>();
    List<RuleProblem> warnings = new ArrayList<>();
    for (LocalDate start : days.starts()) {
      CheckedRules then = checked.on(start);
      for (Rule rule : then.rules().rules()) {
        live.merge(rule.id().value(), 1, Integer::sum);
      }
      var builder = new LookupBuilder(then);
      days.run(start, builder.build());
      builder.warnings().forEach(warning -> idle.merge(ruleOf(warning), 1, Integer::sum));
      warnings.addAll(builder.warnings());
    }
    Set<String> told = new HashSet<>();
    warnings.removeIf(warning -> {
      String rule = ruleOf(warning);
      return !Objects.equals(live.get(rule), idle.get(rule)) || !told.add(rule);
    });
    return joined(warnings, days.failures);
  }

  private static List<RuleProblem> joined(List<RuleProblem> first, List<RuleProblem> then) {
    List<RuleProblem> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  private static String ruleOf(RuleProblem warning) {
    return switch (warning) {
      case RuleProblem.NeverHolds never -> never.rule();
      case RuleProblem.Shadowed shadowed -> shadowed.rule();
      default -> throw new IllegalStateException("No warning of a lookup: " + warning);
    };
  }

  /** The first day of each run, and the last day before the first change. */
  private List<LocalDate> starts() {
    List<LocalDate> starts = new ArrayList<>(List.of(changes.first().minusDays(1)));
    starts.addAll(changes);
    return starts;
  }

  private RuleLookup lookup(LocalDate day) {
    return new LookupBuilder(checked.on(day)).build();
  }

  private void run(LocalDate start, RuleLookup lookup) {
    List<Example> speaking =
        checked.rules().examples().stream()
            .filter(example -> speaksOf(example, start, lookup))
            .toList();
    run(speaking, lookup, "On " + start);
  }

  /** Whether an example speaks of the run of days that starts on a day. */
  private boolean speaksOf(Example example, LocalDate start, RuleLookup lookup) {
    LocalDate day = example.day();
    if (day == null) {
      return lookup.ruleCount() > 0;
    }
    LocalDate begun = changes.floor(day);
    return begun == null ? !changes.contains(start) : begun.equals(start);
  }

  private void run(List<Example> examples, RuleLookup lookup, String when) {
    for (Example example : examples) {
      if (!failed.contains(example)) {
        ExampleCheck.check(example, lookup, on(example, when))
            .ifPresent(problem -> {
              failed.add(example);
              failures.add(problem);
            });
      }
    }
  }

  private static String on(Example example, String when) {
    return when.isEmpty() || example.day() == null ? when : "On " + example.day();
  }
}
