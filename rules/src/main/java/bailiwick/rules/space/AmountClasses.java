package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Numbers: a class for each run between two neighbouring ends of intervals. */
public final class AmountClasses implements ValueClasses {

  private static final long serialVersionUID = 1L;

  private final SortedNumbers starts; // [run] -> its first number; the first is the smallest long

  private AmountClasses(long[] starts) {
    this.starts = new SortedNumbers(starts);
  }

  /** O(intervals × log intervals). */
  static Divided divide(List<Question> asked, int scale) {
    var classes = new AmountClasses(startsOf(asked, scale));
    Map<Integer, Runs> classesOf = HashMap.newHashMap(asked.size());
    for (Question question : asked) {
      var pieces = new Pieces();
      if (question.atom().unknown()) {
        pieces.add(UNKNOWN, UNKNOWN + 1);
      }
      for (Interval interval : intervalsOf(question)) {
        pieces.add(
            classes.classOf(low(interval, scale)), classes.classOf(high(interval, scale)) + 1);
      }
      classesOf.put(question.number(), pieces.build());
    }
    return new Divided(classes, classesOf);
  }

  private static long[] startsOf(List<Question> asked, int scale) {
    LongStream.Builder starts = LongStream.builder().add(Long.MIN_VALUE);
    for (Question question : asked) {
      for (Interval interval : intervalsOf(question)) {
        starts.add(low(interval, scale));
        if (high(interval, scale) < Long.MAX_VALUE) {
          starts.add(high(interval, scale) + 1);
        }
      }
    }
    return starts.build().sorted().distinct().toArray();
  }

  private static List<Interval> intervalsOf(Question question) {
    return question.atom() instanceof Condition.Range range ? range.intervals() : List.of();
  }

  private static long low(Interval interval, int scale) {
    return fixed(interval.low(), scale, Long.MIN_VALUE);
  }

  private static long high(Interval interval, int scale) {
    return fixed(interval.high(), scale, Long.MAX_VALUE);
  }

  private static long fixed(@Nullable BigDecimal bound, int scale, long open) {
    return bound == null
        ? open
        : Readings.fixed(bound, scale).map(ValueClasses::amount).orElse(open);
  }

  @Override
  public int count() {
    return starts.size() + 1;
  }

  @Override
  public int classOf(AttributeValue value) {
    return classOf(ValueClasses.amount(value));
  }

  /**
   * The class of a number. Allocates nothing. O(log classes), O(1) where they are alike in size.
   */
  public int classOf(long number) {
    return starts.last(number) + 1;
  }

  @Override
  public int gap(@Nullable AttributeValue from) {
    return from == null ? UNKNOWN + 1 : classOf(from);
  }

  /** The number of a run that is nearest to the subject's. */
  @Override
  public @Nullable Neighbour neighbour(@Nullable AttributeValue from, int of) {
    if (of == UNKNOWN) {
      return null;
    }
    long near = near(from, starts.get(of - 1), lastIn(of));
    return new Neighbour(new AttributeValue.Amount(near), of, distance(from, near));
  }

  /** The highest number of a class that is not the unknown. */
  long lastIn(int of) {
    return lastOf(of - 1);
  }

  private long lastOf(int run) {
    return run + 1 < starts.size() ? starts.get(run + 1) - 1 : Long.MAX_VALUE;
  }

  private static long near(@Nullable AttributeValue from, long first, long last) {
    return from == null ? sample(first, last) : nearest(ValueClasses.amount(from), first, last);
  }

  private static long nearest(long number, long first, long last) {
    return number < first ? first : Math.min(number, last);
  }

  private static long sample(long first, long last) {
    return first == Long.MIN_VALUE ? Math.min(0, last) : first;
  }

  private static double distance(@Nullable AttributeValue from, long near) {
    if (from == null) {
      return 1;
    }
    double number = ValueClasses.amount(from);
    double apart =
        Math.abs(number - near) / Math.max(1, Math.max(Math.abs(number), Math.abs((double) near)));
    return Math.min(1, Math.max(apart, Double.MIN_NORMAL));
  }
}
