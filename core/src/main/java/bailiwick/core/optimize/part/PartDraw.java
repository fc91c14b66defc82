package bailiwick.core.optimize.part;

import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws territories that lie together: one as the seed and neighbours around it, the more likely
 * the longer their border with what is drawn. Not thread-safe.
 */
final class PartDraw {

  private final UnitGraph near;
  private final SplittableRandom random;
  private final int[][] contacts; // [territory][territory] -> edges between them
  private final int[] sizes; // [territory] -> its units

  /**
   * Draws for a problem.
   *
   * @param near the graph whose edges tell which territories are neighbours
   * @param random of every choice
   */
  PartDraw(UnitGraph near, int territoryCount, SplittableRandom random) {
    this.near = near;
    this.random = random;
    this.contacts = new int[territoryCount][territoryCount];
    this.sizes = new int[territoryCount];
  }

  /** All territories in a drawn order. */
  int[] order() {
    int[] order = new int[sizes.length];
    for (int t = 0; t < order.length; t++) {
      int other = random.nextInt(t + 1);
      order[t] = order[other];
      order[other] = t;
    }
    return order;
  }

  /**
   * Draws parts that share no territory.
   *
   * @param plan {@code [unit] -> territory}
   * @param order of the seeds
   * @param seeded takes the seeds that have had their turn
   * @param units that a part may have, except that any two territories are allowed
   * @param most parts to draw
   * @return territories of each part, at least two, ascending; empty when no seed is left
   */
  List<int[]> draw(int[] plan, int[] order, BitSet seeded, int units, int most) {
    look(plan);
    List<int[]> parts = new ArrayList<>();
    BitSet taken = new BitSet();
    for (int seed : order) {
      if (parts.size() < most && !seeded.get(seed) && !taken.get(seed)) {
        seeded.set(seed);
        BitSet part = grow(seed, units, taken);
        if (part.cardinality() > 1) {
          taken.or(part);
          parts.add(part.stream().toArray());
        }
      }
    }
    return parts;
  }

  private void look(int[] plan) {
    for (int t = 0; t < sizes.length; t++) {
      sizes[t] = 0;
      Arrays.fill(contacts[t], 0);
    }
    for (int unit = 0; unit < plan.length; unit++) {
      sizes[plan[unit]]++;
      for (int k = near.first(unit); k < near.end(unit); k++) {
        contacts[plan[unit]][plan[near.neighbourAt(k)]]++;
      }
    }
  }

  private BitSet grow(int seed, int units, BitSet taken) {
    BitSet part = new BitSet();
    part.set(seed);
    int size = sizes[seed];
    for (int next = next(part, taken, units); next >= 0; next = next(part, taken, units - size)) {
      part.set(next);
      size += sizes[next];
    }
    return part;
  }

  /** A neighbour of a part that is free and fits; the first one need not fit; -1 without one. */
  private int next(BitSet part, BitSet taken, int room) {
    boolean isFirst = part.cardinality() == 1;
    long[] border = new long[sizes.length];
    long sum = 0;
    for (int t = 0; t < border.length; t++) {
      if (!part.get(t) && !taken.get(t) && (isFirst || sizes[t] <= room)) {
        for (int own = part.nextSetBit(0); own >= 0; own = part.nextSetBit(own + 1)) {
          border[t] += contacts[own][t];
        }
        sum += border[t];
      }
    }
    if (sum == 0) {
      return -1;
    }
    long left = random.nextLong(sum);
    int drawn = -1;
    while (left >= 0) {
      left -= border[++drawn];
    }
    return drawn;
  }
}
