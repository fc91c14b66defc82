package bailiwick.rules.space;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.syntax.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules in winning order over the classes of the values that they can tell apart. Immutable. */
public final class RuleSpace {

  /** How many dimensions rules may ask about together. */
  public static final int MOST_AXES = 62;

  private final List<Rule> order;
  private final int before; // how many of them are the first version's
  private final List<Axis> axes;
  private final List<Region> regions; // [rule] -> where it holds

  private RuleSpace(List<Rule> order, int before, List<Axis> axes, List<Region> regions) {
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
   * @throws IllegalArgumentException unless they are over the same dimensions
   */
  public static RuleSpace of(CheckedRules before, CheckedRules after, Map<String, Domain> domains) {
    if (!before.dimensions().equals(after.dimensions())
        || !DeclaredDomains.of(before).equals(DeclaredDomains.of(after))) {
      throw new IllegalArgumentException("The versions must be over the same dimensions.");
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
    var regions = new Regions(axes.stream().mapToInt(Axis::size).toArray(), classesOf);
    return new RuleSpace(
        numbered.order(),
        checked.rules().rules().size(),
        axes,
        numbered.formulas().stream().map(regions::of).toList());
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
