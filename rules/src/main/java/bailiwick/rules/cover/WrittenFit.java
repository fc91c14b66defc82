package bailiwick.rules.cover;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.syntax.Example;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether written rules speak of the layer, the territories and the accounts that a plan has. */
final class WrittenFit {

  private static final int MOST_NAMED = 12;

  private final WrittenRules written;
  private final RuleSet rules;
  private final String layer;
  private final List<TerritoryCode> territories;
  private final List<WrittenProblem> problems = new ArrayList<>();

  private WrittenFit(WrittenRules written, String layer, List<TerritoryCode> territories) {
    this.written = written;
    this.rules = written.rules();
    this.layer = layer;
    this.territories = territories;
  }

  /** Every layer, territory, priority and account that does not fit. */
  static List<WrittenProblem> problems(
      WrittenRules written, String layer, List<TerritoryCode> territories) {
    if (written.isEmpty()) {
      return List.of();
    }
    var fit = new WrittenFit(written, layer, territories);
    fit.checkLayer();
    fit.checkTerritories();
    fit.rules.rules().forEach(fit::checkPriority);
    fit.problems.addAll(written.unknownAccounts());
    return fit.problems;
  }

  private void checkLayer() {
    if (!rules.layer().equals(layer)) {
      problems.add(new WrittenProblem.OtherLayer(rules.layer(), layer, written.header()));
    }
  }

  private void checkTerritories() {
    rules.territories().stream()
        .filter(title -> !isKnown(title.code()))
        .map(title ->
            new WrittenProblem.UnknownTerritory(title.code().value(), known(), title.span()))
        .forEach(problems::add);
    for (Example example : rules.examples()) {
      TerritoryCode expected = example.expected();
      if (expected != null && !isKnown(expected)) {
        problems.add(
            new WrittenProblem.UnknownTerritory(expected.value(), known(), example.span()));
      }
    }
  }

  private boolean isKnown(TerritoryCode code) {
    return territories.contains(code);
  }

  private String known() {
    String first =
        territories.stream()
            .limit(MOST_NAMED)
            .map("`%s`"::formatted)
            .collect(Collectors.joining(", "));
    return territories.size() > MOST_NAMED
        ? first + " and %s more".formatted(territories.size() - MOST_NAMED)
        : first;
  }

  private void checkPriority(Rule rule) {
    if (rule.priority() >= AlignmentRules.AREA_PRIORITY
        || rule.priority() == AlignmentRules.NAMED_PRIORITY) {
      problems.add(
          new WrittenProblem.WrongPriority(rule.id().value(), rule.priority(), rule.span()));
    }
  }
}
