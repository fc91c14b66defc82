package bailiwick.rules.check;

import bailiwick.rules.attribute.CodeScheme;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.syntax.Field;
import bailiwick.rules.syntax.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dimensions of fields that a rule set declares. */
public final class DeclaredFields {

  private DeclaredFields() {}

  /**
   * The dimensions that all rule sets know and, after them, those of declared fields. The product
   * line may be declared, too: it then is what the rules say, in its place.
   */
  public static Dimensions dimensions(List<Field> fields, Dimensions known) {
    if (fields.isEmpty()) {
      return known;
    }
    List<Dimension> all = new ArrayList<>(known.all());
    for (Field field : fields) {
      boolean isNew = all.stream().noneMatch(each -> each.name().equals(field.name()));
      if (isNew && Dimension.isName(field.name())) {
        all.add(dimension(field));
      } else if (mayDeclare(field.name())) {
        all.replaceAll(each -> each.equals(Dimension.PRODUCT) ? dimension(field) : each);
      }
    }
    return new Dimensions(all);
  }

  /** Whether rules may declare a field that is known without: there were rules before it was. */
  static boolean mayDeclare(String known) {
    return known.equals(Dimension.PRODUCT.name());
  }

  static Dimension dimension(Field field) {
    DimensionType type =
        switch (field.kind()) {
          case WORDS -> new DimensionType.Text();
          case CODE -> new DimensionType.Code();
          case NACE -> new DimensionType.Code(CodeScheme.NACE);
          case NACE_2_1 -> new DimensionType.Code(CodeScheme.NACE_2_1);
          case AREA -> new DimensionType.Area();
          case NUMBER -> number(field);
        };
    return new Dimension(field.name(), type, "A field that the rules declare.");
  }

  private static DimensionType number(Field field) {
    int scale = Math.clamp(field.decimals(), 0, DimensionType.Amount.MOST_DECIMALS);
    Interval numbers = field.numbers();
    BigDecimal low = numbers == null ? null : numbers.low();
    long lowest =
        Optional.ofNullable(low)
            .flatMap(bound -> Readings.findFixed(bound, scale))
            .orElse(Long.MIN_VALUE);
    return new DimensionType.Amount("", scale, lowest);
  }
}
