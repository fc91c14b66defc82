package bailiwick.rules.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns formulas into regions: parts of one axis become one, known parts go. */
final class Regions {

  private final int[] sizes; // [axis] -> classes
  private final List<Map<Integer, Runs>> classesOf; // [axis] -> question -> where it holds

  Regions(int[] sizes, List<Map<Integer, Runs>> classesOf) {
    this.sizes = sizes;
    this.classesOf = classesOf;
  }

  /** The region where a formula holds. O(size of the formula × runs of its questions). */
  Region of(Formula formula) {
    return switch (formula) {
      case Formula.Ask ask ->
          part(ask.column(), classesOf.get(ask.column()).getOrDefault(ask.question(), Runs.NONE));
      case Formula.All all -> all(all.parts().stream().map(this::of).toList());
      case Formula.Any any -> not(all(any.parts().stream().map(part -> not(of(part))).toList()));
      case Formula.Not not -> not(of(not.part()));
    };
  }

  private Region part(int axis, Runs classes) {
    if (classes.isEmpty()) {
      return Region.none();
    }
    return classes.isAll(sizes[axis]) ? Region.all() : new Region.Part(axis, classes);
  }

  private Region all(List<Region> parts) {
    Map<Integer, Runs> byAxis = new TreeMap<>();
    List<Region> joined = new ArrayList<>();
    for (Region part : flat(parts)) {
      if (part instanceof Region.Part one) {
        byAxis.merge(one.axis(), one.classes(), Runs::and);
      } else if (part.isNone()) {
        return Region.none();
      } else {
        joined.add(part);
      }
    }
    List<Region> all = new ArrayList<>(byAxis.size() + joined.size());
    for (Map.Entry<Integer, Runs> axis : byAxis.entrySet()) {
      Region part = part(axis.getKey(), axis.getValue());
      if (part.isNone()) {
        return Region.none();
      }
      all.add(part); // an and of parts is never more than each, so never all
    }
    all.addAll(joined);
    return all.size() == 1 ? all.getFirst() : new Region.All(List.copyOf(all));
  }

  private static List<Region> flat(List<Region> parts) {
    List<Region> flat = new ArrayList<>(parts.size());
    for (Region part : parts) {
      if (part instanceof Region.All all) {
        flat.addAll(all.parts()); // made by this class, so flat itself
      } else {
        flat.add(part);
      }
    }
    return flat;
  }

  private Region not(Region region) {
    return switch (region) {
      case Region.Part part -> part(part.axis(), part.classes().complement(sizes[part.axis()]));
      case Region.Not not -> not.part();
      case Region.All all when all.isAll() -> Region.none();
      case Region.Any any when any.isNone() -> Region.all();
      case Region.All all -> new Region.Not(all);
      case Region.Any any -> new Region.Not(any);
    };
  }
}
