package bailiwick.rules.proof;

import bailiwick.rules.proof.Diagram.Reached;
import bailiwick.rules.proof.RuleProof.Clash;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Rule;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what the leaves of a diagram say. Not thread-safe. */
final class Tally {

  private final RuleSpace space;
  private final Diagram diagram;
  private final BitSet winning = new BitSet();
  private final BitSet clashing = new BitSet();
  private final Map<Pair, Extent.Builder> clashes = new LinkedHashMap<>();
  private boolean hasMoreClashes;
  private final Extent.Builder gap = new Extent.Builder();
  private final Extent.Builder conflict = new Extent.Builder();
  private final Extent.Builder undecided = new Extent.Builder();

  private Tally(RuleSpace space, Diagram diagram) {
    this.space = space;
    this.diagram = diagram;
  }

  private record Pair(int rule, int other) {}

  /** What the leaves come to; see {@link RuleProof} for each. */
  record Findings(
      Extent gap,
      Extent conflict,
      Extent undecided,
      List<Clash> clashes,
      boolean hasMoreClashes,
      List<Rule> clashing,
      List<Rule> neverWinning) {
    Findings {
      clashes = List.copyOf(clashes);
      clashing = List.copyOf(clashing);
      neverWinning = List.copyOf(neverWinning);
    }
  }

  /** O(edges + rules of the leaves). */
  static Findings of(RuleSpace space, Diagram diagram) {
    var tally = new Tally(space, diagram);
    diagram.reached().forEach(tally::add);
    return tally.findings();
  }

  private void add(int leaf, Reached reached) {
    switch (leaf) {
      case Diagram.NOBODY -> gap.add(leaf, reached);
      case Diagram.UNDECIDED -> undecided.add(leaf, reached);
      default -> addRules(leaf, reached);
    }
  }

  /** Adds the points where just these rules hold with the best priority. */
  private void addRules(int leaf, Reached reached) {
    int[] rules = diagram.rules(leaf);
    Rule first = space.order().get(rules[0]);
    boolean disputed = false;
    for (int number : rules) {
      if (!space.order().get(number).territory().equals(first.territory())) {
        disputed = true;
        clashing.set(rules[0]);
        clashing.set(number);
        addClash(new Pair(rules[0], number), leaf, reached);
      }
    }
    if (disputed) {
      conflict.add(leaf, reached);
    } else {
      winning.set(rules[0]);
    }
  }

  private void addClash(Pair pair, int leaf, Reached reached) {
    if (clashes.containsKey(pair) || clashes.size() < RuleProof.MOST_CLASHES) {
      clashes.computeIfAbsent(pair, of -> new Extent.Builder()).add(leaf, reached);
    } else {
      hasMoreClashes = true;
    }
  }

  private Findings findings() {
    Extent unknown = undecided.build(space, diagram);
    BitSet never = new BitSet();
    if (unknown.isEmpty()) { // else they may win where nobody looked
      never.set(0, space.order().size());
      never.andNot(winning);
    }
    return new Findings(
        gap.build(space, diagram),
        conflict.build(space, diagram),
        unknown,
        clashes.entrySet().stream().map(pair -> clash(pair.getKey(), pair.getValue())).toList(),
        hasMoreClashes,
        rules(clashing),
        rules(never));
  }

  private Clash clash(Pair pair, Extent.Builder where) {
    return new Clash(
        space.order().get(pair.rule()),
        space.order().get(pair.other()),
        where.build(space, diagram));
  }

  private List<Rule> rules(BitSet numbers) {
    return numbers.stream().mapToObj(space.order()::get).toList();
  }
}
