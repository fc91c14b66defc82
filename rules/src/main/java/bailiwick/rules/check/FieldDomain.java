package bailiwick.rules.check;

import bailiwick.core.area.AreaPath;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.syntax.Field;
import bailiwick.rules.syntax.Interval;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All the values of a field that declares them. Not changed once made. */
final class FieldDomain implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int MOST_NAMED = 12;

  private final Field field;
  private final NavigableSet<String> texts = new TreeSet<>();

  private FieldDomain(Field field) {
    this.field = field;
    Dimension dimension = DeclaredFields.dimension(field);
    field
        .values()
        .forEach(value -> texts.add(textOf(dimension, value.text()).orElse(value.text())));
  }

  /** The domain of a field, empty when it may have any value. */
  static Optional<FieldDomain> of(Field field) {
    boolean isClosed = field.numbers() != null || !field.values().isEmpty();
    return isClosed ? Optional.of(new FieldDomain(field)) : Optional.empty();
  }

  private static Optional<String> textOf(Dimension dimension, String text) {
    return Readings.read(dimension, text)
        .filter(value -> value instanceof AttributeValue.Text)
        .map(value -> ((AttributeValue.Text) value).value());
  }

  /** Whether a text, in the form in which it is read, is one of the values. */
  boolean has(String text) {
    return texts.contains(text);
  }

  /** Whether one of the codes begins with a text. */
  boolean hasCodeBelow(String prefix) {
    String next = texts.ceiling(prefix);
    return next != null && next.startsWith(prefix);
  }

  /** Whether one of the areas is this one, lies in it, or is around it. */
  boolean hasAreaAt(String path) {
    String inside = texts.ceiling(path + AreaPath.SEPARATOR);
    return hasAreaAround(path) || (inside != null && inside.startsWith(path + AreaPath.SEPARATOR));
  }

  /** Whether one of the areas is this one or is around it. */
  boolean hasAreaAround(String path) {
    Optional<String> at = Optional.of(path);
    while (at.isPresent() && !texts.contains(at.get())) {
      at = AreaPath.findParent(at.get());
    }
    return at.isPresent();
  }

  /** Whether a value is one of them, or an area in one of them. */
  boolean has(Dimension dimension, AttributeValue value) {
    return switch (value) {
      case AttributeValue.Amount amount -> has(new BigDecimal(amount.text(dimension)));
      case AttributeValue.Text text when dimension.type() instanceof DimensionType.Area ->
          hasAreaAround(text.value());
      case AttributeValue.Text text -> has(text.value());
    };
  }

  /** Whether a number is one of the values. */
  boolean has(BigDecimal number) {
    Interval numbers = field.numbers();
    return numbers == null || numbers.contains(number);
  }

  /** Whether some number is both in the domain and between two, each null when open. */
  boolean hasBetween(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    Interval numbers = field.numbers();
    return numbers == null || (isUpTo(low, numbers.high()) && isUpTo(numbers.low(), high));
  }

  private static boolean isUpTo(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null || one.compareTo(other) <= 0;
  }

  /** What a value is: {@code one of `gold`, `silver`}, {@code a whole number in 1..9}. */
  String expected(String kind) {
    Interval numbers = field.numbers();
    return numbers == null ? "one of " + shown() : kind + " in " + numbers.shown();
  }

  /** Such as {@code gold, silver, bronze}. */
  String shown() {
    Interval numbers = field.numbers();
    if (numbers != null) {
      return "numbers " + numbers.shown();
    }
    String first =
        field.values().stream()
            .limit(MOST_NAMED)
            .map(value -> "`" + value.text() + "`")
            .collect(Collectors.joining(", "));
    int more = field.values().size() - MOST_NAMED;
    return more > 0 ? first + " and %s more".formatted(more) : first;
  }
}
