package bailiwick.rules.check;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Example;
import bailiwick.rules.syntax.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks examples: their fields, values and territories. */
final class ExampleChecker {

  private final Dimensions dimensions;
  private final ConditionChecker conditions;
  private final Set<TerritoryCode> territories;
  private final List<RuleProblem> problems;

  ExampleChecker(
      Dimensions dimensions,
      ConditionChecker conditions,
      Set<TerritoryCode> territories,
      List<RuleProblem> problems) {
    this.dimensions = dimensions;
    this.conditions = conditions;
    this.territories = territories;
    this.problems = problems;
  }

  void check(Example example) {
    for (Example.Given given : example.given()) {
      Value field = given.dimension();
      if (!field.text().equals(Dimension.TAG)) {
        Optional<Dimension> dimension = dimensions.find(field.text());
        if (dimension.isPresent()) {
          conditions.checkGiven(dimension.get(), given.value());
        } else {
          problems.add(
              new RuleProblem.UnknownField(field.text(), conditions.known(), field.span()));
        }
      }
    }
    if (example.expected() != null && !territories.contains(example.expected())) {
      problems.add(new RuleProblem.UnknownTerritory(example.expected().value(), example.span()));
    }
  }
}
