package bailiwick.rules.lookup;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the examples of a rule set. */
final class ExampleCheck {

  private ExampleCheck() {}

  /** One problem for each example that does not come out as it says. */
  static List<RuleProblem> check(RuleLookup lookup) {
    List<RuleProblem> problems = new ArrayList<>();
    for (Example example : lookup.rules().examples()) {
      int winner = lookup.findWinner(subject(example, lookup));
      Optional<TerritoryCode> actual =
          winner == RuleLookup.NONE
              ? Optional.empty()
              : Optional.of(lookup.rule(winner).territory());
      if (!actual.equals(Optional.ofNullable(example.expected()))) {
        problems.add(
            new RuleProblem.ExampleFails(
                shown(Optional.ofNullable(example.expected())),
                shown(actual),
                winner == RuleLookup.NONE
                    ? "No rule holds for it."
                    : "The rule `%s` wins.".formatted(lookup.rule(winner).id()),
                example.span()));
      }
    }
    return problems;
  }

  private static Subject subject(Example example, RuleLookup lookup) {
    Subject subject = Subject.UNKNOWN;
    for (Example.Given given : example.given()) {
      String name = given.dimension().text();
      Dimension dimension = lookup.dimensions().find(name).orElseThrow();
      subject = subject.with(name, Readings.read(dimension, given.value().text()).orElseThrow());
    }
    return subject;
  }

  private static String shown(Optional<TerritoryCode> territory) {
    return territory.map(code -> "`%s`".formatted(code)).orElse("nobody");
  }
}
