package bailiwick.geo.lookup;

import bailiwick.core.unit.LonLat;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Finds the nearest of many points on the globe, across the date line and at the poles as anywhere.
 * Immutable and thread-safe. Building costs O(n log² n), a search O(log n) on average.
 */
public final class NearestLookup {

  private final SphereTree tree;

  private NearestLookup(SphereTree tree) {
    this.tree = tree;
  }

  /** Holds points by their position in a list. */
  public static NearestLookup of(List<LonLat> points) {
    double[] lon = new double[points.size()];
    double[] lat = new double[points.size()];
    for (int i = 0; i < points.size(); i++) {
      lon[i] = points.get(i).lon();
      lat[i] = points.get(i).lat();
    }
    return of(lon, lat);
  }

  /**
   * Holds points by their position in two arrays, which are not kept.
   *
   * @param lon degrees east
   * @param lat degrees north, same length
   */
  public static NearestLookup of(double[] lon, double[] lat) {
    return new NearestLookup(SphereTree.of(lon, lat));
  }

  /** The number of the nearest point, the lower number of two as near; none when it holds none. */
  public OptionalInt findNearest(LonLat to) {
    return findNearest(to, number -> true);
  }

  /** The number of the nearest point that is accepted; none when none is. */
  public OptionalInt findNearest(LonLat to, IntPredicate accepted) {
    return new NearestSearch(tree, to, accepted).find();
  }

  /**
   * The number of the nearest point of another group; none when there is none within reach. Parts
   * of the tree that hold no other group are not gone through, so that a search from the inside of
   * a large group costs no more than one from its edge.
   *
   * <p>Source: March, Ram and Gray, <i>Fast Euclidean minimum spanning tree</i>, KDD 2010, section
   * 4, of which the nodes that know their component are taken.
   *
   * @param groups of the points of this lookup
   * @param own the group that is passed over
   * @param withinKm how far to look at most, infinity for everywhere
   */
  public OptionalInt findNearestOutside(LonLat to, PointGroups groups, int own, double withinKm) {
    NearestSearch search = new NearestSearch(tree, to, number -> groups.groupOf(number) != own);
    search.passOver(groups, own);
    search.lookWithin(withinKm);
    return search.find();
  }

  /**
   * Notes which points belong together, for {@link #findNearestOutside}. O(n).
   *
   * @param groupOf {@code groupOf[number]} is the group of a point, 0 or more; not kept
   */
  public PointGroups grouped(int[] groupOf) {
    return PointGroups.of(tree, groupOf);
  }
}
