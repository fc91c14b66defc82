package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final int[] classes; // [place] -> number among all classes of values
  private final long[] valuesBefore; // [place] -> how many values there are below
  private final List<@Nullable AttributeValue> samples; // [place] -> one of them, null unknown

  private Axis(
      Dimension dimension,
      int[] classes,
      long[] valuesBefore,
      List<@Nullable AttributeValue> samples) {
    this.dimension = dimension;
    this.classes = classes;
    this.valuesBefore = valuesBefore;
    this.samples = samples;
  }

  static Axis of(Dimension dimension, ValueClasses classes, Domain domain) {
    Map<Integer, Kind> kinds =
        switch (domain) {
          case Domain.Open open -> open(dimension, classes);
          case Domain.Words words -> words(classes, words);
          case Domain.Numbers numbers -> numbers(classes, numbers);
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
    return new Axis(dimension, numbers, before, samples);
  }

  private static final class Kind {
    private final @Nullable AttributeValue sample;
    private long values;

    Kind(@Nullable AttributeValue sample, long values) {
      this.sample = sample;
      this.values = values;
    }
  }

  private static Map<Integer, Kind> open(Dimension dimension, ValueClasses classes) {
    if (dimension.type() instanceof DimensionType.Amount amount) {
      var all =
          new Domain.Numbers(
              Math.max(amount.lowest(), -Domain.Numbers.MOST), Domain.Numbers.MOST, true);
      Map<Integer, Kind> kinds = numbers(classes, all);
      kinds.values().forEach(kind -> kind.values = 1);
      return kinds;
    }
    Map<Integer, Kind> kinds = new HashMap<>();
    kinds.put(ValueClasses.UNKNOWN, new Kind(null, 1));
    classes
        .neighbours(null)
        .forEach(one -> kinds.computeIfAbsent(one.of(), of -> new Kind(one.value(), 1)));
    for (int of = 0; of < classes.count(); of++) {
      if (!kinds.containsKey(of) && classes.classOf(ELSE) == of) {
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
    long low = numbers.low();
    while (low <= numbers.high()) {
      var value = new AttributeValue.Amount(low);
      int of = classes.classOf(value);
      long last = Math.min(((AmountClasses) classes).lastIn(of), numbers.high());
      kinds.put(of, new Kind(value, last - low + 1));
      low = last + 1;
    }
    return withUnknown(kinds, numbers.unknown());
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

  /** A value of a class, null when it is the unknown one. */
  public @Nullable AttributeValue sample(int of) {
    return samples.get(of);
  }

  /** The number of a class among all classes of values. */
  int numberOf(int of) {
    return classes[of];
  }
}
