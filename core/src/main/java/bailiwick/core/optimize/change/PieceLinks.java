package bailiwick.core.optimize.change;

import bailiwick.core.design.Distances;
import bailiwick.core.design.Succession;
import bailiwick.core.design.Today;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Links between the pieces in which territories lie today: with them each hangs together, so that a
 * change holds nobody to a contiguity that is not there today. Each smaller piece is linked to the
 * largest of its territory, where units that are somebody's come near: these are dear to move, so
 * that links seldom come loose. Immutable.
 *
 * <p>Cost: O(units + edges + pieces × units of the largest).
 */
final class PieceLinks {

  /**
   * Two units of one territory that do not touch.
   *
   * @param territory whose they are today
   */
  private record Link(int territory, int one, int other) {}

  private final UnitGraph touching;
  private final List<Link> links;

  private PieceLinks(UnitGraph touching, List<Link> links) {
    this.touching = touching;
    this.links = List.copyOf(links);
  }

  /**
   * The links of a plan.
   *
   * @param land {@code [unit] -> territory}, -1 where the unit has none
   * @param today whose each unit is without the land around it; each piece has some that is
   *     somebody's
   */
  static PieceLinks of(UnitGraph touching, Distances distances, int[] land, Today today) {
    int[] pieceOf = Contiguity.pieceOf(touching, land);
    Map<Integer, Map<Integer, List<Integer>>> units = new TreeMap<>(); // by territory, by piece
    for (int unit = 0; unit < land.length; unit++) {
      if (land[unit] >= 0 && today.territoryOf(unit) >= 0) {
        units
            .computeIfAbsent(land[unit], territory -> new TreeMap<>())
            .computeIfAbsent(pieceOf[unit], piece -> new ArrayList<>())
            .add(unit);
      }
    }
    List<Link> links = new ArrayList<>();
    units.forEach((territory, pieces) -> {
      List<List<Integer>> smallerFirst = new ArrayList<>(pieces.values());
      smallerFirst.sort(Comparator.comparingInt(List::size));
      List<Integer> largest = smallerFirst.removeLast();
      for (List<Integer> piece : smallerFirst) {
        int near = nearest(distances, piece.getFirst(), largest);
        links.add(new Link(territory, nearest(distances, near, piece), near));
      }
    });
    return new PieceLinks(touching, links);
  }

  /** No links, where nothing asks for one piece. */
  static PieceLinks none(UnitGraph near) {
    return new PieceLinks(near, List.of());
  }

  private static int nearest(Distances distances, int unit, List<Integer> others) {
    int nearest = others.getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (int other : others) {
      double distance = distances.between(unit, other);
      if (distance < least) {
        least = distance;
        nearest = other;
      }
    }
    return nearest;
  }

  /** Whether each territory lies in one piece. */
  boolean isEmpty() {
    return links.isEmpty();
  }

  /** Which units touch or are linked. */
  UnitGraph graph() {
    return graph(links);
  }

  /**
   * Which units touch or are linked, but for links by which a territory would hang together that
   * does not come from the one they are for.
   *
   * @param plan {@code [unit] -> territory}
   * @param succession by whose numbers the territories go
   */
  UnitGraph graphFor(int[] plan, Succession succession) {
    return graph(
        links.stream()
            .filter(link ->
                succession.originOf(plan[link.one()]) == succession.originOf(link.territory()))
            .toList());
  }

  private UnitGraph graph(List<Link> with) {
    if (with.isEmpty()) {
      return touching;
    }
    IntStream.Builder from = IntStream.builder();
    IntStream.Builder to = IntStream.builder();
    for (int unit = 0; unit < touching.unitCount(); unit++) {
      for (int k = touching.first(unit); k < touching.end(unit); k++) {
        from.add(unit);
        to.add(touching.neighbourAt(k));
      }
    }
    for (Link link : with) {
      from.add(link.one());
      to.add(link.other());
    }
    return UnitGraph.of(touching.unitCount(), from.build().toArray(), to.build().toArray());
  }
}
