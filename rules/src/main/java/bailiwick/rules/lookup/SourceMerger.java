package bailiwick.rules.lookup;

import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Parsed;
import bailiwick.rules.syntax.RuleSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Joins the files of one layer and version into one rule set. */
final class SourceMerger {

  private SourceMerger() {}

  static RuleSet merge(List<Parsed> parsed, List<RuleProblem> problems) {
    RuleSet first = parsed.getFirst().rules();
    for (Parsed file : parsed) {
      RuleSet other = file.rules();
      boolean headed = !other.layer().isEmpty();
      if (headed && !title(other).equals(title(first))) {
        problems.add(new RuleProblem.DifferentLayers(title(first), title(other), file.header()));
      }
    }
    return new RuleSet(
        first.layer(),
        first.version(),
        joined(parsed, RuleSet::fields),
        joined(parsed, RuleSet::territories),
        joined(parsed, RuleSet::lists),
        joined(parsed, RuleSet::rules),
        joined(parsed, RuleSet::examples));
  }

  private static String title(RuleSet rules) {
    return rules.version().isEmpty()
        ? "`%s`".formatted(rules.layer())
        : "`%s` version `%s`".formatted(rules.layer(), rules.version());
  }

  private static <T> List<T> joined(List<Parsed> parsed, Function<RuleSet, List<T>> part) {
    return parsed.stream().map(Parsed::rules).map(part).flatMap(Collection::stream).toList();
  }
}
