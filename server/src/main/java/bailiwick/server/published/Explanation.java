package bailiwick.server.published;

import bailiwick.rules.decide.Decision;
import bailiwick.rules.decide.Trace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why published rules decide as they do, as JSON. */
@Schema(description = "Why the published rules decide as they do.")
public record Explanation(
    @Schema(
            description = "Why, in one sentence.",
            example = "Its postcode 60614 lies in T07 Chicago North.")
        String reason,
    @Schema(description = "Text of the rule that won.", example = "area in US/IL/17031/60614")
        @Nullable String rule,
    @Schema(description = "Rules tried, the winner first.") List<TraceStep> trace,
    @Schema(
            description = "The smallest change that would send it elsewhere.",
            example = "With the postcode 60618 it would go to T11.")
        @Nullable String otherwise) {

  /** A rule that was tried. */
  @Schema(description = "A rule that was tried.")
  public record TraceStep(
      @Schema(description = "Text of the rule.", example = "area in US/IL/17031/60614 -> T07")
          String rule,
      @Schema(description = "Priority; the lowest number wins.", example = "100") int priority,
      @Schema(description = "Territory it sends to.", example = "T07") String territoryCode,
      @Schema(description = "Whether it held.", example = "true") boolean held,
      @Schema(description = "Whether it decided.", example = "true") boolean won,
      @Schema(description = "Why, in one sentence.", example = "The area lies in 60614.")
          String why) {}

  /** Tells a decision. */
  public static Explanation of(Decision decision) {
    Trace trace = decision.trace();
    boolean routed = decision instanceof Decision.Routed;
    return new Explanation(
        decision.reason(),
        routed && !trace.held().isEmpty() ? trace.held().getFirst().condition().text() : null,
        steps(trace, routed),
        change(trace.change()));
  }

  /** The same with a sentence before the reason. */
  public Explanation behind(String sentence) {
    return new Explanation(sentence + " " + reason, rule, trace, otherwise);
  }

  private static List<TraceStep> steps(Trace trace, boolean routed) {
    List<TraceStep> steps = new ArrayList<>();
    for (int k = 0; k < trace.held().size(); k++) {
      steps.add(step(trace.held().get(k), routed && k == 0));
    }
    for (Trace.RuleTrace rule : trace.nearest()) {
      steps.add(step(rule, false));
    }
    return steps;
  }

  private static TraceStep step(Trace.RuleTrace rule, boolean won) {
    return new TraceStep(
        rule.condition().text() + " → " + rule.territory(),
        rule.priority(),
        rule.territory().value(),
        rule.held(),
        won,
        why(rule, won));
  }

  private static String why(Trace.RuleTrace rule, boolean won) {
    String value = rule.condition().value();
    String given = value.isEmpty() ? "" : " (it is %s)".formatted(value);
    if (won) {
      return "Holds%s and has the best priority.".formatted(given);
    }
    return rule.held()
        ? "Holds%s, but a rule of better priority came first.".formatted(given)
        : "Does not hold%s.".formatted(given);
  }

  private static @Nullable String change(Trace.@Nullable Change change) {
    if (change == null) {
      return null;
    }
    String what =
        change.attributes().stream()
            .map(one -> "%s %s instead of %s".formatted(one.dimension(), one.to(), one.from()))
            .collect(Collectors.joining(" and "));
    return change.territory() == null
        ? "With %s it would go to nobody.".formatted(what)
        : "With %s it would go to %s.".formatted(what, change.territory());
  }
}
