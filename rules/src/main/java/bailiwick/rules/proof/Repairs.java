package bailiwick.rules.proof;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.proof.RuleProof.Clash;
import bailiwick.rules.source.Span;
import bailiwick.rules.space.Axis;
import bailiwick.rules.space.Region;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.space.Runs;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Proposes the smallest change that settles a finding and moves nothing else. */
final class Repairs {

  private final RuleSpace space;
  private final List<Rule> catchAlls; // in winning order
  private final Set<TerritoryCode> scoped; // what is added to them holds for less than it says
  private final Set<RuleId> bounded; // as do these rules when they are widened
  private final Predicate<Rule> mayChange;

  Repairs(RuleSpace space, List<Rule> catchAlls, Predicate<Rule> mayChange) {
    this.mayChange = mayChange;
    this.scoped = space.scoped();
    this.bounded = space.bounded();
    this.space = space;
    this.catchAlls = List.copyOf(catchAlls);
  }

  /**
   * A rule that asks about one dimension too narrowly is widened when that closes the box and
   * reaches nothing but the gap; else the box becomes a rule of the territory that most of its
   * neighbours have. What is changed never holds for everything, for a catch-all closes a gap on
   * paper only, and stands before the catch-alls there are. O(rules × dimensions + edges of the
   * diagram for each rule that would do).
   */
  Optional<Repair> close(Extent gap, Box box) {
    if (isAll(box)) {
      return Optional.empty();
    }
    for (int rule = 0; rule < space.order().size(); rule++) {
      Optional<Repair> widened = widened(rule, gap, box);
      if (widened.isPresent()) {
        return widened;
      }
    }
    int last = lastPriority();
    if (last < 0) {
      return Optional.empty();
    }
    return findNeighbour(gap.diagram(), box)
        .map(beside ->
            new Repair.Add(
                new Rule(
                    new RuleId(newId(ids())),
                    Math.min(beside.priority(), last),
                    beside.territory(),
                    box.condition(),
                    Span.NONE)));
  }

  /** The last priority before all catch-alls; below 0 when there is none. */
  private int lastPriority() {
    return catchAlls.isEmpty() ? Integer.MAX_VALUE : catchAlls.getFirst().priority() - 1;
  }

  private boolean isAll(Box box) {
    return IntStream.range(0, space.axes().size())
        .allMatch(axis -> box.runs(axis).isAll(space.axes().get(axis).size()));
  }

  private Optional<Repair> widened(int number, Extent gap, Box box) {
    Rule rule = space.order().get(number);
    if (bounded.contains(rule.id()) || rule.priority() > lastPriority()) {
      return Optional.empty();
    }
    Optional<Box> where = product(space.region(number));
    if (where.isEmpty()) {
      return Optional.empty();
    }
    int axis = onlyNarrower(where.get(), box);
    if (axis < 0 || !asksApart(rule, space.axes().get(axis))) {
      return Optional.empty();
    }
    Runs wider = where.get().runs(axis).or(box.runs(axis));
    if (isAll(where.get().with(axis, wider))
        || !mayChange.test(rule)
        || !gap.hasAll(where.get().with(axis, box.runs(axis)))) {
      return Optional.empty();
    }
    Axis of = space.axes().get(axis);
    return Optional.of(new Repair.Widen(rule, of.dimension().name(), of.condition(wider)));
  }

  /** The one axis on which a rule leaves classes of a box out; below 0 unless there is just one. */
  private int onlyNarrower(Box rule, Box box) {
    int narrower = -1;
    for (int axis = 0; axis < space.axes().size(); axis++) {
      if (!rule.runs(axis).and(box.runs(axis)).equals(box.runs(axis))) {
        if (narrower >= 0) {
          return -1;
        }
        narrower = axis;
      }
    }
    return narrower;
  }

  /** Whether no part of a rule's condition joins an axis with others. */
  private static boolean asksApart(Rule rule, Axis axis) {
    String dimension = axis.dimension().name();
    return parts(rule.condition()).stream()
        .allMatch(part -> part.asksOnlyAbout(dimension) || !part.asksAbout(dimension));
  }

  /** The parts that must all hold. */
  static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.All all ? all.parts() : List.of(condition);
  }

  private Optional<Box> product(Region region) {
    List<Runs> runs = new ArrayList<>();
    space.axes().forEach(axis -> runs.add(Runs.of(0, axis.size())));
    for (Region part : region instanceof Region.All all ? all.parts() : List.of(region)) {
      if (!(part instanceof Region.Part one)) {
        return Optional.empty();
      }
      runs.set(one.axis(), one.classes());
    }
    return Optional.of(new Box(space, runs));
  }

  /**
   * The rule that wins most of what lies next to a box, or the first rule when nothing there is
   * owned; no catch-all, and of territories that ask nothing themselves.
   *
   * @param diagram without the catch-alls
   */
  private Optional<Rule> findNeighbour(Diagram diagram, Box box) {
    Map<TerritoryCode, Integer> votes = new LinkedHashMap<>();
    Map<TerritoryCode, Rule> first = new LinkedHashMap<>();
    int[] point = new int[space.axes().size()];
    for (int axis = 0; axis < point.length; axis++) {
      point[axis] = box.runs(axis).end(0);
    }
    for (int axis = 0; axis < point.length; axis++) {
      int inside = point[axis];
      for (int beside : beside(box.runs(axis), space.axes().get(axis).size())) {
        point[axis] = beside;
        int[] holding = diagram.rules(diagram.leafOf(point));
        if (holding.length > 0) {
          Rule rule = space.order().get(holding[0]);
          if (takesMore(rule)) {
            votes.merge(rule.territory(), 1, Integer::sum);
            first.putIfAbsent(rule.territory(), rule);
          }
        }
      }
      point[axis] = inside;
    }
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> first.get(most.getKey()))
        .or(() -> space.order().stream().filter(this::takesMore).findFirst());
  }

  private boolean takesMore(Rule rule) {
    return !scoped.contains(rule.territory()) && !catchAlls.contains(rule);
  }

  /** The classes just before and just behind runs. */
  private static int[] beside(Runs runs, int size) {
    return runs.ends()
        .map(end -> runs.has(end) ? end - 1 : end)
        .filter(of -> of >= 0 && of < size && !runs.has(of))
        .distinct()
        .toArray();
  }

  private Set<String> ids() {
    return space.order().stream().map(rule -> rule.id().value()).collect(Collectors.toSet());
  }

  /** An id that no rule has. */
  static String newId(Set<String> taken) {
    int number = 1;
    while (taken.contains("added-" + number)) {
      number++;
    }
    return "added-" + number;
  }

  /**
   * The one that holds for less goes before the other; the first when neither lies in the other.
   * Empty when only the rule that would go first may be changed, and nothing would be left of it.
   */
  Optional<Repair> settle(Clash clash) {
    boolean isRuleWithin = isWithin(clash.rule(), clash.other());
    boolean isOtherWithin = isWithin(clash.other(), clash.rule());
    Rule changed = isOtherWithin && !isRuleWithin ? clash.rule() : clash.other();
    Rule kept = changed.equals(clash.rule()) ? clash.other() : clash.rule();
    if (mayChange.test(changed)) {
      return Optional.of(new Repair.Exclude(changed, kept));
    }
    return mayChange.test(kept) && !isWithin(kept, changed)
        ? Optional.of(new Repair.Exclude(kept, changed))
        : Optional.empty();
  }

  /** Whether a rule is known to hold for nothing that another does not hold for. */
  private boolean isWithin(Rule rule, Rule around) {
    Optional<Box> inner = product(space.region(space.order().indexOf(rule)));
    Optional<Box> outer = product(space.region(space.order().indexOf(around)));
    if (inner.isEmpty() || outer.isEmpty()) {
      return false;
    }
    for (int axis = 0; axis < space.axes().size(); axis++) {
      Runs runs = inner.get().runs(axis);
      if (!runs.and(outer.get().runs(axis)).equals(runs)) {
        return false;
      }
    }
    return true;
  }
}
