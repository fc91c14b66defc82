package bailiwick.rules.decide;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.lookup.Vicinity;
import bailiwick.rules.syntax.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draws up the trace of a decision. Immutable and thread-safe. */
final class Tracer {

  /** How many rules that held, and how many that nearly did, a trace shows. */
  private static final int SHOWN = 5;

  /** How many values near the subject's are tried in search of rules that nearly held. */
  private static final int NEAR = SHOWN;

  private final RuleLookup lookup;
  private final ConditionTracer conditions;
  private final ChangeFinder changes;
  private final int asked; // dimensions
  private final List<Dimension> tags; // that rules ask about
  private final List<String> territoryNames; // [rule] -> of its territory

  Tracer(RuleLookup lookup) {
    this.lookup = lookup;
    this.conditions = new ConditionTracer(lookup);
    this.changes = new ChangeFinder(lookup);
    this.asked = lookup.askedDimensions().size();
    this.tags = lookup.askedDimensions().stream().filter(Dimension::isTag).toList();
    this.territoryNames = territoryNames(lookup);
  }

  private static List<String> territoryNames(RuleLookup lookup) {
    Map<TerritoryCode, String> names = new HashMap<>();
    lookup.rules().territories().forEach(title -> names.putIfAbsent(title.code(), title.name()));
    return IntStream.range(0, lookup.ruleCount())
        .mapToObj(rule -> names.getOrDefault(lookup.rule(rule).territory(), ""))
        .toList();
  }

  Trace trace(Subject subject, Vicinity around) {
    BitSet held = around.held();
    int heldCount = held.cardinality();
    List<Trace.Reading> readings = readings(subject);
    return new Trace(
        lookup.rules().layer(),
        lookup.rules().version(),
        readings,
        lookup.ruleCount(),
        traces(first(held), subject, readings, true),
        heldCount,
        traces(nearest(held, around), subject, readings, false),
        lookup.ruleCount() - heldCount,
        changes.find(subject, around).orElse(null));
  }

  /** Of the registry's dimensions in their order, then of the tags that rules ask about. */
  private List<Trace.Reading> readings(Subject subject) {
    List<Trace.Reading> readings = new ArrayList<>();
    lookup.dimensions().all().forEach(dimension -> readings.add(reading(subject, dimension)));
    tags.forEach(tag -> readings.add(reading(subject, tag)));
    return readings;
  }

  private static Trace.Reading reading(Subject subject, Dimension dimension) {
    Optional<AttributeValue> value = subject.find(dimension.name());
    return new Trace.Reading(
        dimension.name(), dimension.shown(value), dimension.isTag() || value.isPresent());
  }

  private List<Trace.RuleTrace> traces(
      List<Integer> rules, Subject subject, List<Trace.Reading> readings, boolean held) {
    List<Trace.RuleTrace> traces = new ArrayList<>(rules.size());
    for (int rule : rules) {
      traces.add(trace(rule, subject, readings, held));
    }
    return traces;
  }

  private Trace.RuleTrace trace(
      int number, Subject subject, List<Trace.Reading> readings, boolean held) {
    Rule rule = lookup.rule(number);
    return new Trace.RuleTrace(
        rule.id(),
        rule.priority(),
        rule.territory(),
        territoryNames.get(number),
        held,
        conditions.trace(number, subject, readings));
  }

  /** The first rules of many. */
  private static List<Integer> first(BitSet rules) {
    List<Integer> first = new ArrayList<>(SHOWN);
    for (int rule = rules.nextSetBit(0);
        rule >= 0 && first.size() < SHOWN;
        rule = rules.nextSetBit(rule + 1)) {
      first.add(rule);
    }
    return first;
  }

  /** First the rules that win for a slightly different subject, then those that fail least. */
  private List<Integer> nearest(BitSet held, Vicinity around) {
    List<Integer> near = new ArrayList<>(SHOWN);
    for (int dimension = 0; dimension < asked && near.size() < SHOWN; dimension++) {
      addNearest(near, held, around.walk(dimension));
    }
    return near.isEmpty() ? failingOnce(around) : near;
  }

  private static List<Integer> failingOnce(Vicinity around) {
    return IntStream.of(around.findFailing(1, rule -> true, SHOWN)).boxed().toList();
  }

  private static void addNearest(List<Integer> near, BitSet held, Vicinity.Walk walk) {
    for (int tried = 0; tried < NEAR && near.size() < SHOWN; tried++) {
      Optional<Vicinity.Step> step = walk.next();
      if (step.isEmpty()) {
        return;
      }
      int winner = step.get().winner();
      if (winner != RuleLookup.NONE && !held.get(winner) && !near.contains(winner)) {
        near.add(winner);
      }
    }
  }
}
