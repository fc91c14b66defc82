package bailiwick.rules.proof;

import bailiwick.rules.space.RuleSpace;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Which rules win where another one holds. Not thread-safe. */
final class Winners {

  /** What may be spent on a diagram of where one rule holds, in rules of states. */
  private static final long ON_ONE = 100_000;

  /** At so many places the walk gives up. */
  private static final int MOST_WALKED = 1_000_000;

  private final RuleSpace space;
  private final Diagram all;
  private final BooleanSupplier isTimeUp;

  Winners(RuleSpace space, Diagram all, BooleanSupplier isTimeUp) {
    this.space = space;
    this.all = all;
    this.isTimeUp = isTimeUp;
  }

  /**
   * The numbers of the rules that win, or claim, points of a rule, itself left out; empty when that
   * takes too much, or time is up. O(edges of both diagrams) for a rule that asks by axes alone.
   */
  Optional<BitSet> insteadOf(int rule) {
    var others = new BitSet();
    others.set(0, space.order().size());
    others.clear(rule);
    var budget = new Budget(ON_ONE, isTimeUp);
    Diagram one = DiagramBuilder.build(space, new OpenRules(space, others), all.order(), budget);
    if (one.reached().containsKey(Diagram.UNDECIDED)) {
      return Optional.empty();
    }
    var walk = new Walk(one);
    walk.from(one.root(), all.root());
    walk.winners.clear(rule);
    return walk.gaveUp ? Optional.empty() : Optional.of(walk.winners);
  }

  /** Walks two diagrams of one order side by side. */
  private final class Walk {

    private final Diagram one;
    private final Set<Long> seen = new HashSet<>();
    private final BitSet winners = new BitSet();
    private boolean gaveUp;

    Walk(Diagram one) {
      this.one = one;
    }

    void from(int alone, int among) {
      gaveUp = gaveUp || seen.size() > MOST_WALKED || isTimeUp.getAsBoolean();
      if (alone == Diagram.NOBODY || gaveUp) {
        return;
      }
      if (alone < 0 && among < 0) {
        addClaiming(among);
        return;
      }
      if (!seen.add((long) alone << Integer.SIZE | (among & 0xFFFF_FFFFL))) {
        return;
      }
      if (among < 0 || (alone >= 0 && one.level(alone) < all.level(among))) {
        for (int edge = 0; edge < one.edges(alone); edge++) {
          from(one.to(alone, edge), among);
        }
      } else if (alone < 0 || all.level(among) < one.level(alone)) {
        for (int edge = 0; edge < all.edges(among); edge++) {
          from(alone, all.to(among, edge));
        }
      } else {
        fromBoth(alone, among);
      }
    }

    private void fromBoth(int alone, int among) {
      int edge = 0;
      int other = 0;
      while (edge < one.edges(alone) && other < all.edges(among)) {
        from(one.to(alone, edge), all.to(among, other));
        int end = one.end(alone, edge);
        int otherEnd = all.end(among, other);
        edge += end <= otherEnd ? 1 : 0;
        other += otherEnd <= end ? 1 : 0;
      }
    }

    /** The first rule of a leaf wins, unless another territory claims the same. */
    private void addClaiming(int leaf) {
      int[] rules = all.rules(leaf);
      for (int number : rules) {
        boolean isOfWinner =
            space.order().get(number).territory().equals(space.order().get(rules[0]).territory());
        if (number == rules[0] || !isOfWinner) {
          winners.set(number);
        }
      }
    }
  }
}
