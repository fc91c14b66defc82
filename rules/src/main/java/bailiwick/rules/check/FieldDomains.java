package bailiwick.rules.check;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.CodeScheme;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.syntax.Field;
import bailiwick.rules.syntax.RuleSet;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which values subjects can have, as far as rules declare it. Immutable. */
public final class FieldDomains implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, FieldDomain> byName = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  private FieldDomains() {}

  /** The domains that a rule set declares. */
  public static FieldDomains of(RuleSet rules) {
    var domains = new FieldDomains();
    for (Field field : rules.fields()) {
      if (!Dimension.isName(field.name())) {
        continue; // told, and no condition can ask about it
      }
      FieldDomain.of(field).ifPresent(of -> domains.byName.putIfAbsent(field.name(), of));
      if (field.known()) {
        domains.known.add(field.name());
      }
    }
    return domains;
  }

  /**
   * Whether a subject can have a value: one of the domain, and of a tag none but that it is there.
   */
  public boolean has(Dimension dimension, AttributeValue value) {
    if (dimension.isTag()) {
      return value.equals(AttributeValue.HAS_TAG);
    }
    FieldDomain domain = byName.get(dimension.name());
    return domain == null || domain.has(dimension, value);
  }

  /** The value that a text says in a dimension; empty when it is none that a subject can have. */
  public Optional<AttributeValue> read(Dimension dimension, String text) {
    return Readings.read(dimension, text).filter(value -> has(dimension, value));
  }

  /** What the values of a dimension are, after <i>is not</i>: {@code one of `gold`, `silver`}. */
  public String expected(Dimension dimension) {
    String kind =
        switch (dimension.type()) {
          case DimensionType.Amount amount when amount.scale() == 0 -> "a whole number";
          case DimensionType.Amount amount ->
              "a number of up to %s decimals".formatted(amount.scale());
          case DimensionType.Code(var scheme) when scheme != CodeScheme.PREFIX ->
              "a NACE code such as C.10.11";
          case DimensionType.Code code -> "a code such as 5411";
          case DimensionType.Area area -> "a place such as US/IL";
          case DimensionType.Text text -> "a word";
          case DimensionType.Identity identity -> "an id";
        };
    return find(dimension).map(domain -> domain.expected(kind)).orElse(kind);
  }

  /** Whether every subject has a value. */
  public boolean isAlwaysKnown(Dimension dimension) {
    return known.contains(dimension.name());
  }

  /** All the values of a dimension, empty when it may have any. */
  Optional<FieldDomain> find(Dimension dimension) {
    return Optional.ofNullable(byName.get(dimension.name()));
  }
}
