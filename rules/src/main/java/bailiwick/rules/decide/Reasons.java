package bailiwick.rules.decide;

import bailiwick.core.area.AreaPath;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.decide.Trace.ConditionTrace;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.lookup.Vicinity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Says in one sentence why a decision came out. Immutable and thread-safe. */
final class Reasons {

  private static final int NEAR = 200;

  private final RuleLookup lookup;

  Reasons(RuleLookup lookup) {
    this.lookup = lookup;
  }

  /** Why the rule that won holds. */
  static String ofRule(Trace.RuleTrace winner) {
    List<String> facts = new ArrayList<>();
    collectFacts(winner.condition(), facts);
    String code = winner.territory().value();
    String name = winner.territoryName();
    String territory = name.isEmpty() || name.equals(code) ? code : code + " (" + name + ")";
    String goes = "It goes to " + territory + " by the rule `" + winner.rule() + "`";
    return facts.isEmpty() ? goes + "." : goes + ": " + String.join(", and ", facts) + ".";
  }

  // Only questions that hold and stand below and / or explain why a rule holds; below a not it is
  // the whole of it.
  private static void collectFacts(ConditionTrace condition, List<String> facts) {
    if (!condition.held()) {
      return;
    }
    if (!condition.value().isEmpty()) {
      facts.add("`" + condition.text() + "` holds for " + condition.value());
    } else if (condition.text().equals("not")) {
      ConditionTrace part = condition.parts().getFirst();
      facts.add(
          part.value().isEmpty()
              ? "a `not` holds"
              : "`%s` does not hold for %s".formatted(part.text(), part.value()));
    } else {
      condition.parts().forEach(part -> collectFacts(part, facts));
    }
  }

  /** Why no rule holds. */
  String ofNobody(Subject subject, Vicinity around, Trace trace) {
    List<Dimension> asked = lookup.askedDimensions();
    return IntStream.range(0, asked.size())
        .filter(number -> asked.get(number).type() instanceof DimensionType.Area)
        .boxed()
        .findFirst()
        .flatMap(number -> ofArea(subject, asked.get(number), around.walk(number)))
        .orElseGet(() -> ofNearest(trace));
  }

  private Optional<String> ofArea(Subject subject, Dimension dimension, Vicinity.Walk others) {
    Optional<AttributeValue> area = subject.find(dimension.name());
    if (area.isEmpty()) {
      return Optional.of(
          "Nobody gets it: where it is (`%s`) is unknown, and no rule that leaves this open holds."
              .formatted(dimension.name()));
    }
    String path = area.get().text(dimension);
    SortedSet<String> inside = territoriesWithin(path, others);
    return inside.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Nobody gets it: its area is known only as `%s`, which is divided among %s."
                .formatted(path, String.join(", ", inside)));
  }

  private SortedSet<String> territoriesWithin(String path, Vicinity.Walk others) {
    SortedSet<String> territories = new TreeSet<>();
    Optional<Vicinity.Step> step = others.next();
    for (int tried = 0; tried < NEAR && step.isPresent(); tried++) {
      if (step.get().winner() != RuleLookup.NONE && isWithin(step.get(), path)) {
        territories.add(lookup.rule(step.get().winner()).territory().value());
      }
      step = others.next();
    }
    return territories;
  }

  private static boolean isWithin(Vicinity.Step step, String path) {
    AttributeValue there = step.value();
    return there != null && AreaPath.isWithin(there.text(step.dimension()), path);
  }

  private static String ofNearest(Trace trace) {
    if (trace.nearest().isEmpty()) {
      return "Nobody gets it: none of the %s rules holds.".formatted(trace.ruleCount());
    }
    Trace.RuleTrace nearest = trace.nearest().getFirst();
    List<String> failing = new ArrayList<>();
    collectFailing(nearest.condition(), failing);
    if (failing.isEmpty()) {
      failing.add("what never holds");
    }
    return "Nobody gets it: none of the %s rules holds; the nearest, `%s`, asks %s."
        .formatted(trace.ruleCount(), nearest.rule(), String.join(" and ", failing));
  }

  private static void collectFailing(ConditionTrace condition, List<String> failing) {
    if (condition.held()) {
      return;
    }
    if (condition.value().isEmpty() && !condition.text().equals("not")) {
      condition.parts().forEach(part -> collectFailing(part, failing));
    } else {
      failing.add(
          condition.value().isEmpty()
              ? "that something does not hold which does"
              : "`%s`, but has %s".formatted(condition.text(), condition.value()));
    }
  }
}
