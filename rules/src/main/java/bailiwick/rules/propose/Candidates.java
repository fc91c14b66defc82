package bailiwick.rules.propose;

import bailiwick.core.area.AreaPath;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.CodeScheme;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The questions that values of some subjects suggest, in a fixed order: by dimension, each word,
 * each beginning of a code, each area with those around it, and intervals between numbers.
 */
final class Candidates {

  /** Of the words, codes and areas of a dimension, those that most subjects have. */
  private static final int MOST_TEXTS = 24;

  /** Numbers between which intervals lie; more are thinned out evenly. */
  private static final int MOST_BOUNDS = 10;

  /** A single digit of an industry says next to nothing. */
  private static final int SHORTEST_CODE = 2;

  private final Collection<Subject> subjects;

  private Candidates(Collection<Subject> subjects) {
    this.subjects = subjects;
  }

  static List<Candidate> of(Collection<Subject> subjects, Dimensions dimensions) {
    var candidates = new Candidates(subjects);
    List<Candidate> all = new ArrayList<>();
    for (Dimension dimension : dimensions.all()) {
      all.addAll(candidates.of(dimension));
    }
    mostFrequent(subjects.stream().flatMap(subject -> subject.tags().stream())).stream()
        .map(Dimension::ofTag)
        .forEach(tag -> all.addAll(candidates.words(tag)));
    return all;
  }

  private List<Candidate> of(Dimension dimension) {
    return switch (dimension.type()) {
      case DimensionType.Area area -> areas(dimension);
      case DimensionType.Code code -> codes(dimension, code.scheme());
      case DimensionType.Text text -> words(dimension);
      case DimensionType.Amount amount -> intervals(dimension, amount);
      case DimensionType.Identity identity -> List.of(); // names accounts, and explains nothing
    };
  }

  private List<Candidate> words(Dimension dimension) {
    return frequent(dimension, List::of).stream()
        .map(word ->
            new Candidate(
                new Condition.In(dimension.name(), List.of(Value.of(word)), false, Span.NONE),
                value -> text(value).equals(word)))
        .toList();
  }

  private List<Candidate> codes(Dimension dimension, CodeScheme scheme) {
    return frequent(dimension, code -> beginnings(code, scheme)).stream()
        .map(prefix ->
            new Candidate(
                new Condition.Prefix(dimension.name(), List.of(Value.of(prefix)), false, Span.NONE),
                value -> text(value).startsWith(prefix)))
        .toList();
  }

  private static List<String> beginnings(String code, CodeScheme scheme) {
    List<String> beginnings = new ArrayList<>();
    int shortest = scheme == CodeScheme.PREFIX ? SHORTEST_CODE : 1;
    for (int length = shortest; length <= code.length(); length++) {
      String beginning = code.substring(0, length);
      if (scheme.read(beginning).filter(beginning::equals).isPresent()) {
        beginnings.add(beginning);
      }
    }
    return beginnings;
  }

  private List<Candidate> areas(Dimension dimension) {
    return frequent(dimension, Candidates::around).stream()
        .map(area ->
            new Candidate(
                new Condition.Within(dimension.name(), List.of(Value.of(area)), false, Span.NONE),
                value -> AreaPath.isWithin(text(value), area)))
        .toList();
  }

  private static List<String> around(String path) {
    List<String> areas = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      areas.add(path.substring(0, slash));
    }
    areas.add(path);
    return areas;
  }

  private List<Candidate> intervals(Dimension dimension, DimensionType.Amount amount) {
    List<Long> bounds = thinned(amounts(dimension).stream().distinct().sorted().toList());
    List<Candidate> intervals = new ArrayList<>();
    for (Long bound : bounds) {
      intervals.add(interval(dimension, amount, bound, null));
    }
    for (Long bound : bounds) {
      intervals.add(interval(dimension, amount, null, bound));
    }
    for (int low = 0; low < bounds.size(); low++) {
      for (int high = low; high < bounds.size(); high++) {
        intervals.add(interval(dimension, amount, bounds.get(low), bounds.get(high)));
      }
    }
    return intervals;
  }

  private static Candidate interval(
      Dimension dimension, DimensionType.Amount amount, @Nullable Long low, @Nullable Long high) {
    var interval =
        new Interval(
            low == null ? null : BigDecimal.valueOf(low, amount.scale()),
            high == null ? null : BigDecimal.valueOf(high, amount.scale()),
            Span.NONE);
    return new Candidate(
        new Condition.Range(dimension.name(), List.of(interval), false, Span.NONE),
        value ->
            value instanceof AttributeValue.Amount number
                && (low == null || low <= number.fixed())
                && (high == null || number.fixed() <= high));
  }

  private List<Long> amounts(Dimension dimension) {
    return subjects.stream()
        .map(subject -> subject.find(dimension.name()))
        .flatMap(Optional::stream)
        .filter(AttributeValue.Amount.class::isInstance)
        .map(value -> ((AttributeValue.Amount) value).fixed())
        .toList();
  }

  /** The smallest, the largest, and evenly many between them. */
  private static List<Long> thinned(List<Long> all) {
    if (all.size() <= MOST_BOUNDS) {
      return all;
    }
    List<Long> some = new ArrayList<>();
    for (int step = 0; step < MOST_BOUNDS; step++) {
      some.add(all.get(step * (all.size() - 1) / (MOST_BOUNDS - 1)));
    }
    return some;
  }

  /** What of a dimension's values most subjects have. */
  private List<String> frequent(Dimension dimension, Function<String, List<String>> parts) {
    return mostFrequent(
        subjects.stream()
            .map(subject -> subject.find(dimension.name()))
            .flatMap(Optional::stream)
            .flatMap(value -> parts.apply(text(value)).stream()));
  }

  /** Longer ones first, which say more, then in alphabetical order. */
  private static List<String> mostFrequent(Stream<String> texts) {
    Map<String, Long> counts =
        texts.collect(
            Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())) // stable
        .limit(MOST_TEXTS)
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(String::compareTo))
        .toList();
  }

  private static String text(AttributeValue value) {
    return value instanceof AttributeValue.Text text ? text.value() : "";
  }
}
