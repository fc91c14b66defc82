package bailiwick.rules.decide;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.syntax.Rule;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws up the trace of a decision. Immutable and thread-safe. */
final class Tracer {

  /** How many rules that held, and how many that nearly did, a trace shows. */
  private static final int SHOWN = 5;

  /** How many values near the subject's are tried in search of rules that nearly held. */
  private static final int NEAR = SHOWN;

  private final RuleLookup lookup;
  private final ConditionTracer conditions;
  private final ChangeFinder changes;
  private final Map<TerritoryCode, String> territoryNames = new HashMap<>();

  Tracer(RuleLookup lookup) {
    this.lookup = lookup;
    this.conditions = new ConditionTracer(lookup);
    this.changes = new ChangeFinder(lookup);
    lookup
        .rules()
        .territories()
        .forEach(title -> territoryNames.putIfAbsent(title.code(), title.name()));
  }

  Trace trace(Subject subject) {
    BitSet held = lookup.findAll(subject);
    int heldCount = held.cardinality();
    return new Trace(
        lookup.rules().layer(),
        lookup.rules().version(),
        Stream.concat(
                lookup.dimensions().all().stream(),
                lookup.askedDimensions().stream().filter(Dimension::isTag))
            .map(dimension -> reading(subject, dimension))
            .toList(),
        lookup.ruleCount(),
        held.stream().limit(SHOWN).mapToObj(rule -> trace(rule, subject, true)).toList(),
        heldCount,
        nearest(subject, held).mapToObj(rule -> trace(rule, subject, false)).toList(),
        lookup.ruleCount() - heldCount,
        changes.find(subject).orElse(null));
  }

  private static Trace.Reading reading(Subject subject, Dimension dimension) {
    Optional<AttributeValue> value = subject.find(dimension.name());
    return new Trace.Reading(
        dimension.name(), dimension.shown(value), dimension.isTag() || value.isPresent());
  }

  private Trace.RuleTrace trace(int number, Subject subject, boolean held) {
    Rule rule = lookup.rule(number);
    return new Trace.RuleTrace(
        rule.id(),
        rule.priority(),
        rule.territory(),
        territoryNames.getOrDefault(rule.territory(), ""),
        held,
        conditions.trace(rule.condition(), subject));
  }

  /** First the rules that win for a slightly different subject, then those that fail least. */
  private IntStream nearest(Subject subject, BitSet held) {
    Set<Integer> near = new LinkedHashSet<>();
    for (Dimension dimension : lookup.askedDimensions()) {
      lookup
          .alternatives(subject, dimension)
          .limit(NEAR)
          .mapToInt(other -> lookup.findWinner(subject.with(dimension.name(), other.value())))
          .filter(winner -> winner != RuleLookup.NONE && !held.get(winner))
          .forEach(near::add);
    }
    if (near.isEmpty()) {
      lookup.findFailing(subject, 1).stream().limit(SHOWN).forEach(near::add);
    }
    return near.stream().mapToInt(Integer::intValue).limit(SHOWN);
  }
}
