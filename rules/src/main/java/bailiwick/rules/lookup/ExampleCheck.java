package bailiwick.rules.lookup;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Example;
import java.util.Optional;

/** Runs the examples of a rule set. */
final class ExampleCheck {

  private ExampleCheck() {}

  /**
   * What is wrong with an example, if anything.
   *
   * @param when such as {@code On 2026-03-01}, empty when the rules are the same on every day
   */
  static Optional<RuleProblem> check(Example example, RuleLookup lookup, String when) {
    int winner = lookup.findWinner(subject(example, lookup));
    Optional<TerritoryCode> actual =
        winner == RuleLookup.NONE ? Optional.empty() : Optional.of(lookup.rule(winner).territory());
    if (actual.equals(Optional.ofNullable(example.expected()))) {
      return Optional.empty();
    }
    return Optional.of(
        new RuleProblem.ExampleFails(
            shown(Optional.ofNullable(example.expected())),
            shown(actual),
            why(winner, lookup, when),
            example.span()));
  }

  private static String why(int winner, RuleLookup lookup, String when) {
    String said =
        winner == RuleLookup.NONE
            ? "no rule holds for it."
            : "the rule `%s` wins.".formatted(lookup.rule(winner).id());
    return when.isEmpty()
        ? Character.toUpperCase(said.charAt(0)) + said.substring(1)
        : when + " " + said;
  }

  private static Subject subject(Example example, RuleLookup lookup) {
    Subject subject = Subject.UNKNOWN;
    for (Example.Given given : example.given()) {
      String name = given.dimension().text();
      String text = given.value().text();
      subject =
          name.equals(Dimension.TAG)
              ? subject.withTag(text)
              : subject.with(name, read(lookup.dimensions().find(name).orElseThrow(), text));
    }
    return subject;
  }

  private static AttributeValue read(Dimension dimension, String text) {
    return Readings.read(dimension, text).orElseThrow();
  }

  private static String shown(Optional<TerritoryCode> territory) {
    return territory.map(code -> "`%s`".formatted(code)).orElse("nobody");
  }
}
