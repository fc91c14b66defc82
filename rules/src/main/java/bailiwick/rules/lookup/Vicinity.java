package bailiwick.rules.lookup;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.FieldDomains;
import bailiwick.rules.space.NearestFirst;
import bailiwick.rules.space.Runs;
import bailiwick.rules.space.ValueClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What lies around a subject: who would win it with other values. Dimensions have numbers here, by
 * {@link RuleLookup#askedDimensions}. Made by {@link RuleLookup#around}. Not thread-safe.
 */
public final class Vicinity {

  /** Rules or ends of their runs beyond which values are tried one by one. */
  private static final int FEW = 256;

  /** How far away the unknown value is: further than any known one. */
  private static final double DISTANCE_TO_UNKNOWN = 2;

  private final List<Column> columns;
  private final Rows rows;
  private final Residuals residuals;
  private final FieldDomains domains;
  private final Subject subject;
  private final int[] classes; // [column]
  private final int[] rowOf; // [column]; the base where there is none

  Vicinity(
      List<Column> columns, Rows rows, Residuals residuals, FieldDomains domains, Subject subject) {
    this.columns = columns;
    this.domains = domains;
    this.rows = rows;
    this.residuals = residuals;
    this.subject = subject;
    this.classes = columns.stream().mapToInt(column -> column.classOf(subject)).toArray();
    this.rowOf = new int[Math.max(1, classes.length)];
    this.rowOf[0] = rows.base();
    for (int column = 0; column < classes.length; column++) {
      rowOf[column] = columns.get(column).row(classes[column]);
    }
  }

  /**
   * Another value of a dimension.
   *
   * @param value null for unknown
   * @param distance how far it is from the subject's: above 0, at most 1 when known
   * @param winner number of the rule that wins then, {@link RuleLookup#NONE} for none
   */
  public record Step(
      Dimension dimension, @Nullable AttributeValue value, double distance, int winner) {}

  /** Number of the rule that wins the subject as it is, {@link RuleLookup#NONE} for none. */
  public int winner() {
    return rows.first(rowOf, classes, residuals);
  }

  /** Numbers of all rules that hold for the subject as it is. */
  public BitSet held() {
    return rows.all(rowOf, classes, residuals);
  }

  /** The nearest known values that rules treat otherwise, so many at most. */
  public List<Step> nearest(int dimension, int limit) {
    return new Walk(dimension).limit(limit);
  }

  /**
   * The nearest value of one dimension by which a wanted rule wins; the unknown one comes last.
   * O(rules that hold by all other dimensions, up to the first that does not ask about this one).
   *
   * @param wanted by the winner's number, {@link RuleLookup#NONE} for none
   */
  public Optional<Step> findNearest(int dimension, IntPredicate wanted) {
    Column column = columns.get(dimension);
    int[] open = rows.openBut(dimension, column, rowOf, residuals);
    int[] cuts = cuts(open, dimension);
    Step nearest =
        cuts.length > FEW || open.length > FEW
            ? new Walk(dimension).first(wanted)
            : among(open, cuts, dimension, wanted);
    if (nearest == null
        && classes[dimension] != ValueClasses.UNKNOWN
        && !domains.isAlwaysKnown(column.dimension())) {
      int winner = winnerIn(dimension, ValueClasses.UNKNOWN);
      if (wanted.test(winner)) {
        nearest = new Step(column.dimension(), null, DISTANCE_TO_UNKNOWN, winner);
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Where open rules begin or cease to hold, and where the subject is, of all classes. */
  private int[] cuts(int[] open, int dimension) {
    Column column = columns.get(dimension);
    var cuts = new Cuts();
    cuts.accept(ValueClasses.UNKNOWN);
    cuts.accept(column.classes().count());
    cuts.accept(gap(dimension));
    for (int rule : open) {
      Runs runs = column.where(rule);
      for (int place = 0; place < runs.size(); place++) {
        cuts.accept(runs.end(place));
      }
      residuals.addEnds(rule, dimension, cuts);
    }
    return cuts.sorted();
  }

  /** Where the subject's value belongs among the classes of a dimension. */
  private int gap(int dimension) {
    Column column = columns.get(dimension);
    return column.classes().gap(subject.values().get(column.dimension().name()));
  }

  /** Numbers that are gathered and put in order, each once. */
  private static final class Cuts implements IntConsumer {

    private int[] numbers = new int[64];
    private int size;

    @Override
    public void accept(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
    }

    int[] sorted() {
      Arrays.sort(numbers, 0, size);
      int kept = 1;
      for (int i = 1; i < size; i++) {
        if (numbers[i] != numbers[kept - 1]) {
          numbers[kept++] = numbers[i];
        }
      }
      return Arrays.copyOf(numbers, kept);
    }
  }

  /**
   * The nearest value between two cuts where a wanted rule wins. What lies further out on the same
   * side is further away, so the first on each side are enough.
   */
  private @Nullable Step among(int[] open, int[] cuts, int dimension, IntPredicate wanted) {
    int gap = Arrays.binarySearch(cuts, gap(dimension));
    Step nearest = null;
    for (int cut = gap - 1; cut >= 0 && nearest == null; cut--) {
      nearest = between(open, cuts, cut, dimension, wanted);
    }
    Step other = null;
    for (int cut = gap; cut < cuts.length - 1 && other == null; cut++) {
      other = between(open, cuts, cut, dimension, wanted);
    }
    boolean otherIsNearer =
        other != null && (nearest == null || other.distance() < nearest.distance());
    return otherIsNearer ? other : nearest;
  }

  private @Nullable Step between(
      int[] open, int[] cuts, int cut, int dimension, IntPredicate wanted) {
    int winner = winnerAmong(open, dimension, cuts[cut]);
    if (!wanted.test(winner)) {
      return null;
    }
    Column column = columns.get(dimension);
    AttributeValue from = subject.values().get(column.dimension().name());
    NearestFirst inside = column.classes().neighbours(from, cuts[cut], cuts[cut + 1]);
    ValueClasses.Neighbour next = nextThere(column, inside);
    return next == null
        ? null
        : new Step(column.dimension(), next.value(), next.distance(), winner);
  }

  /** The next value that there is: a tag is there or not, a field may declare all its values. */
  private ValueClasses.@Nullable Neighbour nextThere(Column column, NearestFirst values) {
    while (values.hasNext()) {
      ValueClasses.Neighbour next = values.next();
      if (domains.has(column.dimension(), next.value())) {
        return next;
      }
    }
    return null;
  }

  private int winnerAmong(int[] open, int dimension, int of) {
    int before = classes[dimension];
    classes[dimension] = of;
    int winner = RuleLookup.NONE;
    for (int i = 0; i < open.length && winner == RuleLookup.NONE; i++) {
      if (columns.get(dimension).mayHold(open[i], of) && residuals.holds(open[i], classes)) {
        winner = open[i];
      }
    }
    classes[dimension] = before;
    return winner;
  }

  private int winnerIn(int dimension, int of) {
    int before = classes[dimension];
    int rowBefore = rowOf[dimension];
    classes[dimension] = of;
    rowOf[dimension] = columns.get(dimension).row(of);
    int winner = winner();
    classes[dimension] = before;
    rowOf[dimension] = rowBefore;
    return winner;
  }

  /**
   * The value nearest to the subject's by which a dimension does not keep a rule from holding;
   * empty when there is none.
   */
  public Optional<Step> findTowards(int dimension, int rule) {
    Column column = columns.get(dimension);
    AttributeValue from = subject.values().get(column.dimension().name());
    Runs runs = column.where(rule);
    Step nearest =
        domains.isAlwaysKnown(column.dimension())
            ? null
            : new Step(column.dimension(), null, DISTANCE_TO_UNKNOWN, rule);
    for (int place = 0; place < runs.size(); place += 2) {
      NearestFirst inside = column.classes().neighbours(from, runs.end(place), runs.end(place + 1));
      ValueClasses.Neighbour next = nextThere(column, inside);
      if (next != null && (nearest == null || next.distance() < nearest.distance())) {
        nearest = new Step(column.dimension(), next.value(), next.distance(), rule);
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** The dimensions that by themselves keep a rule from holding. */
  public int[] failing(int rule) {
    return IntStream.range(0, classes.length)
        .filter(column -> !columns.get(column).mayHold(rule, classes[column]))
        .toArray();
  }

  /**
   * Numbers of the rules that so many dimensions alone keep from holding, in winning order. Rules
   * for other subjects by their ids are left out: nothing about a subject would make it another
   * one. O(rules / 64 × dimensions).
   *
   * @param failing how many dimensions, 1 to 3
   */
  public BitSet findFailing(int failing) {
    if (failing < 1 || failing > 3) {
      throw new IllegalArgumentException("The failing (%s) must be 1 to 3.".formatted(failing));
    }
    boolean[] identity = new boolean[classes.length];
    for (int column = 0; column < identity.length; column++) {
      identity[column] = columns.get(column).isIdentity();
    }
    return classes.length == 0 ? new BitSet() : rows.failing(rowOf, identity, failing);
  }

  /** Tries values of one dimension, the nearest first, one of each kind that rules tell apart. */
  private final class Walk {

    private final int dimension;
    private final Column column;
    private final NearestFirst values;
    private final Set<Integer> tried = new HashSet<>(); // classes alike share one row

    Walk(int dimension) {
      this.dimension = dimension;
      this.column = columns.get(dimension);
      AttributeValue from = subject.values().get(column.dimension().name());
      this.values = column.classes().neighbours(from);
      tried.add(rowOf[dimension]);
    }

    @Nullable Step next() {
      for (ValueClasses.Neighbour next = nextThere(column, values);
          next != null;
          next = nextThere(column, values)) {
        boolean isOther =
            column.isDecidedByRows()
                ? tried.add(column.row(next.of()))
                : next.of() != classes[dimension];
        if (isOther) {
          return new Step(
              column.dimension(), next.value(), next.distance(), winnerIn(dimension, next.of()));
        }
      }
      return null;
    }

    @Nullable Step first(IntPredicate wanted) {
      Step next = next();
      while (next != null && !wanted.test(next.winner())) {
        next = next();
      }
      return next;
    }

    List<Step> limit(int limit) {
      List<Step> steps = new ArrayList<>(limit);
      if (!column.isIdentity()) {
        for (Step next = next(); next != null; next = steps.size() < limit ? next() : null) {
          steps.add(next);
        }
      }
      return steps;
    }
  }
}
