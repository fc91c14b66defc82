package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.syntax.Field;
import bailiwick.rules.syntax.Interval;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which values the fields have that rules declare. */
public final class DeclaredDomains {

  private static final Domain OF_TAG =
      new Domain.Words(List.of(AttributeValue.HAS_TAG.value()), true);

  private DeclaredDomains() {}

  /** The domains that a rule set declares, by the names of its fields. */
  public static Map<String, Domain> of(CheckedRules checked) {
    Map<String, Domain> domains = new HashMap<>();
    for (Field field : checked.rules().fields()) {
      domains.put(field.name(), domain(field, checked.dimension(field.name())));
    }
    return domains;
  }

  /** The domain of a dimension for which none is declared: a tag is there or not. */
  static Domain usual(Dimension dimension) {
    return dimension.isTag() ? OF_TAG : new Domain.Open();
  }

  private static Domain domain(Field field, Dimension dimension) {
    boolean unknown = !field.known();
    Interval numbers = field.numbers();
    if (numbers != null && numbers.low() != null && numbers.high() != null) {
      return new Domain.Numbers(
          fixed(numbers.low(), dimension), fixed(numbers.high(), dimension), unknown);
    }
    if (field.values().isEmpty()) {
      return new Domain.Open(unknown);
    }
    List<String> values =
        field.values().stream()
            .map(value -> Readings.read(dimension, value.text()))
            .flatMap(Optional::stream)
            .map(ValueClasses::text)
            .distinct()
            .toList();
    return new Domain.Words(values, unknown);
  }

  private static long fixed(BigDecimal bound, Dimension dimension) {
    int scale = dimension.type() instanceof DimensionType.Amount amount ? amount.scale() : 0;
    return Readings.findFixed(bound, scale).orElseThrow();
  }
}
