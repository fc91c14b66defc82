package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;
import java.io.Serializable;
import java.util.Map;
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
   * Where a value belongs in the order of classes: the further a class is from there, on either
   * side, the further are its values. The number of the first class on the right.
   *
   * @param from null when unknown
   */
  int gap(@Nullable AttributeValue from);

  /**
   * A value that stands for a class, null when none can be named, as of the unknown.
   *
   * @param from the subject's value, null when unknown
   */
  @Nullable Neighbour neighbour(@Nullable AttributeValue from, int of);

  /** Values that stand for classes, those nearest to the subject's first. */
  default NearestFirst neighbours(@Nullable AttributeValue from) {
    return new NearestFirst(this, from, gap(from), UNKNOWN, count());
  }

  /**
   * The same within classes from a start to before an end.
   *
   * @param gap of the subject's value, for who looks around it again and again
   */
  default NearestFirst neighbours(@Nullable AttributeValue from, int gap, int start, int end) {
    return new NearestFirst(this, from, gap, start, end);
  }

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
