package bailiwick.geo.tiling;

import bailiwick.geo.shape.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;

/** Merges the shapes of a tiling by group, such as units into the territories that hold them. */
public final class TilingMerge {

  private TilingMerge() {}

  /**
   * Returns one shape for each group: borders within a group vanish, the others stay vertex by
   * vertex, so that merged shapes tile as well. O(vertices).
   *
   * @param tiles shapes that neither overlap nor leave slivers between them
   * @param groupOf the group of a tile by its id; tiles without one are left out
   * @return in ascending order of the groups, which are the ids
   */
  public static List<Feature> merge(
      List<Feature> tiles, Function<String, Optional<String>> groupOf) {
    SortedMap<String, List<Geometry>> groups = new TreeMap<>();
    for (Feature tile : tiles) {
      groupOf
          .apply(tile.id())
          .ifPresent(group ->
              groups.computeIfAbsent(group, key -> new ArrayList<>()).add(tile.geometry()));
    }
    List<Feature> merged = new ArrayList<>();
    groups.forEach((group, shapes) -> merged.add(Feature.of(group, Tiling.sum(shapes))));
    return merged;
  }
}
