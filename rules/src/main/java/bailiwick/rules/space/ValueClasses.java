package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;
import java.io.Serializable;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of one dimension, divided into classes that the rules cannot tell apart. A class is a
 * number from 0. Immutable.
 */
public sealed interface ValueClasses extends Serializable permits AmountClasses, TextClasses {

  /** The class of the unknown value. */
  int UNKNOWN = 0;

  /** How many classes there are. */
  int count();

  /** The class of a known value. */
  int classOf(AttributeValue value);

  /** The class of a value, null when unknown. */
  default int find(@Nullable AttributeValue value) {
    return value == null ? UNKNOWN : classOf(value);
  }

  /**
   * Values that stand for classes, those nearest to the subject's first. Classes of which no value
   * can be named are left out, and so is the class of the unknown.
   *
   * @param from the subject's value, null when unknown
   */
  Stream<Neighbour> neighbours(@Nullable AttributeValue from);

  /**
   * A value that stands for its class.
   *
   * @param of the class
   * @param distance how far it is from the subject's value, above 0 and at most 1
   */
  record Neighbour(AttributeValue value, int of, double distance) {}

  /** The text of a value that must be one. */
  static String text(AttributeValue value) {
    if (value instanceof AttributeValue.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException("The value (%s) must be a text.".formatted(value));
  }

  /** The number of a value that must be one. */
  static long amount(AttributeValue value) {
    if (value instanceof AttributeValue.Amount amount) {
      return amount.fixed();
    }
    throw new IllegalArgumentException("The value (%s) must be a number.".formatted(value));
  }

  /**
   * Classes, and for each question those that it holds for.
   *
   * @param classesOf {@code classesOf.get(number of a question)}
   */
  record Divided(ValueClasses classes, Map<Integer, Runs> classesOf) {}
}
