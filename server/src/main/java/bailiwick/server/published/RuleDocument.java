package bailiwick.server.published;

import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
import io.swagger.v3.oas.annotations.media.Schema;
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

  /** A rule. */
  @Schema(description = "A rule.")
  public record RuleView(
      @Schema(description = "0-based number.", example = "0") int number,
      @Schema(description = "Name.", example = "T07 areas") String name,
      @Schema(description = "Priority; the lowest number wins.", example = "100") int priority,
      @Schema(description = "Condition as text.", example = "area within US/IL/17031")
          String condition,
      @Schema(description = "Territory it sends to.", example = "T07") String territoryCode) {}
}
