package bailiwick.rules.attribute;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a decision is made about, as its known values by the names of their dimensions. Immutable.
 *
 * @param values dimension name to value; a name that is missing is unknown
 */
public record Subject(Map<String, AttributeValue> values) implements Serializable {

  /** Nothing known. */
  public static final Subject UNKNOWN = new Subject(Map.of());

  public Subject {
    values = Map.copyOf(values);
  }

  /** The value in a dimension, empty when unknown. */
  public Optional<AttributeValue> find(String dimension) {
    return Optional.ofNullable(values.get(dimension));
  }

  /** A copy with another value in one dimension; null makes it unknown. */
  public Subject with(String dimension, @Nullable AttributeValue value) {
    Map<String, AttributeValue> changed = new HashMap<>(values);
    if (value == null) {
      changed.remove(dimension);
    } else {
      changed.put(dimension, value);
    }
    return new Subject(changed);
  }

  /** A copy that has a tag. */
  public Subject withTag(String tag) {
    return with(Dimension.ofTag(tag).name(), AttributeValue.HAS_TAG);
  }

  /** Its tags, in order. */
  public List<String> tags() {
    return values.keySet().stream()
        .map(Dimension::findTag)
        .flatMap(Optional::stream)
        .sorted()
        .toList();
  }

  /** A copy with a text in one dimension; an empty one makes it unknown. */
  public Subject withText(String dimension, String text) {
    return with(dimension, text.isEmpty() ? null : new AttributeValue.Text(text));
  }

  /** A copy with a number in one dimension, in units of 10^-scale of the dimension. */
  public Subject withNumber(String dimension, long fixed) {
    return with(dimension, new AttributeValue.Amount(fixed));
  }
}
