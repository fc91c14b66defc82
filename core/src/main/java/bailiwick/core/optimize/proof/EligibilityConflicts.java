package bailiwick.core.optimize.proof;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.unit.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds what cannot be met because units may belong to some territories only: units that together
 * are too much for these, territories whose eligible units are together too little, or too few to
 * give each one. Units of the same eligibility count as one heap that may be split, so each finding
 * is a proof, and not all that is impossible is found.
 */
final class EligibilityConflicts {

  /** Heaps and territories, multiplied, beyond which looking would take too long. */
  private static final long MOST_PAIRS = 200_000;

  private final DesignProblem problem;
  private final int[] heapOf; // [unit] -> heap
  private final boolean[][] heapAllows; // [heap][territory]
  private final boolean[][] territoryAllows; // [territory][heap]

  private EligibilityConflicts(DesignProblem problem) {
    this.problem = problem;
    this.heapOf = new int[problem.unitCount()];
    Map<BitSet, Integer> heaps = new LinkedHashMap<>();
    for (int unit = 0; unit < heapOf.length; unit++) {
      heapOf[unit] = heaps.computeIfAbsent(eligible(unit), each -> heaps.size());
    }
    int p = problem.territoryCount();
    this.heapAllows = new boolean[heaps.size()][p];
    this.territoryAllows = new boolean[p][heaps.size()];
    heaps.forEach((eligible, heap) ->
        eligible.stream()
            .forEach(t -> {
              heapAllows[heap][t] = true;
              territoryAllows[t][heap] = true;
            }));
  }

  private BitSet eligible(int unit) {
    BitSet eligible = new BitSet(problem.territoryCount());
    if (problem.lockedTo(unit) >= 0) {
      eligible.set(problem.lockedTo(unit));
    } else {
      for (int t = 0; t < problem.territoryCount(); t++) {
        eligible.set(t, problem.mayBelong(unit, t));
      }
    }
    return eligible;
  }

  /** Adds the conflicts of a problem in which some units may not belong everywhere. */
  static void find(DesignProblem problem, int[] limited, List<Infeasibility> found) {
    EligibilityConflicts conflicts = new EligibilityConflicts(problem);
    if ((long) conflicts.heapAllows.length * problem.territoryCount() > MOST_PAIRS) {
      return;
    }
    conflicts.findTooFew(found);
    for (int measure : limited) {
      conflicts.findTooMuch(measure, found);
      conflicts.findTooLittle(measure, found);
    }
  }

  private void findTooFew(List<Infeasibility> found) {
    long[] one = new long[problem.territoryCount()];
    Arrays.fill(one, 1);
    Transport seats = new Transport(one, countOfHeaps(), territoryAllows);
    if (!seats.fits()) {
      found.add(
          new Infeasibility.TooFewEligible(
              codes(seats::isStuck), (int) sumOf(countOfHeaps(), seats::isFull)));
    }
  }

  private void findTooMuch(int measure, List<Infeasibility> found) {
    long[] amounts = amountOfHeaps(measure);
    long[] upper = new long[problem.territoryCount()];
    for (int t = 0; t < upper.length; t++) {
      upper[t] = Math.min(problem.upper(measure, t), problem.total(measure));
    }
    Transport deal = new Transport(amounts, upper, heapAllows);
    if (deal.fits()) {
      return;
    }
    int[] units =
        IntStream.range(0, heapOf.length).filter(unit -> deal.isStuck(heapOf[unit])).toArray();
    Measure named = problem.measures().get(measure);
    found.add(
        new Infeasibility.TooMuchEligible(
            problem.units().id(units[0]),
            units.length,
            codes(deal::isFull),
            named.name(),
            named.toDecimal(sumOf(amounts, deal::isStuck)),
            named.toDecimal(sumOf(upper, deal::isFull))));
  }

  private void findTooLittle(int measure, List<Infeasibility> found) {
    long[] amounts = amountOfHeaps(measure);
    long[] lower = new long[problem.territoryCount()];
    for (int t = 0; t < lower.length; t++) {
      lower[t] = Math.max(0, problem.lower(measure, t));
    }
    Transport fill = new Transport(lower, amounts, territoryAllows);
    if (!fill.fits()) {
      Measure named = problem.measures().get(measure);
      found.add(
          new Infeasibility.TooLittleEligible(
              codes(fill::isStuck),
              named.name(),
              named.toDecimal(sumOf(amounts, fill::isFull)),
              named.toDecimal(sumOf(lower, fill::isStuck))));
    }
  }

  private long[] countOfHeaps() {
    long[] count = new long[heapAllows.length];
    for (int heap : heapOf) {
      count[heap]++;
    }
    return count;
  }

  private long[] amountOfHeaps(int measure) {
    long[] amount = new long[heapAllows.length];
    for (int unit = 0; unit < heapOf.length; unit++) {
      amount[heapOf[unit]] += problem.amount(measure, unit);
    }
    return amount;
  }

  private static long sumOf(long[] amounts, IntPredicate which) {
    return IntStream.range(0, amounts.length).filter(which).mapToLong(k -> amounts[k]).sum();
  }

  private List<TerritoryCode> codes(IntPredicate which) {
    List<TerritoryCode> codes = new ArrayList<>();
    for (int t = 0; t < problem.territoryCount(); t++) {
      if (which.test(t)) {
        codes.add(problem.territories().get(t).code());
      }
    }
    return codes;
  }
}
