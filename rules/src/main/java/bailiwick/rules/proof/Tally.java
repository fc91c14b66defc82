package bailiwick.rules.proof;

import bailiwick.rules.attribute.Subject;
import bailiwick.rules.proof.Diagram.Reached;
import bailiwick.rules.proof.RuleProof.Clash;
import bailiwick.rules.proof.RuleProof.Fault;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Rule;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up what the leaves of a diagram say. Not thread-safe. */
final class Tally {

  private final RuleSpace space;
  private final BitSet winning = new BitSet();
  private final BitSet clashing = new BitSet();
  private final Map<Pair, Clash> clashes = new LinkedHashMap<>();
  private Fault gap = new Fault(BigInteger.ZERO, Optional.empty());
  private Fault conflict = new Fault(BigInteger.ZERO, Optional.empty());
  private Fault undecided = new Fault(BigInteger.ZERO, Optional.empty());

  Tally(RuleSpace space) {
    this.space = space;
  }

  private record Pair(int rule, int other) {}

  void addGap(Reached reached) {
    gap = more(gap, reached);
  }

  void addUndecided(Reached reached) {
    undecided = more(undecided, reached);
  }

  /** Adds the points where just these rules hold with the best priority. */
  void add(int[] rules, Reached reached) {
    Rule first = space.order().get(rules[0]);
    boolean disputed = false;
    for (int number : rules) {
      Rule other = space.order().get(number);
      if (!other.territory().equals(first.territory())) {
        disputed = true;
        clashing.set(rules[0]);
        clashing.set(number);
        addClash(new Pair(rules[0], number), first, other, reached);
      }
    }
    if (disputed) {
      conflict = more(conflict, reached);
    } else {
      winning.set(rules[0]);
    }
  }

  private void addClash(Pair pair, Rule first, Rule other, Reached reached) {
    Clash known = clashes.get(pair);
    if (known != null) {
      BigInteger points = known.points().add(reached.points());
      clashes.put(pair, new Clash(first, other, points, known.witness()));
    } else if (clashes.size() < RuleProof.MOST_CLASHES) {
      clashes.put(pair, new Clash(first, other, reached.points(), witness(reached)));
    }
  }

  private Fault more(Fault fault, Reached reached) {
    return new Fault(
        fault.points().add(reached.points()),
        fault.witness().or(() -> Optional.of(witness(reached))));
  }

  private Subject witness(Reached reached) {
    return space.subject(reached.witness());
  }

  RuleProof proof(BigInteger points, List<String> order, int nodes) {
    BitSet never = new BitSet();
    if (undecided.witness().isEmpty()) { // else they may win where nobody looked
      never.set(0, space.order().size());
      never.andNot(winning);
    }
    return new RuleProof(
        points,
        gap,
        conflict,
        undecided,
        List.copyOf(clashes.values()),
        rules(clashing),
        rules(never),
        order,
        nodes);
  }

  private List<Rule> rules(BitSet numbers) {
    return numbers.stream().mapToObj(space.order()::get).toList();
  }
}
