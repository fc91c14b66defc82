package bailiwick.rules.check;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Field;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Value;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the fields that a rule set declares; collects what it finds. */
final class FieldChecker {

  /** Farther from 0 no proof counts. */
  private static final BigDecimal FARTHEST = BigDecimal.valueOf(1L << 61);

  private final Dimensions known;
  private final List<RuleProblem> problems;

  FieldChecker(Dimensions known, List<RuleProblem> problems) {
    this.known = known;
    this.problems = problems;
  }

  void check(RuleSet rules) {
    Set<String> names = new HashSet<>(known.names());
    names.removeIf(DeclaredFields::mayDeclare);
    for (Field field : rules.fields()) {
      if (!canBeName(field.name())) {
        problems.add(new RuleProblem.FieldName(field.name(), field.span()));
        continue;
      }
      if (!names.add(field.name())) {
        problems.add(new RuleProblem.Duplicate("field", field.name(), field.span()));
      }
      checkDomain(field);
    }
  }

  /** Words for kinds of fields stand where no field can, so a field may have their names. */
  private static boolean canBeName(String name) {
    boolean isKind = Stream.of(Field.Kind.values()).anyMatch(kind -> kind.word().equals(name));
    return Dimension.isName(name) && (isKind || !RulePrinter.isWordOfTheLanguage(name));
  }

  private void checkDomain(Field field) {
    if (field.decimals() > DimensionType.Amount.MOST_DECIMALS) {
      problems.add(
          new RuleProblem.Unexpected(
              "at most %s decimals".formatted(DimensionType.Amount.MOST_DECIMALS),
              String.valueOf(field.decimals()),
              field.span()));
    }
    Set<String> seen = new HashSet<>();
    Dimension dimension = DeclaredFields.dimension(field);
    for (Value value : field.values()) {
      if (!seen.add(value.text())) {
        problems.add(new RuleProblem.RepeatedValue(value.text(), value.span()));
      }
      if (Readings.read(dimension, value.text()).isEmpty()) {
        problems.add(new RuleProblem.NotACode(value.text(), field.name(), value.span()));
      }
    }
    Interval numbers = field.numbers();
    if (numbers != null) {
      checkNumbers(field, numbers);
    }
  }

  private void checkNumbers(Field field, Interval numbers) {
    BigDecimal low = numbers.low();
    BigDecimal high = numbers.high();
    checkScale(low, field, numbers);
    checkScale(high, field, numbers);
    if (low == null) {
      problems.add(
          new RuleProblem.Unexpected(
              "an interval with a lowest number, such as 0.. or 1800..2100",
              "`" + numbers.shown() + "`",
              numbers.span()));
    } else if (high != null && low.compareTo(high) > 0) {
      problems.add(
          new RuleProblem.EmptyRange(low.toPlainString(), high.toPlainString(), numbers.span()));
    }
  }

  private void checkScale(@Nullable BigDecimal bound, Field field, Interval at) {
    int scale = Math.min(field.decimals(), DimensionType.Amount.MOST_DECIMALS);
    if (bound != null
        && (Readings.fixed(bound, scale).isEmpty()
            || bound.movePointRight(scale).abs().compareTo(FARTHEST) > 0)) {
      problems.add(
          new RuleProblem.NumberOutOfScale(bound.toPlainString(), field.name(), scale, at.span()));
    }
  }
}
