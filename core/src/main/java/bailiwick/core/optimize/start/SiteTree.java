package bailiwick.core.optimize.start;

import bailiwick.core.design.Distances;
import java.util.stream.IntStream;

/**
 * Finds the sites nearest to a place among some sites, by the coordinates of their distances. A k-d
 * tree: O(n log n) to build, O(log n) to ask as a rule. Not thread-safe: an answer is read from the
 * tree itself until the next question.
 *
 * <p>Source: J. L. Bentley, *Multidimensional binary search trees used for associative searching*,
 * CACM 1975.
 */
public final class SiteTree {

  private final Distances distances;
  private final int[] sites;
  private final int[] tree; // positions in sites, the middle of each range splits it
  private final int most;
  private final int[] nearest; // [rank] -> position in sites
  private final double[] nearestAt; // [rank] -> squared distance
  private int found;

  /**
   * A tree over sites.
   *
   * @param sites a site may stand there several times
   * @param most places that an answer has at most
   */
  public SiteTree(Distances distances, int[] sites, int most) {
    this.distances = distances;
    this.sites = sites.clone();
    this.tree = IntStream.range(0, sites.length).toArray();
    this.most = most;
    this.nearest = new int[most];
    this.nearestAt = new double[most];
    split(0, sites.length, 0);
  }

  private void split(int from, int to, int dimension) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    Selection.select(tree, from, to, middle, position -> at(position, dimension));
    int next = (dimension + 1) % Distances.DIMENSIONS;
    split(from, middle, next);
    split(middle + 1, to, next);
  }

  private double at(int position, int dimension) {
    return distances.coordinate(sites[position], dimension);
  }

  /**
   * Looks for the nearest places to a site.
   *
   * @param site any site
   * @param without position in the sites that is not to be found, or -1
   * @return how many were found
   */
  public int find(int site, int without) {
    found = 0;
    if (most > 0) {
      search(site, without, 0, tree.length, 0);
    }
    return found;
  }

  /** Position in the sites of a place found, by rank from 0. */
  public int nearest(int rank) {
    return nearest[rank];
  }

  private void search(int site, int without, int from, int to, int dimension) {
    if (from >= to) {
      return;
    }
    int middle = (from + to) >>> 1;
    int here = tree[middle];
    if (here != without) {
      keep(here, square(site, sites[here]));
    }
    double step = distances.coordinate(site, dimension) - at(here, dimension);
    int next = (dimension + 1) % Distances.DIMENSIONS;
    boolean before = step <= 0;
    search(site, without, before ? from : middle + 1, before ? middle : to, next);
    if (found < most || step * step <= nearestAt[most - 1]) {
      search(site, without, before ? middle + 1 : from, before ? to : middle, next);
    }
  }

  private void keep(int position, double square) {
    if (found == most && square >= nearestAt[most - 1]) {
      return;
    }
    int place = Math.min(found, most - 1);
    while (place > 0 && nearestAt[place - 1] > square) {
      nearest[place] = nearest[place - 1];
      nearestAt[place] = nearestAt[place - 1];
      place--;
    }
    nearest[place] = position;
    nearestAt[place] = square;
    found = Math.min(most, found + 1);
  }

  private double square(int one, int other) {
    double square = 0;
    for (int d = 0; d < Distances.DIMENSIONS; d++) {
      double step = distances.coordinate(one, d) - distances.coordinate(other, d);
      square += step * step;
    }
    return square;
  }
}
