package bailiwick.core.optimize.plan;

import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;

/**
 * Tells whether a territory stays in one piece when a unit leaves it. Searches from all the unit's
 * neighbours in the territory at once and stops when they have met or one search has run dry, so
 * that the cost is a few steps in the usual case and that of the smaller piece in the worst. Not
 * thread-safe.
 *
 * <p>Looking at the neighbours first follows D. M. King, S. H. Jacobson, E. C. Sewell, *The
 * geo-graph in practice: creating United States congressional districts from census blocks*,
 * Computational Optimization and Applications 2018; the interleaved search needs no planar
 * embedding.
 */
public final class Connectivity {

  private final UnitGraph graph;
  private final int[] seenIn; // [unit] -> number of the question in which it was reached
  private final int[] source; // [unit] -> which search reached it
  private final int[] open; // units to go on from, in order of reaching
  private int[] parent = new int[16]; // [search] -> the search it merged into
  private int[] unfinished = new int[16]; // [search] -> units to go on from
  private int question;
  private long visited;

  /** A checker over the graph of touching units. */
  public Connectivity(UnitGraph graph) {
    this.graph = graph;
    this.seenIn = new int[graph.unitCount()];
    this.source = new int[graph.unitCount()];
    this.open = new int[graph.unitCount()];
  }

  /** Units looked at since the checker was made: the work it did. */
  public long visited() {
    return visited;
  }

  /**
   * Whether the unit's territory has no more pieces after the unit leaves it. A unit that is a
   * piece by itself may always leave.
   */
  public boolean canLeave(WorkingPlan plan, int unit) {
    int territory = plan.territoryOf(unit);
    int searches = begin(plan, unit, territory);
    if (searches <= 1) {
      return true;
    }
    return meet(plan, territory, searches);
  }

  /**
   * Collects the units that a unit cuts off from the rest of its territory: all pieces but the one
   * searched longest, which is the largest unless several are large.
   *
   * @param out takes the units cut off
   * @return how many, 0 when it cuts off nothing, -1 when more than {@code out} has room for
   */
  public int cutOff(WorkingPlan plan, int unit, int[] out) {
    int territory = plan.territoryOf(unit);
    int searches = begin(plan, unit, territory);
    if (searches <= 1) {
      return 0;
    }
    int active = searches;
    int end = searches;
    for (int next = 0; next < end && active > 1; next++) {
      if (next > 8 * out.length) {
        return -1;
      }
      int here = open[next];
      visited++;
      for (int k = graph.first(here); k < graph.end(here); k++) {
        int other = graph.neighbourAt(k);
        if (plan.territoryOf(other) != territory) {
          continue;
        }
        if (seenIn[other] != question) {
          seenIn[other] = question;
          source[other] = source[here];
          unfinished[root(source[here])]++;
          open[end++] = other;
        } else if (source[other] >= 0 && merge(source[here], source[other])) {
          active--;
        }
      }
      if (--unfinished[root(source[here])] == 0) {
        active--;
      }
    }
    return collect(end, out);
  }

  private int collect(int end, int[] out) {
    int main = root(source[open[end - 1]]);
    for (int next = 0; next < end; next++) {
      main = unfinished[root(source[open[next]])] > 0 ? root(source[open[next]]) : main;
    }
    int count = 0;
    for (int next = 0; next < end; next++) {
      if (root(source[open[next]]) != main) {
        if (count == out.length) {
          return -1;
        }
        out[count++] = open[next];
      }
    }
    return count;
  }

  private int begin(WorkingPlan plan, int unit, int territory) {
    question++;
    seenIn[unit] = question;
    source[unit] = -1;
    int searches = 0;
    for (int k = graph.first(unit); k < graph.end(unit); k++) {
      int other = graph.neighbourAt(k);
      if (plan.territoryOf(other) == territory) {
        makeRoom(searches);
        seenIn[other] = question;
        source[other] = searches;
        parent[searches] = searches;
        unfinished[searches] = 1;
        open[searches++] = other;
      }
    }
    return searches;
  }

  private boolean meet(WorkingPlan plan, int territory, int searches) {
    int apart = searches;
    int end = searches;
    for (int next = 0; next < end; next++) {
      int unit = open[next];
      visited++;
      for (int k = graph.first(unit); k < graph.end(unit); k++) {
        int other = graph.neighbourAt(k);
        if (plan.territoryOf(other) != territory) {
          continue;
        }
        if (seenIn[other] != question) {
          seenIn[other] = question;
          source[other] = source[unit];
          unfinished[root(source[unit])]++;
          open[end++] = other;
        } else if (source[other] >= 0 && merge(source[unit], source[other]) && --apart == 1) {
          return true;
        }
      }
      if (--unfinished[root(source[unit])] == 0) {
        return false;
      }
    }
    return false;
  }

  private boolean merge(int one, int other) {
    int a = root(one);
    int b = root(other);
    if (a == b) {
      return false;
    }
    parent[b] = a;
    unfinished[a] += unfinished[b];
    return true;
  }

  private int root(int search) {
    int root = search;
    while (parent[root] != root) {
      root = parent[root];
    }
    return root;
  }

  private void makeRoom(int searches) {
    if (searches == parent.length) {
      parent = Arrays.copyOf(parent, 2 * searches);
      unfinished = Arrays.copyOf(unfinished, 2 * searches);
    }
  }
}
