package bailiwick.rules.proof;

import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What rules decide over their whole space. Immutable and thread-safe. */
public final class RuleProof {

  /** How many pairs of rules that clash are listed. */
  public static final int MOST_CLASHES = 1_000;

  private final RuleSpace space;
  private final Diagram diagram;
  private final Tally.Findings findings;
  private final Tally.Findings withoutCatchAlls;
  private final CatchAlls catchAlls;
  private final long work;

  private RuleProof(
      RuleSpace space, Diagram diagram, Tally.Findings findings, CatchAlls catchAlls, long work) {
    this.space = space;
    this.diagram = diagram;
    this.findings = findings;
    this.withoutCatchAlls =
        catchAlls.rules().isEmpty() || findings.neverWinning().isEmpty()
            ? findings // nobody asks
            : Tally.of(space, catchAlls.diagram());
    this.catchAlls = catchAlls;
    this.work = work;
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
   * @param work how much of a {@link Budget} it took, that of the catch-alls with it
   */
  public record Effort(List<String> order, int nodes, long work) {
    public Effort {
      order = List.copyOf(order);
    }
  }

  /** Proves the rules of a space. */
  public static RuleProof of(RuleSpace space, Budget budget) {
    AxisOrder.Chosen order = AxisOrder.choose(space, budget);
    return of(space, order.axes(), order.left()).after(budget.work() - order.left().work());
  }

  /**
   * The same in a given order of the axes: what is found does not depend on it, what it takes does.
   *
   * @param order each axis of the space once, by number
   */
  public static RuleProof of(RuleSpace space, int[] order, Budget budget) {
    var open = new OpenRules(space);
    Diagram diagram = DiagramBuilder.build(space, open, order, budget);
    CatchAlls catchAlls = CatchAlls.of(space, order, diagram, budget.after(open.copied()));
    return new RuleProof(
        space, diagram, Tally.of(space, diagram), catchAlls, open.copied() + catchAlls.work());
  }

  /** The proof of a space that was not looked into. */
  static RuleProof unseen(RuleSpace space) {
    Diagram diagram = Diagram.undecided(space);
    return new RuleProof(
        space, diagram, Tally.of(space, diagram), CatchAlls.none(space, diagram), 0);
  }

  /** The same, without asking what rules that hold for everything hide. */
  public static RuleProof asWritten(RuleSpace space, Budget budget) {
    AxisOrder.Chosen order = AxisOrder.choose(space, budget);
    var open = new OpenRules(space);
    Diagram diagram = DiagramBuilder.build(space, open, order.axes(), order.left());
    return new RuleProof(
            space, diagram, Tally.of(space, diagram), CatchAlls.none(space, diagram), open.copied())
        .after(budget.work() - order.left().work());
  }

  private RuleProof after(long before) {
    return new RuleProof(space, diagram, findings, catchAlls, before + work);
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

  /** Whether more pairs of rules clash than {@link #clashes} lists. */
  public boolean hasMoreClashes() {
    return findings.hasMoreClashes();
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
    return new Effort(order, diagram.size(), work);
  }

  /**
   * The smallest change found that gives the points of a box of {@link #gap} or {@link #orphaned}
   * an owner other than a catch-all; empty when no single one is known to, as where each territory
   * asks something itself.
   */
  public Optional<Repair> repair(Extent gap, Box box) {
    return repair(gap, box, rule -> true);
  }

  /** The same where only some rules may be changed. */
  Optional<Repair> repair(Extent gap, Box box, Predicate<Rule> mayChange) {
    return new Repairs(space, catchAlls(), mayChange).close(gap, box);
  }

  /** The smallest change found that settles a clash. */
  public Repair repair(Clash clash) {
    return repair(clash, rule -> true).orElseThrow();
  }

  /** The same where only some rules may be changed; empty when that does not do. */
  Optional<Repair> repair(Clash clash, Predicate<Rule> mayChange) {
    return new Repairs(space, catchAlls(), mayChange).settle(clash);
  }

  /**
   * The catch-alls that keep a rule which {@linkplain #neverWinning never wins} from winning: those
   * before it, when it would own or claim something without all of them.
   */
  List<Rule> absorbing(Rule dead) {
    Predicate<Rule> isDead = rule -> rule.id().equals(dead.id());
    boolean owns =
        withoutCatchAlls.neverWinning().stream().noneMatch(isDead)
            || withoutCatchAlls.clashing().stream().anyMatch(isDead);
    return owns && catchAlls().stream().noneMatch(isDead)
        ? before(dead.id()).stream().filter(catchAlls()::contains).toList()
        : List.of();
  }

  private List<Rule> before(RuleId id) {
    return space.order().stream().takeWhile(rule -> !rule.id().equals(id)).toList();
  }

  /**
   * The rules that win, or claim, what a rule that {@linkplain #neverWinning never wins} holds for,
   * in winning order; none when it holds for nothing. Empty when they were not found out, as when
   * time was up. O(edges of the diagram).
   */
  Optional<List<Rule>> winningInsteadOf(RuleId dead, BooleanSupplier isTimeUp) {
    for (int rule = 0; rule < space.order().size(); rule++) {
      if (space.order().get(rule).id().equals(dead)) {
        return new Winners(space, diagram, isTimeUp)
            .insteadOf(rule)
            .map(winners -> winners.stream().mapToObj(space.order()::get).toList());
      }
    }
    throw new IllegalArgumentException("The rule (%s) must be one of the space.".formatted(dead));
  }

  /** Counts accounts by where they are in the space. */
  public Census census() {
    return new Census(
        space, List.of(diagram, catchAlls.diagram(), catchAlls.undecided().diagram()));
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
