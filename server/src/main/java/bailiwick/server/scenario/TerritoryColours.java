package bailiwick.server.scenario;

import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Colour numbers for territories such that neighbours differ, by D. Brélaz, <em>New methods to
 * color the vertices of a graph</em>, CACM 1979 (DSATUR). Differs from the paper: of the colours
 * allowed it takes the one used least so far and not the smallest, so that a map of forty
 * territories shows the whole palette.
 */
final class TerritoryColours {

  /** Colours spread over before a further one is opened; planar maps need at most four. */
  private static final int PALETTE = 10;

  private TerritoryColours() {}

  /** Which territories touch: {@code [territory]} holds the numbers of its neighbours. */
  static BitSet[] neighbours(UnitGraph graph, int[] territoryOf, int territoryCount) {
    BitSet[] touching = new BitSet[territoryCount];
    Arrays.setAll(touching, t -> new BitSet(territoryCount));
    for (int unit = 0; unit < territoryOf.length; unit++) {
      int own = territoryOf[unit];
      if (own < 0) {
        continue;
      }
      for (int k = graph.first(unit); k < graph.end(unit); k++) {
        int other = territoryOf[graph.neighbourAt(k)];
        if (other >= 0 && other != own) {
          touching[own].set(other);
        }
      }
    }
    return touching;
  }

  /** Fresh colours: {@code [territory] -> colour}. O(territories²). */
  static int[] of(BitSet[] touching) {
    int[] colours = new int[touching.length];
    Arrays.fill(colours, -1);
    int[] used = new int[touching.length + PALETTE];
    for (int done = 0; done < touching.length; done++) {
      int next = mostConstrained(touching, colours);
      colours[next] = leastUsed(touching[next], colours, used);
      used[colours[next]]++;
    }
    return colours;
  }

  /**
   * Colours as given, changed only where two neighbours share one: the territory with the higher
   * number takes another.
   */
  static int[] repaired(BitSet[] touching, int[] given) {
    int[] colours = given.clone();
    int[] used = new int[touching.length + PALETTE + Arrays.stream(given).max().orElse(0) + 1];
    for (int colour : colours) {
      used[colour]++;
    }
    for (int t = 0; t < colours.length; t++) {
      int own = colours[t];
      int territory = t;
      if (touching[t].stream().anyMatch(n -> n < territory && colours[n] == own)) {
        used[own]--;
        colours[t] = leastUsed(touching[t], colours, used);
        used[colours[t]]++;
      }
    }
    return colours;
  }

  private static int mostConstrained(BitSet[] touching, int[] colours) {
    int best = -1;
    int bestSeen = -1;
    for (int t = 0; t < colours.length; t++) {
      if (colours[t] >= 0) {
        continue;
      }
      int seen =
          (int) touching[t].stream().map(n -> colours[n]).filter(c -> c >= 0).distinct().count();
      int rank = seen * touching.length + touching[t].cardinality();
      if (rank > bestSeen) {
        best = t;
        bestSeen = rank;
      }
    }
    return best;
  }

  private static int leastUsed(BitSet neighbours, int[] colours, int[] used) {
    BitSet taken = new BitSet();
    neighbours.stream().map(n -> colours[n]).filter(c -> c >= 0).forEach(taken::set);
    int best = taken.nextClearBit(PALETTE);
    for (int colour = PALETTE - 1; colour >= 0; colour--) {
      if (!taken.get(colour) && (best >= PALETTE || used[colour] <= used[best])) {
        best = colour;
      }
    }
    return best;
  }
}
