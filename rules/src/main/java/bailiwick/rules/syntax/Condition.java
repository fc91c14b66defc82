package bailiwick.rules.syntax;

import bailiwick.rules.source.Span;
import java.io.Serializable;
import java.util.List;

/**
 * What a rule asks of a subject. Every node knows where it stood in the rule file.
 *
 * <p>Each question about a dimension says by {@code unknown} whether it holds for a subject whose
 * value is unknown. So a condition always either holds or does not, and {@link Not} is the true
 * complement.
 */
public sealed interface Condition extends Serializable {

  /** Whether it is an and of no parts. */
  default boolean isAlways() {
    return this instanceof All all && all.parts().isEmpty();
  }

  /** Whether it is an or of no parts. */
  default boolean isNever() {
    return this instanceof Any any && any.parts().isEmpty();
  }

  /** Whether nothing but one dimension is asked about. */
  default boolean asksOnlyAbout(String dimension) {
    return switch (this) {
      case All all -> all.parts().stream().allMatch(part -> part.asksOnlyAbout(dimension));
      case Any any -> any.parts().stream().allMatch(part -> part.asksOnlyAbout(dimension));
      case Not not -> not.part().asksOnlyAbout(dimension);
      case Atom atom -> atom.dimension().equals(dimension);
    };
  }

  /** Whether a dimension is asked about. */
  default boolean asksAbout(String dimension) {
    return switch (this) {
      case All all -> all.parts().stream().anyMatch(part -> part.asksAbout(dimension));
      case Any any -> any.parts().stream().anyMatch(part -> part.asksAbout(dimension));
      case Not not -> not.part().asksAbout(dimension);
      case Atom atom -> atom.dimension().equals(dimension);
    };
  }

  /** Where it stood, {@link Span#NONE} when the program made it. */
  Span span();

  /** Holds when every part holds; an empty list holds. */
  record All(List<Condition> parts, Span span) implements Condition {

    /** Holds for every subject. */
    public static final All ALWAYS = new All(List.of(), Span.NONE);

    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Holds when some part holds; an empty list does not. */
  record Any(List<Condition> parts, Span span) implements Condition {

    /** Holds for no subject. */
    public static final Any NEVER = new Any(List.of(), Span.NONE);

    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** Holds when the part does not. */
  record Not(Condition part, Span span) implements Condition {}

  /** A question about one dimension. */
  sealed interface Atom extends Condition {

    /** Name of the dimension. */
    String dimension();

    /** Whether it holds for a subject whose value is unknown. */
    boolean unknown();
  }

  /** Holds when the value equals one of the values, case and accents included. */
  record In(String dimension, List<Value> values, boolean unknown, Span span) implements Atom {
    public In {
      values = List.copyOf(values);
    }
  }

  /** Holds when the code starts with one of the prefixes. */
  record Prefix(String dimension, List<Value> prefixes, boolean unknown, Span span)
      implements Atom {
    public Prefix {
      prefixes = List.copyOf(prefixes);
    }
  }

  /** Holds when the number lies in one of the intervals. */
  record Range(String dimension, List<Interval> intervals, boolean unknown, Span span)
      implements Atom {
    public Range {
      intervals = List.copyOf(intervals);
    }
  }

  /** Holds when the area is one of the areas, or lies inside one. */
  record Within(String dimension, List<Value> areas, boolean unknown, Span span) implements Atom {
    public Within {
      areas = List.copyOf(areas);
    }
  }

  /** Holds when the value stands in a list of the rule set. */
  record Listed(String dimension, Value list, boolean unknown, Span span) implements Atom {}
}
