package bailiwick.server.route;

import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.server.route.RouteWire.RuleView;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A rule set as JSON, for programs; people read its text.
 *
 * @param layer the coverage responsibility
 * @param version name of the version
 * @param rules in order
 */
public record RuleDocument(String layer, String version, List<RuleView> rules) {

  /** The document of a rule set. */
  public static RuleDocument of(RuleSet set) {
    return new RuleDocument(
        set.layer(),
        set.version(),
        IntStream.range(0, set.rules().size())
            .mapToObj(number -> {
              var rule = set.rules().get(number);
              return new RuleView(
                  number,
                  rule.id().value(),
                  rule.priority(),
                  RulePrinter.print(rule.condition()),
                  rule.territory().value());
            })
            .toList());
  }
}
