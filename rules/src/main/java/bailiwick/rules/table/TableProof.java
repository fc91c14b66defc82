package bailiwick.rules.table;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.proof.Box;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.Extent;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.proof.RuleProof.Verdict;
import bailiwick.rules.space.Region;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.space.Runs;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.table.DecisionTable.Row;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a decision table decides over all its inputs together: where no row holds, where rows
 * contradict each other by its hit policy, and which rows never count. Immutable.
 *
 * <p>A point is a kind of input. Words count one by one, and one for all that no cell names; whole
 * numbers and days between given bounds count one by one; all other amounts count once between two
 * neighbouring bounds. Null is a point only where some cell, or the list of values, speaks of it.
 *
 * <p>Source of the questions: D. Calvanese, M. Dumas, Ü. Laurson, F. M. Maggi, M. Montali and I.
 * Teinemaa, <em>Semantics and analysis of DMN decision tables</em>, BPM 2016. Differs from the
 * paper: the answers come from a decision diagram, so that overlaps of any number of rows are
 * counted once, and gaps are the widest boxes there are.
 */
public final class TableProof {

  /** How many boxes of a gap are told. */
  public static final int MOST_GAPS = 30;

  /** How many where there is much to look through: each may take a second to find. */
  private static final int FEW_GAPS = 5;

  private static final int MANY_ROWS = 200;

  /** How many pairs of rows that overlap are told. */
  public static final int MOST_OVERLAPS = 1_000;

  /** Rows of which each is compared with each; of more, just the pairs that the proof meets. */
  private static final int MOST_COMPARED = 10_000;

  private final DecisionTable table;
  private final TableRules rules;
  private final RuleSpace space;
  private final RuleProof proof;
  private final Budget budget;
  private @Nullable Overlaps overlaps; // found when first asked for; whose they are does not matter

  private TableProof(
      DecisionTable table, TableRules rules, RuleSpace space, RuleProof proof, Budget budget) {
    this.table = table;
    this.rules = rules;
    this.space = space;
    this.proof = proof;
    this.budget = budget;
  }

  /**
   * Proves a table.
   *
   * @throws ProblemException with every entry that does not fit its column
   */
  public static TableProof of(DecisionTable table, Budget budget) {
    TableRules rules = TableRules.of(table);
    RuleSpace space = RuleSpace.of(rules.checked(), rules.domains());
    return new TableProof(table, rules, space, RuleProof.asWritten(space, budget), budget);
  }

  /**
   * Proves the tables of a file: small ones first, so that large ones do not take their time.
   *
   * @param budget of each table; time is that of all together
   * @return one proof for each table, in their order
   * @throws ProblemException with every entry of any table that does not fit its column
   */
  public static List<TableProof> ofAll(List<DecisionTable> tables, Budget budget) {
    IdentityHashMap<DecisionTable, TableProof> proofs = new IdentityHashMap<>();
    IdentityHashMap<DecisionTable, List<Problem>> unfit = new IdentityHashMap<>();
    List<DecisionTable> smallFirst = new ArrayList<>(tables);
    smallFirst.sort(Comparator.comparingInt(table -> table.rows().size()));
    for (DecisionTable table : smallFirst) {
      try {
        proofs.put(table, of(table, budget));
      } catch (ProblemException refused) {
        unfit.put(table, List.copyOf(refused.problems()));
      }
    }
    if (!unfit.isEmpty()) {
      throw new ProblemException(
          tables.stream().flatMap(table -> unfit.getOrDefault(table, List.of()).stream()).toList());
    }
    return tables.stream().map(proofs::get).toList();
  }

  /** The table. */
  public DecisionTable table() {
    return table;
  }

  /** What deserves a second look, such as values that an input does not have. */
  public List<Problem> warnings() {
    return rules.warnings();
  }

  /** Whether each point has a row, and no rows contradict each other. */
  public Verdict verdict() {
    if (!proof.gap().isEmpty() || !proof.conflict().isEmpty()) {
      return Verdict.COUNTEREXAMPLE;
    }
    return proof.undecided().isEmpty() ? Verdict.PROVEN : Verdict.NOT_DECIDED;
  }

  /** How many points there are. */
  public BigInteger points() {
    return proof.points();
  }

  /** How much of a budget it took. */
  long work() {
    return proof.effort().work();
  }

  /** Where no row holds, whether or not there are outputs for it. */
  public Extent gap() {
    return proof.gap();
  }

  /** Where rows contradict each other. */
  public Extent conflict() {
    return proof.conflict();
  }

  /** What was not looked into. */
  public Extent undecided() {
    return proof.undecided();
  }

  /** The widest boxes of the gap, {@link #MOST_GAPS} of them at most; fewer of large tables. */
  public List<TableRegion> gaps() {
    return proof.gap().boxes(mostBoxes()).stream().map(this::region).toList();
  }

  /** The widest boxes of what was not looked into, a few of them. */
  public List<TableRegion> undecidedRegions() {
    return proof.undecided().boxes(FEW_GAPS).stream().map(this::region).toList();
  }

  private int mostBoxes() {
    return table.rows().size() > MANY_ROWS ? FEW_GAPS : MOST_GAPS;
  }

  /**
   * Two rows that contradict each other.
   *
   * @param where boxes in which both hold and neither loses; one, unless better rows lie between
   */
  public record Overlap(Row row, Row other, BigInteger points, List<TableRegion> where) {
    public Overlap {
      where = List.copyOf(where);
    }
  }

  /** Pairs of rows, and whether there are more than those. */
  private record Overlaps(List<Overlap> pairs, boolean areMore) {}

  /** The pairs of rows that contradict each other, {@link #MOST_OVERLAPS} of them at most. */
  public List<Overlap> overlaps() {
    return found().pairs();
  }

  /**
   * Whether more pairs of rows contradict each other than {@link #overlaps} lists, or may, since
   * time was up before all were looked at.
   */
  public boolean hasMoreOverlaps() {
    return found().areMore();
  }

  private Overlaps found() {
    Overlaps known = overlaps;
    if (known == null) {
      boolean isPlain =
          table.hitPolicy() != HitPolicy.PRIORITY && table.rows().size() <= MOST_COMPARED;
      known =
          proof.conflict().isEmpty()
              ? new Overlaps(List.of(), false)
              : isPlain ? comparedOverlaps() : metOverlaps();
      overlaps = known;
    }
    return known;
  }

  /** Rows of one priority overlap just where both hold: a box. O(rows² × inputs). */
  private Overlaps comparedOverlaps() {
    List<Claim> claims = new ArrayList<>();
    for (int number = 0; number < space.order().size(); number++) {
      Rule rule = space.order().get(number);
      claims.add(new Claim(rules.row(rule), rule.territory(), runs(space.region(number))));
    }
    claims.sort(Comparator.comparingInt(claim -> claim.row().number()));
    List<Overlap> found = new ArrayList<>();
    for (int one = 0; one < claims.size(); one++) {
      if (one > 0 && budget.isTimeUp().getAsBoolean()) {
        return new Overlaps(found, true);
      }
      for (Claim other : claims.subList(one + 1, claims.size())) {
        Optional<Overlap> next = overlap(claims.get(one), other);
        if (next.isPresent() && found.size() == MOST_OVERLAPS) {
          return new Overlaps(found, true);
        }
        next.ifPresent(found::add);
      }
    }
    return new Overlaps(found, false);
  }

  /**
   * What a row says, and where.
   *
   * @param runs its classes on each axis, null where it asks nothing
   */
  @SuppressWarnings("ArrayRecordComponent") // never shared
  private record Claim(Row row, TerritoryCode territory, @Nullable Runs[] runs) {}

  private Optional<Overlap> overlap(Claim one, Claim other) {
    if (one.territory().equals(other.territory())) {
      return Optional.empty();
    }
    return both(one.runs(), other.runs())
        .map(both -> new Overlap(one.row(), other.row(), both.points(), List.of(both)));
  }

  /** Where a row holds on each axis, null where it asks nothing; a row asks by axes alone. */
  private @Nullable Runs[] runs(Region region) {
    @Nullable Runs[] runs = new Runs[space.axes().size()];
    switch (region) {
      case Region.Part part -> runs[part.axis()] = part.classes();
      case Region.All all ->
          all.parts()
              .forEach(part -> {
                if (part instanceof Region.Part one) {
                  runs[one.axis()] = one.classes();
                }
              });
      case Region.Any none -> Arrays.fill(runs, Runs.NONE);
      case Region.Not not ->
          throw new IllegalStateException("A row asks about one axis at a time.");
    }
    return runs;
  }

  private Optional<TableRegion> both(@Nullable Runs[] one, @Nullable Runs[] other) {
    for (int axis = 0; axis < one.length; axis++) {
      if (both(axis, one, other).isEmpty()) {
        return Optional.empty();
      }
    }
    BigInteger points = BigInteger.ONE;
    for (int axis = 0; axis < one.length; axis++) {
      long values = space.axes().get(axis).values(both(axis, one, other));
      points = points.multiply(BigInteger.valueOf(values));
    }
    return Optional.of(region(axis -> both(axis, one, other), points));
  }

  private Runs both(int axis, @Nullable Runs[] one, @Nullable Runs[] other) {
    Runs mine = one[axis];
    Runs its = other[axis];
    if (mine == null || its == null) {
      Runs some = mine == null ? its : mine;
      return some == null ? Runs.of(0, space.axes().get(axis).size()) : some;
    }
    return mine.and(its);
  }

  private Overlaps metOverlaps() {
    int most = proof.clashes().size() > FEW_GAPS ? 1 : MOST_GAPS;
    List<Overlap> met =
        proof.clashes().stream()
            .map(clash ->
                new Overlap(
                    rules.row(clash.rule()),
                    rules.row(clash.other()),
                    clash.points(),
                    clash.where().boxes(most).stream().map(this::region).toList()))
            .sorted(Comparator.comparingInt(overlap -> overlap.row().number()))
            .toList();
    return new Overlaps(met, proof.hasMoreClashes());
  }

  private TableRegion region(Box box) {
    return region(box::runs, box.points());
  }

  private TableRegion region(IntFunction<Runs> runs, BigInteger points) {
    return rules.columns().region(space, runs, points);
  }

  /**
   * Rows that never count, in order: they hold for nothing or, unless the hit policy takes all rows
   * that hold, win no point undisputed. Of rows that say the same the first one wins. None while
   * something is undecided.
   */
  public List<Row> neverWinning() {
    if (!table.hitPolicy().takesAll()) {
      return proof.neverWinning().stream()
          .map(rules::row)
          .sorted(Comparator.comparingInt(Row::number))
          .toList();
    }
    List<Row> never = new ArrayList<>();
    for (int rule = 0; rule < space.order().size(); rule++) {
      if (space.region(rule).isNone()) {
        never.add(rules.row(space.order().get(rule)));
      }
    }
    return never;
  }

  /** A point by the names of inputs; null where there is no value. */
  public Map<String, @Nullable Object> fields(Subject subject) {
    return rules.columns().fields(subject);
  }

  /** A point in words of FEEL. */
  public String words(Subject subject) {
    return rules.columns().words(subject);
  }
}
