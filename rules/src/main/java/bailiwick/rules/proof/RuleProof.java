package bailiwick.rules.proof;

import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Rule;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What rules decide over their whole space. Immutable.
 *
 * @param points how many points the space has
 * @param gap where nobody owns
 * @param conflict where rules of the same, best priority claim for different territories
 * @param undecided what was not looked into
 * @param clashes rules that would win points with others that claim them, too; the first {@link
 *     #MOST_CLASHES} pairs
 * @param clashing all rules that clash with some other, in winning order
 * @param neverWinning rules that win no point undisputed, in winning order; none while something is
 *     undecided
 * @param order the dimensions in the order in which they were asked about
 * @param nodes how many nodes the diagram has
 */
public record RuleProof(
    BigInteger points,
    Fault gap,
    Fault conflict,
    Fault undecided,
    List<Clash> clashes,
    List<Rule> clashing,
    List<Rule> neverWinning,
    List<String> order,
    int nodes) {

  /** What a proof comes to. */
  public enum Verdict {
    /** Each point has one owner. */
    PROVEN,
    /** Some point has no owner, or several claim it. */
    COUNTEREXAMPLE,
    /** No such point was found where was looked, but not everywhere was looked. */
    NOT_DECIDED
  }

  /**
   * What is wrong with some points.
   *
   * @param witness one of them, if there is any
   */
  public record Fault(BigInteger points, Optional<Subject> witness) {}

  /**
   * Two rules of one priority that hold for points and send them to different territories, while no
   * rule of a better priority does.
   *
   * @param rule the one that would win, as it is printed first
   * @param points how many points
   * @param witness one of them
   */
  public record Clash(Rule rule, Rule other, BigInteger points, Subject witness) {}

  /**
   * How much a proof looks at, in rules of states: all of it takes some four seconds in 512 MB. Ten
   * thousand rules over eight dimensions took a sixth of it, over five dimensions half.
   */
  public static final long MOST = 60_000_000;

  /** How many pairs of rules that clash are listed. */
  public static final int MOST_CLASHES = 1_000;

  public RuleProof {
    clashes = List.copyOf(clashes);
    clashing = List.copyOf(clashing);
    neverWinning = List.copyOf(neverWinning);
    order = List.copyOf(order);
  }

  /** Proves the rules of a space, looking at this much at most: {@link RuleProof#MOST}. */
  public static RuleProof of(RuleSpace space, long most) {
    int[] order = AxisOrder.choose(new OpenRules(space), space.axes().size());
    return of(space, order, most);
  }

  /** The same in a given order of the axes. */
  static RuleProof of(RuleSpace space, int[] order, long most) {
    Diagram diagram = DiagramBuilder.build(space, new OpenRules(space), order, most);
    var tally = new Tally(space);
    diagram
        .reached()
        .forEach((leaf, reached) -> {
          switch (leaf) {
            case Diagram.NOBODY -> tally.addGap(reached);
            case Diagram.UNDECIDED -> tally.addUndecided(reached);
            default -> tally.add(diagram.rules(leaf), reached);
          }
        });
    List<String> names =
        Arrays.stream(order).mapToObj(axis -> space.axes().get(axis).dimension().name()).toList();
    return tally.proof(diagram.points(), names, diagram.size());
  }

  /** What it comes to. */
  public Verdict verdict() {
    if (gap.witness().isPresent() || conflict.witness().isPresent()) {
      return Verdict.COUNTEREXAMPLE;
    }
    return undecided.witness().isPresent() ? Verdict.NOT_DECIDED : Verdict.PROVEN;
  }
}
