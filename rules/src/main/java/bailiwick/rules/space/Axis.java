package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One dimension that rules ask about, as the classes of its values that there are. Classes that lie
 * in one prefix, area or interval have numbers in a row. Immutable.
 */
public final class Axis {

  /** Names a value that no rule names. */
  private static final AttributeValue ELSE = new AttributeValue.Text("elsewhere");

  private final Dimension dimension;
  private final ValueClasses all;
  private final Domain domain;
  private final int[] classes; // [place] -> number among all classes of values
  private final long[] valuesBefore; // [place] -> how many values there are below
  private final List<@Nullable AttributeValue> samples; // [place] -> one of them, null unknown

  private Axis(
      Dimension dimension,
      ValueClasses all,
      Domain domain,
      int[] classes,
      long[] valuesBefore,
      List<@Nullable AttributeValue> samples) {
    this.dimension = dimension;
    this.all = all;
    this.domain = domain;
    this.classes = classes;
    this.valuesBefore = valuesBefore;
    this.samples = samples;
  }

  static Axis of(Dimension dimension, ValueClasses classes, Domain domain) {
    Map<Integer, Kind> kinds =
        switch (domain) {
          case Domain.Open open -> open(dimension, classes, open.unknown());
          case Domain.Words words -> words(classes, words);
          case Domain.Numbers numbers -> numbers(classes, numbers);
          case Domain.Spans spans -> spans(classes, spans);
        };
    int[] numbers = new int[kinds.size()];
    long[] before = new long[kinds.size() + 1];
    List<@Nullable AttributeValue> samples = new ArrayList<>();
    for (Map.Entry<Integer, Kind> kind : new TreeMap<>(kinds).entrySet()) {
      numbers[samples.size()] = kind.getKey();
      int place = samples.size();
      before[place + 1] = Math.addExact(before[place], kind.getValue().values);
      samples.add(kind.getValue().sample);
    }
    if (numbers.length == 0) {
      throw new IllegalArgumentException(
          "The dimension (%s) must have a value.".formatted(dimension.name()));
    }
    return new Axis(dimension, classes, domain, numbers, before, samples);
  }

  private static final class Kind {
    private final @Nullable AttributeValue sample;
    private long values;

    Kind(@Nullable AttributeValue sample, long values) {
      this.sample = sample;
      this.values = values;
    }
  }

  private static Map<Integer, Kind> open(
      Dimension dimension, ValueClasses classes, boolean unknown) {
    if (dimension.type() instanceof DimensionType.Amount amount) {
      var all =
          new Domain.Numbers(
              Math.max(amount.lowest(), -Domain.Numbers.MOST), Domain.Numbers.MOST, unknown);
      Map<Integer, Kind> kinds = numbers(classes, all);
      kinds.values().forEach(kind -> kind.values = 1);
      return kinds;
    }
    Map<Integer, Kind> kinds = new HashMap<>();
    withUnknown(kinds, unknown);
    classes
        .neighbours(null)
        .forEachRemaining(one -> kinds.computeIfAbsent(one.of(), of -> new Kind(one.value(), 1)));
    for (int of = 0; of < classes.count(); of++) {
      if (of != ValueClasses.UNKNOWN && !kinds.containsKey(of) && classes.classOf(ELSE) == of) {
        kinds.put(of, new Kind(ELSE, 1));
      }
    }
    return kinds;
  }

  private static Map<Integer, Kind> words(ValueClasses classes, Domain.Words words) {
    Map<Integer, Kind> kinds = new LinkedHashMap<>();
    for (String word : words.values()) {
      var value = new AttributeValue.Text(word);
      kinds.computeIfAbsent(classes.classOf(value), of -> new Kind(value, 0)).values++;
    }
    return withUnknown(kinds, words.unknown());
  }

  private static Map<Integer, Kind> numbers(ValueClasses classes, Domain.Numbers numbers) {
    Map<Integer, Kind> kinds = new HashMap<>();
    addNumbers(classes, numbers.low(), numbers.high(), kinds);
    return withUnknown(kinds, numbers.unknown());
  }

  private static void addNumbers(
      ValueClasses classes, long lowest, long highest, Map<Integer, Kind> kinds) {
    long low = lowest;
    while (low <= highest) {
      var value = new AttributeValue.Amount(low);
      int of = classes.classOf(value);
      long last = Math.min(((AmountClasses) classes).lastIn(of), highest);
      kinds.computeIfAbsent(of, first -> new Kind(value, 0)).values += last - low + 1;
      low = last + 1;
    }
  }

  private static Map<Integer, Kind> spans(ValueClasses classes, Domain.Spans spans) {
    Map<Integer, Kind> kinds = new HashMap<>();
    for (Domain.Spans.Span span : spans.spans()) {
      addNumbers(classes, span.low(), span.high(), kinds);
    }
    if (!spans.counted()) {
      kinds.values().forEach(kind -> kind.values = 1);
    }
    return withUnknown(kinds, spans.unknown());
  }

  private static Map<Integer, Kind> withUnknown(Map<Integer, Kind> kinds, boolean unknown) {
    if (unknown) {
      kinds.put(ValueClasses.UNKNOWN, new Kind(null, 1));
    }
    return kinds;
  }

  /** The dimension. */
  public Dimension dimension() {
    return dimension;
  }

  /** How many classes there are. */
  public int size() {
    return classes.length;
  }

  /** How many values the classes from a first to before a last have; 1 each when it is open. */
  public long values(int start, int end) {
    return valuesBefore[end] - valuesBefore[start];
  }

  /** How many values some classes have; 1 each when the dimension is open. */
  public long values(Runs classes) {
    long values = 0;
    for (int place = 0; place < classes.size(); place += 2) {
      values += values(classes.end(place), classes.end(place + 1));
    }
    return values;
  }

  /** A value of a class, null when it is the unknown one. */
  public @Nullable AttributeValue sample(int of) {
    return samples.get(of);
  }

  /** The class of a value, null when unknown; below 0 when the domain has no such value. */
  public int find(@Nullable AttributeValue value) {
    return Arrays.binarySearch(classes, all.find(value));
  }

  /** A condition about this dimension that holds for just these classes. O(values named). */
  public Condition condition(Runs chosen) {
    if (chosen.isAll(size())) {
      return new Condition.All(List.of(), Span.NONE);
    }
    return switch (all) {
      case AmountClasses amounts -> amounts(amounts, chosen);
      case AreaClasses areas -> named(areas.tree(), chosen);
      case CodeClasses codes -> named(codes.tree(), chosen);
      case WordClasses words -> named(words.tree(), chosen);
    };
  }

  private Condition named(ClassTree tree, Runs chosen) {
    BitSet in = new BitSet();
    BitSet out = new BitSet();
    for (int of = 0; of < size(); of++) {
      (chosen.has(of) ? in : out).set(classes[of]);
    }
    return tree.condition(dimension, in::get, out::get);
  }

  private Condition amounts(AmountClasses amounts, Runs chosen) {
    List<Interval> intervals = new ArrayList<>();
    boolean unknown = false;
    for (int place = 0; place < chosen.size(); place += 2) {
      int start = chosen.end(place);
      if (samples.get(start) == null) {
        unknown = true;
        start++;
      }
      if (start < chosen.end(place + 1)) {
        intervals.add(interval(amounts, start, chosen.end(place + 1)));
      }
    }
    return new Condition.Range(dimension.name(), intervals, unknown, Span.NONE);
  }

  /** The numbers of classes in a row; open where the domain is. */
  private Interval interval(AmountClasses amounts, int start, int end) {
    boolean closed = domain instanceof Domain.Numbers;
    long low = ValueClasses.amount(Objects.requireNonNull(samples.get(start)));
    long high = amounts.lastIn(classes[end - 1]);
    if (domain instanceof Domain.Numbers numbers) {
      high = Math.min(high, numbers.high());
    }
    return new Interval(
        closed || start > firstKnown() ? decimal(low) : null,
        closed || end < size() ? decimal(high) : null,
        Span.NONE);
  }

  private int firstKnown() {
    return samples.getFirst() == null ? 1 : 0;
  }

  private BigDecimal decimal(long fixed) {
    int scale = dimension.type() instanceof DimensionType.Amount amount ? amount.scale() : 0;
    return BigDecimal.valueOf(fixed, scale);
  }

  /** Which of the axis's classes are among some of all classes of values. O(runs × log classes). */
  Runs among(Runs ofAll) {
    var among = new Runs.Builder();
    for (int place = 0; place < ofAll.size(); place += 2) {
      among.add(firstFrom(ofAll.end(place)), firstFrom(ofAll.end(place + 1)));
    }
    return among.build();
  }

  private int firstFrom(int of) {
    int place = Arrays.binarySearch(classes, of);
    return place >= 0 ? place : -place - 1;
  }
}
