package bailiwick.rules.lookup;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.FieldDomains;
import bailiwick.rules.space.NearestFirst;
import bailiwick.rules.space.Runs;
import bailiwick.rules.space.ValueClasses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What lies around a subject: who would win it with other values. Dimensions have numbers here, by
 * {@link RuleLookup#askedDimensions}. Made by {@link RuleLookup#around}. Not thread-safe.
 */
public final class Vicinity {

  /** Rules beyond which values are tried one by one. */
  private static final int FEW = 256;

  /** How far away the unknown value is: further than any known one. */
  private static final double DISTANCE_TO_UNKNOWN = 2;

  private final List<Column> columns;
  private final Rows rows;
  private final Residuals residuals;
  private final FieldDomains domains;
  private final Subject subject;
  private final Standings standing; // of the subject alone

  Vicinity(
      List<Column> columns, Rows rows, Residuals residuals, FieldDomains domains, Subject subject) {
    this.columns = columns;
    this.domains = domains;
    this.rows = rows;
    this.residuals = residuals;
    this.subject = subject;
    this.standing = Standings.of(columns, rows, subject);
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
    return rows.first(standing, 0, residuals);
  }

  /** Numbers of all rules that hold for the subject as it is. */
  public BitSet held() {
    return rows.all(standing, 0, residuals);
  }

  /** The nearest known values that rules treat otherwise, so many at most. */
  public List<Step> nearest(int dimension, int limit) {
    return new Walk(dimension).limit(limit);
  }

  /**
   * The nearest value of one dimension by which a wanted rule wins; the unknown one comes last.
   * O(rules that hold by all other dimensions, up to the first that does not ask about this one,
   * for each winner on the way).
   *
   * @param wanted by the winner's number, {@link RuleLookup#NONE} for none
   */
  public Optional<Step> findNearest(int dimension, IntPredicate wanted) {
    Column column = columns.get(dimension);
    int[] open = rows.openBut(dimension, column, standing.rows());
    Step nearest =
        open.length > FEW
            ? new Walk(dimension).first(wanted)
            : among(open, dimension, wanted);
    if (nearest == null
        && standing.classOf(0, dimension) != ValueClasses.UNKNOWN
        && !domains.isAlwaysKnown(column.dimension())) {
      int winner = winnerIn(dimension, ValueClasses.UNKNOWN);
      if (wanted.test(winner)) {
        nearest = new Step(column.dimension(), null, DISTANCE_TO_UNKNOWN, winner);
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * The nearest value at which one of a few open rules wins. What lies further out on the same side
   * is further away, so the first on each side are enough.
   */
  private @Nullable Step among(int[] open, int dimension, IntPredicate wanted) {
    var line = new WinnerLine(columns.get(dimension), dimension, open, residuals, standing);
    int gap = columns.get(dimension).classes().gap(valueOf(dimension));
    Step left = null;
    for (int end = gap; end > ValueClasses.UNKNOWN && left == null; end = line.start()) {
      line.goTo(end - 1);
      left = wanted.test(line.winner()) ? in(dimension, line.start(), end, line.winner()) : null;
    }
    Step right = null;
    int count = columns.get(dimension).classes().count();
    for (int start = gap; start < count && right == null; start = line.end()) {
      line.goTo(start);
      right = wanted.test(line.winner()) ? in(dimension, start, line.end(), line.winner()) : null;
    }
    boolean isRightNearer =
        right != null && (left == null || right.distance() < left.distance());
    return isRightNearer ? right : left;
  }

  /** The nearest value in classes from a start to before an end, null when none can be named. */
  private @Nullable Step in(int dimension, int start, int end, int winner) {
    Column column = columns.get(dimension);
    NearestFirst inside = column.classes().neighbours(valueOf(dimension), start, end);
    ValueClasses.Neighbour next = nextThere(column, inside);
    return next == null
        ? null
        : new Step(column.dimension(), next.value(), next.distance(), winner);
  }

  private @Nullable AttributeValue valueOf(int dimension) {
    return subject.values().get(columns.get(dimension).dimension().name());
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

  private int winnerIn(int dimension, int of) {
    int before = standing.classOf(0, dimension);
    standing.move(dimension, of);
    int winner = winner();
    standing.move(dimension, before);
    return winner;
  }

  /**
   * The value nearest to the subject's by which a dimension does not keep a rule from holding;
   * empty when there is none.
   */
  public Optional<Step> findTowards(int dimension, int rule) {
    Column column = columns.get(dimension);
    AttributeValue from = valueOf(dimension);
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
    return IntStream.range(0, columns.size())
        .filter(column -> !columns.get(column).mayHold(rule, standing.classOf(0, column)))
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
    boolean[] identity = new boolean[columns.size()];
    for (int column = 0; column < identity.length; column++) {
      identity[column] = columns.get(column).isIdentity();
    }
    return columns.size() == 0 ? new BitSet() : rows.failing(standing.rows(), identity, failing);
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
      this.values = column.classes().neighbours(valueOf(dimension));
      tried.add(column.row(standing.classOf(0, dimension)));
    }

    @Nullable Step next() {
      for (ValueClasses.Neighbour next = nextThere(column, values);
          next != null;
          next = nextThere(column, values)) {
        boolean isOther =
            column.isDecidedByRows()
                ? tried.add(column.row(next.of()))
                : next.of() != standing.classOf(0, dimension);
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
