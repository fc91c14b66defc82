package bailiwick.rules.lookup;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.FieldDomains;
import bailiwick.rules.space.NearestFirst;
import bailiwick.rules.space.Runs;
import bailiwick.rules.space.ValueClasses;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
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

  private static final int NOT_ASKED = -1;

  private final List<Column> columns;
  private final Rows rows;
  private final Residuals residuals;
  private final FieldDomains domains;
  private final @Nullable AttributeValue[] values; // [column], the subject's
  private final Standings standing; // of the subject alone
  private final BitSet held;
  private final int[] gaps; // [column], as far as they were asked for
  private final @Nullable WinnerLine[] lines; // [column], as far as they were asked for

  Vicinity(
      List<Column> columns, Rows rows, Residuals residuals, FieldDomains domains, Subject subject) {
    this.columns = columns;
    this.domains = domains;
    this.rows = rows;
    this.residuals = residuals;
    this.values = new AttributeValue[columns.size()];
    for (int column = 0; column < values.length; column++) {
      values[column] = subject.values().get(columns.get(column).dimension().name());
    }
    this.standing = Standings.of(columns, rows, subject);
    this.held = rows.all(standing, 0, residuals);
    this.gaps = new int[columns.size()];
    Arrays.fill(gaps, NOT_ASKED);
    this.lines = new WinnerLine[columns.size()];
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
    return held.nextSetBit(0);
  }

  /** Numbers of all rules that hold for the subject as it is; not to be changed. */
  public BitSet held() {
    return held;
  }

  /**
   * The known values that rules treat otherwise, the nearest first; none where another value would
   * make it another subject.
   */
  public Walk walk(int dimension) {
    return new Walk(dimension);
  }

  /**
   * The nearest value of one dimension by which a wanted rule wins; the unknown one comes last.
   * O(rules that hold by all other dimensions, up to the first that does not ask about this one,
   * for each winner on the way).
   *
   * @param wanted by the winner's number, {@link RuleLookup#NONE} for none
   * @param below how near it has to be: what is as far or further is not looked for
   */
  public Optional<Step> findNearest(int dimension, IntPredicate wanted, double below) {
    Step nearest = findKnown(dimension, wanted, below);
    boolean mayBeUnknown =
        nearest == null
            && DISTANCE_TO_UNKNOWN < below
            && standing.classOf(0, dimension) != ValueClasses.UNKNOWN
            && !domains.isAlwaysKnown(columns.get(dimension).dimension());
    if (mayBeUnknown) {
      int there = winnerIn(dimension, ValueClasses.UNKNOWN);
      if (wanted.test(there)) {
        Dimension changed = columns.get(dimension).dimension();
        nearest = new Step(changed, null, DISTANCE_TO_UNKNOWN, there);
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** What lies further out on the same side is further away, so the first on each is enough. */
  private @Nullable Step findKnown(int dimension, IntPredicate wanted, double below) {
    int gap = gap(dimension);
    if (isBeyond(dimension, gap - 1, below) && isBeyond(dimension, gap, below)) {
      return null; // mostly so, and then nothing has to be known of the rules
    }
    WinnerLine line = line(dimension);
    if (line.openCount() > FEW) {
      return new Walk(dimension).first(wanted, below);
    }
    Step left = leftOf(gap, line, dimension, wanted, below);
    Step right = rightOf(gap, line, dimension, wanted, left == null ? below : left.distance());
    return right == null ? left : right;
  }

  private @Nullable Step leftOf(
      int gap, WinnerLine line, int dimension, IntPredicate wanted, double below) {
    int end = gap;
    while (!isBeyond(dimension, end - 1, below)) {
      line.goTo(end - 1);
      if (wanted.test(line.winner())) {
        Step step = in(dimension, line.start(), end, line.winner());
        if (step != null) {
          return step.distance() < below ? step : null;
        }
      }
      end = line.start();
    }
    return null;
  }

  private @Nullable Step rightOf(
      int gap, WinnerLine line, int dimension, IntPredicate wanted, double below) {
    int start = gap;
    while (!isBeyond(dimension, start, below)) {
      line.goTo(start);
      if (wanted.test(line.winner())) {
        Step step = in(dimension, start, line.end(), line.winner());
        if (step != null) {
          return step.distance() < below ? step : null;
        }
      }
      start = line.end();
    }
    return null;
  }

  /** Whether a class is no longer one, or one of values that are too far. */
  private boolean isBeyond(int dimension, int of, double below) {
    ValueClasses classes = columns.get(dimension).classes();
    if (of < 0 || of >= classes.count()) {
      return true;
    }
    ValueClasses.Neighbour there = classes.neighbour(valueOf(dimension), of);
    return there != null && there.distance() >= below;
  }

  /** The nearest value in classes from a start to before an end, null when none can be named. */
  private @Nullable Step in(int dimension, int start, int end, int winner) {
    Column column = columns.get(dimension);
    NearestFirst inside =
        column.classes().neighbours(valueOf(dimension), gap(dimension), start, end);
    ValueClasses.Neighbour next = nextThere(column, inside);
    return next == null
        ? null
        : new Step(column.dimension(), next.value(), next.distance(), winner);
  }

  /** Where the subject's value belongs among the classes of a dimension. */
  private int gap(int dimension) {
    if (gaps[dimension] == NOT_ASKED) {
      gaps[dimension] = columns.get(dimension).classes().gap(valueOf(dimension));
    }
    return gaps[dimension];
  }

  private @Nullable AttributeValue valueOf(int dimension) {
    return values[dimension];
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

  private WinnerLine line(int dimension) {
    WinnerLine line = lines[dimension];
    if (line == null) {
      Column column = columns.get(dimension);
      int of = standing.classOf(0, dimension);
      standing.leaveAside(dimension);
      int[] open = rows.open(standing, column, dimension, residuals);
      standing.move(dimension, of);
      line = new WinnerLine(column, dimension, open, residuals, standing);
      lines[dimension] = line;
    }
    return line;
  }

  private int winnerIn(int dimension, int of) {
    WinnerLine line = line(dimension);
    if (line.openCount() > FEW) {
      return winnerByRows(dimension, of);
    }
    line.goTo(of);
    return line.winner();
  }

  private int winnerByRows(int dimension, int of) {
    int before = standing.classOf(0, dimension);
    standing.move(dimension, of);
    int there = rows.first(standing, 0, residuals);
    standing.move(dimension, before);
    return there;
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
      NearestFirst inside =
          column.classes().neighbours(from, gap(dimension), runs.end(place), runs.end(place + 1));
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
   * The first rules that so many dimensions alone keep from holding. Rules for other subjects by
   * their ids are left out: nothing about a subject would make it another one. O(rules / 64 ×
   * dimensions).
   *
   * @param failing how many dimensions, 1 to 3
   * @param wanted by the rule's number
   * @param most how many rules
   * @return their numbers in winning order
   */
  public int[] findFailing(int failing, IntPredicate wanted, int most) {
    if (failing < 1 || failing > 3) {
      throw new IllegalArgumentException("The failing (%s) must be 1 to 3.".formatted(failing));
    }
    boolean[] identity = new boolean[columns.size()];
    for (int column = 0; column < identity.length; column++) {
      identity[column] = columns.get(column).isIdentity();
    }
    return columns.size() == 0
        ? new int[0]
        : rows.failing(standing.rows(), identity, failing, wanted, most);
  }

  /** Tries values of one dimension, the nearest first, one of each kind that rules tell apart. */
  public final class Walk {

    private final int dimension;
    private final Column column;
    private final NearestFirst values;
    private final SeenNumbers tried = new SeenNumbers(); // classes alike share one row

    private Walk(int dimension) {
      this.dimension = dimension;
      this.column = columns.get(dimension);
      this.values =
          column
              .classes()
              .neighbours(valueOf(dimension), gap(dimension), 0, column.classes().count());
      tried.add(column.row(standing.classOf(0, dimension)));
    }

    /** The next one, empty when there is no further; looks no further than asked. */
    public Optional<Step> next() {
      return column.isIdentity() ? Optional.empty() : Optional.ofNullable(step());
    }

    private @Nullable Step step() {
      for (ValueClasses.Neighbour next = nextThere(column, values);
          next != null;
          next = nextThere(column, values)) {
        boolean isOther =
            column.isDecidedByRows()
                ? tried.add(column.row(next.of()))
                : next.of() != standing.classOf(0, dimension);
        if (isOther) {
          return new Step(
              column.dimension(),
              next.value(),
              next.distance(),
              winnerByRows(dimension, next.of()));
        }
      }
      return null;
    }

    private @Nullable Step first(IntPredicate wanted, double below) {
      for (Step next = step(); next != null && next.distance() < below; next = step()) {
        if (wanted.test(next.winner())) {
          return next;
        }
      }
      return null;
    }
  }
}
