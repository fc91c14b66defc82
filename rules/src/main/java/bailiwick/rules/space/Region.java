package bailiwick.rules.space;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a condition holds in a space of classes. What asks about one axis alone is one part; parts
 * of different axes are joined and never multiplied out. Immutable.
 */
public sealed interface Region {

  /** The whole space. */
  static Region all() {
    return new All(List.of());
  }

  /** Nothing of it. */
  static Region none() {
    return new Any(List.of());
  }

  /** Where the class in one axis is one of these. */
  record Part(int axis, Runs classes) implements Region {}

  /** Where every part holds; all parts stand for different axes, or are joined themselves. */
  record All(List<Region> parts) implements Region {}

  /** Where some part holds. */
  record Any(List<Region> parts) implements Region {}

  /** Where the part does not hold. */
  record Not(Region part) implements Region {}

  /** Whether it is the whole space, and nothing is left to ask. */
  default boolean isAll() {
    return this instanceof All all && all.parts().isEmpty();
  }

  /** Whether it is nothing of the space. */
  default boolean isNone() {
    return this instanceof Any any && any.parts().isEmpty();
  }

  /** Whether a point, as a class for each axis, lies in it. */
  default boolean holds(int[] classes) {
    return switch (this) {
      case Part part -> part.classes().has(classes[part.axis()]);
      case All all -> all.parts().stream().allMatch(part -> part.holds(classes));
      case Any any -> any.parts().stream().anyMatch(part -> part.holds(classes));
      case Not not -> !not.part().holds(classes);
    };
  }

  /** What is left where one axis is known to have this class. O(size of the region). */
  default Region at(int axis, int of) {
    return switch (this) {
      case Part part -> part.axis() != axis ? part : part.classes().has(of) ? all() : none();
      case All all -> {
        List<Region> left = new ArrayList<>(all.parts().size());
        for (Region part : all.parts()) {
          Region rest = part.at(axis, of);
          if (rest.isNone()) {
            yield none();
          }
          if (!rest.isAll()) {
            left.add(rest);
          }
        }
        yield left.size() == 1 ? left.getFirst() : new All(List.copyOf(left));
      }
      case Any any -> {
        List<Region> left = new ArrayList<>(any.parts().size());
        for (Region part : any.parts()) {
          Region rest = part.at(axis, of);
          if (rest.isAll()) {
            yield all();
          }
          if (!rest.isNone()) {
            left.add(rest);
          }
        }
        yield left.size() == 1 ? left.getFirst() : new Any(List.copyOf(left));
      }
      case Not not -> complement(not.part().at(axis, of));
    };
  }

  private static Region complement(Region of) {
    return of.isAll() ? none() : of.isNone() ? all() : new Not(of);
  }
}
