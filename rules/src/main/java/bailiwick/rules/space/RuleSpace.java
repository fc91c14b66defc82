package bailiwick.rules.space;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Scope;
import bailiwick.rules.syntax.TerritoryTitle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules in winning order over the classes of the values that they can tell apart. Immutable. */
public final class RuleSpace {

  /** How many dimensions rules may ask about together. */
  public static final int MOST_AXES = 62;

  private final List<Rule> order;
  private final int before; // how many of them are the first version's
  private final List<Axis> axes;
  private final List<Region> regions; // [rule] -> where it holds
  private final RuleSet written;

  private RuleSpace(
      List<Rule> order, int before, List<Axis> axes, List<Region> regions, RuleSet written) {
    this.written = written;
    this.order = List.copyOf(order);
    this.before = before;
    this.axes = List.copyOf(axes);
    this.regions = List.copyOf(regions);
  }

  /**
   * Divides the dimensions that some rule asks about. O(values that the rules name).
   *
   * @param domains by the names of dimensions; one that is missing is open
   */
  public static RuleSpace of(CheckedRules checked, Map<String, Domain> domains) {
    return of(List.of(checked), domains);
  }

  /**
   * The space of two versions, both of which decide each point.
   *
   * @throws ProblemException unless they are over the same fields with the same values
   */
  public static RuleSpace of(CheckedRules before, CheckedRules after, Map<String, Domain> domains) {
    if (!before.dimensions().equals(after.dimensions())
        || !DeclaredDomains.of(before).equals(DeclaredDomains.of(after))) {
      throw ProblemException.of(new SpaceProblem.OtherFields());
    }
    return of(List.of(before, after), domains);
  }

  private static RuleSpace of(List<CheckedRules> versions, Map<String, Domain> given) {
    CheckedRules checked = versions.getFirst();
    Map<String, Domain> domains = new HashMap<>(DeclaredDomains.of(checked));
    domains.putAll(given);
    var numbered = NumberedRules.of(versions);
    List<Axis> axes = new ArrayList<>();
    List<Map<Integer, Runs>> classesOf = new ArrayList<>();
    for (int column = 0; column < numbered.columns().size(); column++) {
      Dimension dimension = numbered.columns().get(column);
      ValueClasses.Divided divided = numbered.divide(column);
      Domain domain = domains.getOrDefault(dimension.name(), DeclaredDomains.usual(dimension));
      Axis axis = Axis.of(dimension, divided.classes(), domain);
      axes.add(axis);
      classesOf.add(classesOf(axis, divided.classesOf()));
    }
    for (Dimension dimension : checked.dimensions().all()) {
      Domain domain = domains.getOrDefault(dimension.name(), new Domain.Open());
      if (!(domain instanceof Domain.Open) && !numbered.columns().contains(dimension)) {
        axes.add(Axis.of(dimension, NumberedRules.divideUnasked(dimension), domain));
      }
    }
    if (axes.size() > MOST_AXES) {
      throw ProblemException.of(new SpaceProblem.TooManyFields(axes.size(), MOST_AXES));
    }
    var regions = new Regions(axes.stream().mapToInt(Axis::size).toArray(), classesOf);
    return new RuleSpace(
        numbered.order(),
        checked.rules().rules().size(),
        axes,
        numbered.formulas().stream().map(regions::of).toList(),
        checked.rules());
  }

  private static Map<Integer, Runs> classesOf(Axis axis, Map<Integer, Runs> ofAll) {
    Map<Integer, Runs> classesOf = HashMap.newHashMap(ofAll.size());
    ofAll.forEach((question, classes) -> classesOf.put(question, axis.among(classes)));
    return classesOf;
  }

  /** Whether a rule is of the second of two versions. */
  public boolean isLater(int rule) {
    return rule >= before;
  }

  /** The rules by priority and then as printed, the first version's before the second's. */
  public List<Rule> order() {
    return order;
  }

  /** The dimensions that some rule asks about, then others whose domain is given. */
  public List<Axis> axes() {
    return axes;
  }

  /** The territories that ask something of all their subjects, whatever rule gives them. */
  public Set<TerritoryCode> scoped() {
    return written.territories().stream()
        .filter(title -> !title.scope().equals(Scope.ANY))
        .map(TerritoryTitle::code)
        .collect(Collectors.toSet());
  }

  /** The rules that leave something out, or whose territory asks something itself. */
  public Set<RuleId> bounded() {
    Set<TerritoryCode> scoped = scoped();
    return written.rules().stream()
        .filter(
            rule -> scoped.contains(rule.territory()) || !rule.except().equals(Condition.Any.NEVER))
        .map(Rule::id)
        .collect(Collectors.toSet());
  }

  /** Where a rule holds. */
  public Region region(int rule) {
    return regions.get(rule);
  }

  /** The class of a subject's value on each axis; below 0 where the domain has no such value. */
  public int[] classesOf(Subject subject) {
    int[] classes = new int[axes.size()];
    for (int axis = 0; axis < classes.length; axis++) {
      Axis of = axes.get(axis);
      classes[axis] = of.find(subject.values().get(of.dimension().name()));
    }
    return classes;
  }

  /** A subject whose values lie in these classes, one for each axis. */
  public Subject subject(int[] classes) {
    Subject subject = Subject.UNKNOWN;
    for (int axis = 0; axis < classes.length; axis++) {
      Axis of = axes.get(axis);
      subject = subject.with(of.dimension().name(), of.sample(classes[axis]));
    }
    return subject;
  }
}
