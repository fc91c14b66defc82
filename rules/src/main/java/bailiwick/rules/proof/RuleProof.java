package bailiwick.rules.proof;

import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Rule;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What rules decide over their whole space. Immutable and thread-safe. */
public final class RuleProof {

  /** How many pairs of rules that clash are listed. */
  public static final int MOST_CLASHES = 1_000;

  private final RuleSpace space;
  private final Diagram diagram;
  private final Tally.Findings findings;
  private final CatchAlls catchAlls;

  private RuleProof(
      RuleSpace space, Diagram diagram, Tally.Findings findings, CatchAlls catchAlls) {
    this.space = space;
    this.diagram = diagram;
    this.findings = findings;
    this.catchAlls = catchAlls;
  }

  /** What a proof comes to. */
  public enum Verdict {
    /** Each point has one owner, also without the rules that hold for everything. */
    PROVEN,
    /** Some point has no owner, or none but through a catch-all, or several claim it. */
    COUNTEREXAMPLE,
    /** No such point was found where was looked, but not everywhere was looked. */
    NOT_DECIDED;

    /** What several proofs come to together: counterexamples count before what is undecided. */
    public static Verdict worst(Collection<Verdict> verdicts) {
      if (verdicts.contains(COUNTEREXAMPLE)) {
        return COUNTEREXAMPLE;
      }
      return verdicts.contains(NOT_DECIDED) ? NOT_DECIDED : PROVEN;
    }
  }

  /**
   * Two rules of one priority that hold for points and send them to different territories, while no
   * rule of a better priority does.
   *
   * @param rule the one that would win, as it is printed first
   * @param where the points
   */
  public record Clash(Rule rule, Rule other, Extent where) {

    /** How many points. */
    public BigInteger points() {
      return where.points();
    }

    /** One of them. */
    public Subject witness() {
      return where.witness().orElseThrow();
    }
  }

  /**
   * What it took.
   *
   * @param order the dimensions in the order in which they were asked about
   * @param nodes how many nodes the diagram has
   */
  public record Effort(List<String> order, int nodes) {
    public Effort {
      order = List.copyOf(order);
    }
  }

  /** Proves the rules of a space. */
  public static RuleProof of(RuleSpace space, Budget budget) {
    AxisOrder.Chosen order = AxisOrder.choose(space, budget);
    return of(space, order.axes(), order.left());
  }

  /**
   * The same in a given order of the axes: what is found does not depend on it, what it takes does.
   *
   * @param order each axis of the space once, by number
   */
  public static RuleProof of(RuleSpace space, int[] order, Budget budget) {
    Diagram diagram = DiagramBuilder.build(space, new OpenRules(space), order, budget);
    Tally.Findings findings = Tally.of(space, diagram);
    CatchAlls catchAlls = CatchAlls.of(space, order, diagram, budget);
    return new RuleProof(space, diagram, findings, catchAlls);
  }

  /** What it comes to. */
  public Verdict verdict() {
    if (!gap().isEmpty() || !conflict().isEmpty() || !orphaned().isEmpty()) {
      return Verdict.COUNTEREXAMPLE;
    }
    return undecided().isEmpty() ? Verdict.PROVEN : Verdict.NOT_DECIDED;
  }

  /** How many points the space has. */
  public BigInteger points() {
    return diagram.points();
  }

  /** Where nobody owns. */
  public Extent gap() {
    return findings.gap();
  }

  /** Where rules of the same, best priority claim for different territories. */
  public Extent conflict() {
    return findings.conflict();
  }

  /** What was not looked into, with catch-alls or without them. */
  public Extent undecided() {
    return findings.undecided().isEmpty() ? catchAlls.undecided() : findings.undecided();
  }

  /** The rules that hold for everything, in winning order. */
  public List<Rule> catchAlls() {
    return catchAlls.rules();
  }

  /** What nobody would own without the {@link #catchAlls}; nothing when there are none. */
  public Extent orphaned() {
    return catchAlls.orphaned();
  }

  /**
   * Rules that would win points with others that claim them, too; the first {@link #MOST_CLASHES}
   * pairs.
   */
  public List<Clash> clashes() {
    return findings.clashes();
  }

  /** All rules that clash with some other, in winning order. */
  public List<Rule> clashing() {
    return findings.clashing();
  }

  /**
   * Rules that win no point undisputed, in winning order; none while something is undecided, as
   * they may win there.
   */
  public List<Rule> neverWinning() {
    return findings.neverWinning();
  }

  /** What it took. */
  public Effort effort() {
    List<String> order =
        Arrays.stream(diagram.order())
            .mapToObj(axis -> space.axes().get(axis).dimension().name())
            .toList();
    return new Effort(order, diagram.size());
  }

  /**
   * The smallest change found that gives the points of a box of a gap an owner; empty when no
   * single one is known to, as where each territory asks something itself.
   */
  public Optional<Repair> repair(Extent gap, Box box) {
    return new Repairs(space, diagram).close(gap, box);
  }

  /** The smallest change found that settles a clash. */
  public Repair repair(Clash clash) {
    return new Repairs(space, diagram).settle(clash);
  }

  /** Counts accounts by where they are in the space. */
  public Census census() {
    return new Census(space, diagram, catchAlls.diagram());
  }

  /**
   * The rules that hold for a subject with the best priority, in the order in which they are
   * printed; empty when the domains lack one of its values.
   */
  public Optional<List<Rule>> holding(Subject subject) {
    int[] classes = space.classesOf(subject);
    return Arrays.stream(classes).anyMatch(of -> of < 0)
        ? Optional.empty()
        : Optional.of(
            Arrays.stream(diagram.rules(diagram.leafOf(classes)))
                .mapToObj(space.order()::get)
                .toList());
  }
}
