package bailiwick.core.optimize.proof;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.optimize.objective.BalanceExcess;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds plain conflicts that no plan can meet. Each check is a proof; together they are not
 * complete: a problem without conflicts may still have no plan.
 */
public final class Conflicts {

  /** Conflicts of one kind that are told at most. */
  private static final int TOLD = 20;

  private final DesignProblem problem;
  private final int[] limited;
  private final List<Infeasibility> found = new ArrayList<>();

  private Conflicts(DesignProblem problem) {
    this.problem = problem;
    this.limited = BalanceExcess.limitedMeasures(problem);
  }

  /** All conflicts found, empty when there is none of these kinds. */
  public static List<Infeasibility> find(DesignProblem problem) {
    return new Conflicts(problem).find();
  }

  private List<Infeasibility> find() {
    if (problem.territoryCount() > problem.unitCount()) {
      found.add(
          new Infeasibility.TooManyTerritories(problem.territoryCount(), problem.unitCount()));
    }
    findClashingHomes();
    findUnitsWithoutTerritory();
    for (int measure : limited) {
      findTotalOutOfLimits(measure);
      findLargeUnits(measure);
      findLargeLocks(measure);
    }
    if (problem.contiguous()) {
      findPieces();
      findLocksApart();
      if (found.isEmpty()) {
        findPockets();
      }
    }
    BudgetConflicts.find(problem, found);
    problem.limitedDays().ifPresent(days -> new DaysConflicts(problem, days).find(found));
    CompanionConflicts.find(problem, limited, found);
    if (found.isEmpty() && isAnyUnitBound()) {
      EligibilityConflicts.find(problem, limited, found);
    }
    if (found.isEmpty()) {
      Arrays.stream(limited).forEach(this::findCrowding);
    }
    return found;
  }

  private boolean isAnyUnitBound() {
    return problem.hasEligibility()
        || IntStream.range(0, problem.unitCount()).anyMatch(unit -> problem.lockedTo(unit) >= 0);
  }

  private void findUnitsWithoutTerritory() {
    if (problem.hasEligibility()) {
      IntStream.range(0, problem.unitCount())
          .filter(unit ->
              IntStream.range(0, problem.territoryCount())
                  .noneMatch(t -> problem.mayBelong(unit, t)))
          .limit(TOLD)
          .forEach(unit -> found.add(new Infeasibility.NoTerritory(problem.units().id(unit))));
    }
  }

  private void findClashingHomes() {
    List<TerritorySpec> specs = problem.territories();
    for (int t = 0; t < specs.size(); t++) {
      if (specs.get(t).centre() instanceof Centre.Home home
          && home.site() < problem.unitCount()
          && problem.lockedTo(home.site()) >= 0
          && problem.lockedTo(home.site()) != t) {
        TerritoryCode other = specs.get(problem.lockedTo(home.site())).code();
        found.add(
            new Infeasibility.HomesClash(
                problem.units().id(home.site()), specs.get(t).code(), other));
      }
    }
  }

  private void findTotalOutOfLimits(int measure) {
    double lower = 0;
    double upper = 0;
    for (int t = 0; t < problem.territoryCount(); t++) {
      lower += problem.lower(measure, t);
      upper += problem.upper(measure, t);
    }
    long total = problem.total(measure);
    if (total < lower || total > upper) {
      Measure named = problem.measures().get(measure);
      found.add(
          new Infeasibility.TotalOutOfLimits(
              named.name(), named.toDecimal(total), lower / named.one(), upper / named.one()));
    }
  }

  private void findLargeUnits(int measure) {
    int told = 0;
    long mostForAny = mostForAny(measure);
    for (int unit = 0; unit < problem.unitCount() && told < TOLD; unit++) {
      long amount = problem.amount(measure, unit);
      long most = mostFor(measure, unit, mostForAny);
      if (amount > most) {
        told++;
        found.add(
            new Infeasibility.UnitTooLarge(
                problem.units().id(unit),
                problem.measures().get(measure).name(),
                percent(amount, most),
                100 * (amount / largestTarget(measure) - 1)));
      }
    }
  }

  /** The largest total of any territory that the unit may belong to. */
  private long mostFor(int measure, int unit, long mostForAny) {
    if (problem.lockedTo(unit) >= 0) {
      return problem.upper(measure, problem.lockedTo(unit));
    }
    if (!problem.hasEligibility()) {
      return mostForAny;
    }
    return IntStream.range(0, problem.territoryCount())
        .filter(t -> problem.mayBelong(unit, t))
        .mapToLong(t -> problem.upper(measure, t))
        .max()
        .orElse(Long.MAX_VALUE);
  }

  private long mostForAny(int measure) {
    long most = 0;
    for (int t = 0; t < problem.territoryCount(); t++) {
      most = Math.max(most, problem.upper(measure, t));
    }
    return most;
  }

  private double largestTarget(int measure) {
    double largest = 0;
    for (int t = 0; t < problem.territoryCount(); t++) {
      largest = Math.max(largest, problem.target(measure, t));
    }
    return largest;
  }

  /**
   * Of k·p + 1 units, p territories share k + 1 of them at least once, and those are no less than
   * the k + 1 smallest: the pigeonhole bound of identical machines (J. Coffman, M. Garey, D.
   * Johnson, *An application of bin-packing to multiprocessor scheduling*, SIAM J. Computing 1978).
   * O(n log n).
   */
  private void findCrowding(int measure) {
    int territories = problem.territoryCount();
    long most = mostForAny(measure);
    long[] upTo = sumsOfSmallest(measure);
    int units = problem.unitCount();
    if (upTo[units] - upTo[units - 1] > most) {
      return; // told already: a single one is too large
    }
    for (int more = 1; more < Math.ceilDiv(units, territories); more++) {
      int smallest = units - 1 - more * territories;
      long together = upTo[smallest + more + 1] - upTo[smallest];
      if (together > most) {
        found.add(
            new Infeasibility.UnitsTooLargeTogether(
                more * territories + 1,
                territories,
                more + 1,
                problem.measures().get(measure).name(),
                percent(together, most)));
        return;
      }
    }
  }

  /** What so many of the smallest units hold together, {@code [number]}. */
  private long[] sumsOfSmallest(int measure) {
    long[] sums = new long[problem.unitCount() + 1];
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      sums[unit + 1] = problem.amount(measure, unit);
    }
    Arrays.sort(sums, 1, sums.length);
    Arrays.parallelPrefix(sums, Long::sum);
    return sums;
  }

  private static double percent(long amount, long most) {
    return 100.0 * amount / Math.max(1, most);
  }

  private void findLargeLocks(int measure) {
    long[] locked = new long[problem.territoryCount()];
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      if (problem.lockedTo(unit) >= 0) {
        locked[problem.lockedTo(unit)] += problem.amount(measure, unit);
      }
    }
    for (int t = 0; t < locked.length; t++) {
      if (locked[t] > problem.upper(measure, t)) {
        found.add(
            new Infeasibility.LocksTooLarge(
                problem.territories().get(t).code(),
                problem.measures().get(measure).name(),
                percent(locked[t], problem.upper(measure, t))));
      }
    }
  }

  private void findPieces() {
    UnitGraph graph = problem.graph().orElseThrow();
    int[] pieceOf = Contiguity.pieceOf(graph, new int[problem.unitCount()]);
    int pieces = Arrays.stream(pieceOf).max().orElse(0) + 1;
    if (pieces > problem.territoryCount()) {
      found.add(new Infeasibility.TooManyPieces(pieces, problem.territoryCount()));
    } else if (pieces > 1) {
      for (int measure : limited) {
        findPiecesOutOfLimits(measure, pieceOf, pieces);
      }
    }
  }

  /**
   * A piece must hold some whole number of territories, each within the widest limits there are.
   */
  private void findPiecesOutOfLimits(int measure, int[] pieceOf, int pieces) {
    long[] total = new long[pieces];
    int[] units = new int[pieces];
    int[] first = new int[pieces];
    for (int unit = pieceOf.length - 1; unit >= 0; unit--) {
      total[pieceOf[unit]] += problem.amount(measure, unit);
      units[pieceOf[unit]]++;
      first[pieceOf[unit]] = unit;
    }
    long least = leastForAny(measure);
    long most = mostForAny(measure);
    Measure named = problem.measures().get(measure);
    for (int piece = 0; piece < pieces; piece++) {
      if (!isWholeTerritories(total[piece], least, most)) {
        found.add(
            new Infeasibility.PieceOutOfLimits(
                problem.units().id(first[piece]),
                units[piece],
                named.name(),
                named.toDecimal(total[piece])));
      }
    }
  }

  private boolean isWholeTerritories(long total, long least, long most) {
    for (int count = 1; count <= problem.territoryCount(); count++) {
      if ((double) total >= (double) count * least && (double) total <= (double) count * most) {
        return true;
      }
    }
    return false;
  }

  private long leastForAny(int measure) {
    long least = Long.MAX_VALUE;
    for (int t = 0; t < problem.territoryCount(); t++) {
      least = Math.min(least, problem.lower(measure, t));
    }
    return least;
  }

  /** Units locked to one territory must be connected by units that it may have. */
  private void findLocksApart() {
    UnitGraph graph = problem.graph().orElseThrow();
    int[] firstLocked = new int[problem.territoryCount()];
    Arrays.fill(firstLocked, -1);
    int[][] pieceOf = new int[problem.territoryCount()][];
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      int t = problem.lockedTo(unit);
      if (t < 0) {
        continue;
      }
      if (firstLocked[t] < 0) {
        firstLocked[t] = unit;
        continue;
      }
      if (pieceOf[t] == null) {
        pieceOf[t] = piecesOpenTo(graph, t);
      }
      if (pieceOf[t][unit] != pieceOf[t][firstLocked[t]]) {
        found.add(
            new Infeasibility.LocksApart(
                problem.territories().get(t).code(),
                problem.units().id(firstLocked[t]),
                problem.units().id(unit)));
        pieceOf[t][unit] = pieceOf[t][firstLocked[t]];
      }
    }
  }

  private int[] piecesOpenTo(UnitGraph graph, int territory) {
    int[] open = new int[problem.unitCount()];
    for (int unit = 0; unit < open.length; unit++) {
      open[unit] = problem.mayBelong(unit, territory) ? 0 : -1;
    }
    return Contiguity.pieceOf(graph, open);
  }

  private void findPockets() {
    long[] least = Arrays.stream(limited).mapToLong(this::leastForAny).toArray();
    long[] most = Arrays.stream(limited).mapToLong(this::mostForAny).toArray();
    new Pockets(problem, limited, least, most).find(found);
  }
}
