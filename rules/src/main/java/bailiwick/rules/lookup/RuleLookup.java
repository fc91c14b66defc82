package bailiwick.rules.lookup;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.Formula;
import bailiwick.rules.space.ValueClasses;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The compiled form of one rule set. Immutable, serialisable and thread-safe; needs nothing but
 * itself to decide. Made by {@link RuleCompiler}.
 *
 * <p>Rules have numbers here: their places in winning order, by priority and then as printed.
 *
 * <p>How it decides: each dimension maps the subject's value to a class, and the class to a row
 * with one bit for each rule that may hold. The first bit that all rows have in common is the
 * winner, unless its rule joins dimensions by or or not; such a rule is evaluated as well. O(words
 * kept by the shortest row × dimensions).
 */
public final class RuleLookup implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Stands for no rule. */
  public static final int NONE = -1;

  /** More dimensions than any rule asks about. */
  private static final int NEVER_NEAR = 1 << 20;

  private final RuleSet rules;
  private final Dimensions dimensions;
  private final List<Rule> order; // [number] -> rule
  private final List<Column> columns;
  private final Row base; // rules that may hold at all
  private final Map<Integer, Formula> residuals; // rules that rows alone do not decide

  RuleLookup(
      RuleSet rules,
      Dimensions dimensions,
      List<Rule> order,
      List<Column> columns,
      Row base,
      Map<Integer, Formula> residuals) {
    this.rules = rules;
    this.dimensions = dimensions;
    this.order = List.copyOf(order);
    this.columns = List.copyOf(columns);
    this.base = base;
    this.residuals = residuals;
  }

  /** The rules it was made of. */
  public RuleSet rules() {
    return rules;
  }

  /** The dimensions the rules may ask about. */
  public Dimensions dimensions() {
    return dimensions;
  }

  /** How many rules there are. */
  public int ruleCount() {
    return order.size();
  }

  /** The rule of a number. */
  public Rule rule(int number) {
    return order.get(number);
  }

  /** The territory a subject falls to, empty when no rule holds. */
  public Optional<TerritoryCode> findTerritory(Subject subject) {
    int winner = findWinner(subject);
    return winner == NONE ? Optional.empty() : Optional.of(order.get(winner).territory());
  }

  /** Number of the rule that wins a subject, {@link #NONE} when no rule holds. */
  public int findWinner(Subject subject) {
    int[] classes = classesOf(subject);
    Row[] rows = rowsOf(classes);
    Row shortest = shortest(rows);
    for (int kept = 0; kept < shortest.size(); kept++) {
      int place = shortest.place(kept);
      long common = common(rows, place, shortest.word(kept));
      while (common != 0) {
        int rule = (place << 6) + Long.numberOfTrailingZeros(common);
        if (isDecided(rule, classes)) {
          return rule;
        }
        common &= common - 1;
      }
    }
    return NONE;
  }

  /** Numbers of all rules that hold for a subject, in winning order. */
  public BitSet findAll(Subject subject) {
    int[] classes = classesOf(subject);
    Row[] rows = rowsOf(classes);
    Row shortest = shortest(rows);
    BitSet all = new BitSet(order.size());
    for (int kept = 0; kept < shortest.size(); kept++) {
      int place = shortest.place(kept);
      long common = common(rows, place, shortest.word(kept));
      for (; common != 0; common &= common - 1) {
        int rule = (place << 6) + Long.numberOfTrailingZeros(common);
        all.set(rule, isDecided(rule, classes));
      }
    }
    return all;
  }

  /**
   * Numbers of the rules that some dimensions alone keep from holding, in winning order. Rules for
   * other subjects by their ids are left out: nothing about a subject would make it another one.
   *
   * @param failing how many dimensions, 1 or more
   */
  public BitSet findFailing(Subject subject, int failing) {
    Row[] rows = rowsOf(classesOf(subject));
    BitSet found = new BitSet(order.size());
    for (int kept = 0; kept < base.size(); kept++) {
      int place = base.place(kept);
      for (long left = base.word(kept); left != 0; left &= left - 1) {
        int rule = (place << 6) + Long.numberOfTrailingZeros(left);
        found.set(rule, failingIn(rows, rule) == failing);
      }
    }
    return found;
  }

  private int failingIn(Row[] rows, int rule) {
    int failing = 0;
    for (int column = 0; column < rows.length; column++) {
      if (!rows[column].has(rule)) {
        boolean identity = columns.get(column).dimension().type() instanceof DimensionType.Identity;
        failing += identity ? NEVER_NEAR : 1;
      }
    }
    return failing;
  }

  /** The dimensions that by themselves keep a rule from holding for a subject. */
  public List<Dimension> failingDimensions(Subject subject, int rule) {
    return columns.stream()
        .filter(column -> !column.rowOf(subject).has(rule))
        .map(Column::dimension)
        .toList();
  }

  /** Whether a subject's value in a dimension lets a rule hold. */
  public boolean mayHold(int rule, Subject subject, Dimension dimension) {
    return columns.stream()
        .filter(column -> column.dimension().equals(dimension))
        .allMatch(column -> column.rowOf(subject).has(rule));
  }

  /** The dimensions that some rule asks about. */
  public List<Dimension> askedDimensions() {
    return columns.stream().map(Column::dimension).toList();
  }

  /**
   * Values of a dimension that rules treat otherwise than the subject's, one of each kind, those
   * nearest to it first. The unknown value is not among them.
   *
   * @param dimension one that some rule asks about and that does not identify the subject
   */
  public Stream<Alternative> alternatives(Subject subject, Dimension dimension) {
    if (dimension.type() instanceof DimensionType.Identity) {
      return Stream.empty();
    }
    Optional<Column> asked =
        columns.stream().filter(column -> column.dimension().equals(dimension)).findFirst();
    return asked.map(column -> alternatives(subject, column)).orElseGet(Stream::empty);
  }

  // The filter has a memory, which is fine for a stream that is walked once and in order.
  private static Stream<Alternative> alternatives(Subject subject, Column column) {
    // Classes alike share one row, so that it is enough to compare identities.
    Set<Row> tried = Collections.newSetFromMap(new IdentityHashMap<>());
    tried.add(column.rowOf(subject));
    boolean rowsDecide = column.holding().isEmpty();
    AttributeValue from = subject.values().get(column.dimension().name());
    return column
        .classes()
        .neighbours(from)
        .filter(next -> rowsDecide ? tried.add(column.rows().get(next.of())) : isOther(next, from))
        .map(next -> new Alternative(column.dimension(), next.value(), next.distance()));
  }

  private static boolean isOther(ValueClasses.Neighbour next, @Nullable AttributeValue from) {
    return !next.value().equals(from);
  }

  /**
   * Another value of a dimension.
   *
   * @param distance how far it is from the subject's value, above 0 and at most 1
   */
  public record Alternative(Dimension dimension, AttributeValue value, double distance) {}

  private int[] classesOf(Subject subject) {
    int[] classes = new int[columns.size()];
    for (int column = 0; column < classes.length; column++) {
      classes[column] = columns.get(column).classOf(subject);
    }
    return classes;
  }

  private Row[] rowsOf(int[] classes) {
    Row[] rows = new Row[classes.length];
    for (int column = 0; column < classes.length; column++) {
      rows[column] = columns.get(column).rows().get(classes[column]);
    }
    return rows;
  }

  private Row shortest(Row[] rows) {
    Row shortest = base;
    for (Row row : rows) {
      shortest = row.size() < shortest.size() ? row : shortest;
    }
    return shortest;
  }

  private long common(Row[] rows, int place, long first) {
    long common = first & base.wordAt(place);
    for (int column = 0; column < rows.length && common != 0; column++) {
      common &= rows[column].wordAt(place);
    }
    return common;
  }

  private boolean isDecided(int rule, int[] classes) {
    Formula residual = residuals.get(rule);
    return residual == null || holds(residual, classes);
  }

  private boolean holds(Formula formula, int[] classes) {
    return switch (formula) {
      case Formula.All all -> all.parts().stream().allMatch(part -> holds(part, classes));
      case Formula.Any any -> any.parts().stream().anyMatch(part -> holds(part, classes));
      case Formula.Not not -> !holds(not.part(), classes);
      case Formula.Ask ask ->
          columns.get(ask.column()).holds(ask.question(), classes[ask.column()]);
    };
  }

  @Override
  public String toString() {
    return "%s version %s: %s rules over %s"
        .formatted(
            rules.layer(),
            rules.version(),
            order.size(),
            Arrays.toString(columns.stream().map(column -> column.dimension().name()).toArray()));
  }
}
