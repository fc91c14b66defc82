package bailiwick.rules.decide;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaPath;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.decide.Trace.ConditionTrace;
import bailiwick.rules.lookup.RuleLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  String ofNobody(Subject subject, Trace trace) {
    Optional<Dimension> area =
        lookup.askedDimensions().stream()
            .filter(dimension -> dimension.type() instanceof DimensionType.Area)
            .findFirst();
    Optional<String> told = area.flatMap(dimension -> ofArea(subject, dimension));
    return told.orElseGet(() -> ofNearest(trace));
  }

  private Optional<String> ofArea(Subject subject, Dimension dimension) {
    Optional<AttributeValue> area = subject.find(dimension.name());
    if (area.isEmpty()) {
      return Optional.of(
          "Nobody gets it: where it is (`%s`) is unknown, and no rule that leaves this open holds."
              .formatted(dimension.name()));
    }
    String path = area.get().text(dimension);
    List<String> inside =
        lookup
            .alternatives(subject, dimension)
            .limit(NEAR)
            .filter(other -> AreaPath.isWithin(other.value().text(dimension), path))
            .map(other -> lookup.findTerritory(subject.with(dimension.name(), other.value())))
            .flatMap(Optional::stream)
            .distinct()
            .sorted()
            .map(TerritoryCode::value)
            .toList();
    return inside.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Nobody gets it: its area is known only as `%s`, which is divided among %s."
                .formatted(path, String.join(", ", inside)));
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
