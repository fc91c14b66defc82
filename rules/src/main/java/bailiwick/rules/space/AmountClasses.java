package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers: a class for each run between two neighbouring ends of intervals. */
final class AmountClasses implements ValueClasses {

  private static final long serialVersionUID = 1L;

  private final long[] starts; // [run] -> its first number; the first is the smallest long

  private AmountClasses(long[] starts) {
    this.starts = starts;
  }

  private record Bounds(long low, long high, int question) {}

  static Divided divide(List<Question> asked, int scale) {
    List<Bounds> bounds = new ArrayList<>();
    var unknown = new Questions();
    for (Question question : asked) {
      if (question.atom().unknown()) {
        unknown.add(question.number());
      }
      if (question.atom() instanceof Condition.Range range) {
        for (Interval interval : range.intervals()) {
          bounds.add(
              new Bounds(
                  fixed(interval.low(), scale, Long.MIN_VALUE),
                  fixed(interval.high(), scale, Long.MAX_VALUE),
                  question.number()));
        }
      }
    }
    var classes = new AmountClasses(startsOf(bounds));
    List<Questions> questions = new ArrayList<>(List.of(unknown));
    for (int run = 0; run < classes.starts.length; run++) {
      questions.add(new Questions());
    }
    for (Bounds of : bounds) {
      int last = classes.classOf(of.high());
      for (int run = classes.classOf(of.low()); run <= last; run++) {
        questions.get(run).add(of.question());
      }
    }
    return new Divided(classes, questions);
  }

  private static long[] startsOf(List<Bounds> bounds) {
    TreeSet<Long> starts = new TreeSet<>();
    starts.add(Long.MIN_VALUE);
    for (Bounds of : bounds) {
      starts.add(of.low());
      if (of.high() < Long.MAX_VALUE) {
        starts.add(of.high() + 1);
      }
    }
    return starts.stream().mapToLong(Long::longValue).toArray();
  }

  private static long fixed(@Nullable BigDecimal bound, int scale, long open) {
    return bound == null
        ? open
        : Readings.fixed(bound, scale).map(ValueClasses::amount).orElse(open);
  }

  @Override
  public int count() {
    return starts.length + 1;
  }

  @Override
  public int classOf(AttributeValue value) {
    return classOf(ValueClasses.amount(value));
  }

  private int classOf(long number) {
    int position = Arrays.binarySearch(starts, number);
    return position >= 0 ? position + 1 : -position - 1;
  }

  /** The number of each run that is nearest to the subject's. */
  @Override
  public Stream<Neighbour> neighbours(@Nullable AttributeValue from) {
    return IntStream.range(0, starts.length)
        .mapToObj(run -> neighbour(from, run))
        .sorted(Comparator.comparingDouble(Neighbour::distance));
  }

  private Neighbour neighbour(@Nullable AttributeValue from, int run) {
    long near = near(from, starts[run], lastOf(run));
    return new Neighbour(new AttributeValue.Amount(near), run + 1, distance(from, near));
  }

  /** The highest number of a class that is not the unknown. */
  long lastIn(int of) {
    return lastOf(of - 1);
  }

  private long lastOf(int run) {
    return run + 1 < starts.length ? starts[run + 1] - 1 : Long.MAX_VALUE;
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
