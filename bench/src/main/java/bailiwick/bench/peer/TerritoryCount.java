package bailiwick.bench.peer;

import bailiwick.core.design.BalanceRule.CentreCapacity;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.optimize.objective.DisruptionCost;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import java.util.Optional;

/**
 * What one territory adds to a plan's violation and objective, counted from its units. Not
 * thread-safe.
 */
final class TerritoryCount {

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final double[] leaving; // [unit] -> cost of another territory than today's
  private final Optional<CentreCapacity> capacity;
  private final int[] open; // units to go on from while looking for pieces
  private final int[] seenAt; // [unit] -> count in which it was reached last
  private int counts;
  private double violation;
  private double cost;

  TerritoryCount(DesignProblem problem) {
    this.problem = problem;
    this.costs = UnitCosts.of(problem);
    this.leaving = DisruptionCost.ofLeaving(problem);
    this.capacity =
        problem.rules().stream()
            .filter(CentreCapacity.class::isInstance)
            .map(CentreCapacity.class::cast)
            .findFirst();
    this.open = new int[problem.unitCount()];
    this.seenAt = new int[problem.unitCount()];
  }

  /** Sum of relative excesses, and of pieces besides the first; 1 for an empty territory. */
  double violation() {
    return violation;
  }

  /** Its part of the goals by weight; of a diameter the territory's own. */
  double cost() {
    return cost;
  }

  /**
   * Counts a territory.
   *
   * @param units its units, the first {@code size} of them
   * @param territoryOf {@code [unit] -> territory}
   */
  void count(int territory, int[] units, int size, int[] territoryOf) {
    violation = size == 0 ? 1 : 0;
    cost = 0;
    for (int m = 0; m < problem.measures().size(); m++) {
      countAmount(territory, m, amount(m, units, size));
    }
    if (problem.contiguous()) {
      violation += Math.max(0, pieces(units, size, territoryOf) - 1);
    }
    for (Goal goal : problem.goals()) {
      switch (goal.objective()) {
        case Objective.MomentOfInertia moment -> countFromCentre(territory, units, size);
        case Objective.SumOfDistances sum -> countFromCentre(territory, units, size);
        case Objective.CutEdges cut -> cost += goal.weight() * cutEdges(units, size, territoryOf);
        case Objective.MaxDiameter diameter -> cost += goal.weight() * diameter(units, size);
        case Objective.Disruption disruption -> countLeaving(territory, units, size);
        case Preference preference ->
            throw new IllegalStateException("Preferences are not counted.");
      }
    }
  }

  private long amount(int measure, int[] units, int size) {
    long amount = 0;
    for (int k = 0; k < size; k++) {
      amount += problem.amount(measure, units[k]);
    }
    return amount;
  }

  private void countAmount(int territory, int measure, long amount) {
    double mean = Math.max(1, (double) problem.total(measure) / problem.territoryCount());
    violation += Math.max(0, problem.lower(measure, territory) - amount) / mean;
    violation += Math.max(0, amount - problem.upper(measure, territory)) / mean;
  }

  private int pieces(int[] units, int size, int[] territoryOf) {
    UnitGraph graph = problem.graph().orElseThrow();
    counts++;
    int pieces = 0;
    for (int k = 0; k < size; k++) {
      if (seenAt[units[k]] != counts) {
        pieces++;
        flood(graph, units[k], territoryOf);
      }
    }
    return pieces;
  }

  private void flood(UnitGraph graph, int from, int[] territoryOf) {
    int count = 0;
    open[count++] = from;
    seenAt[from] = counts;
    while (count > 0) {
      int unit = open[--count];
      for (int k = graph.first(unit); k < graph.end(unit); k++) {
        int other = graph.neighbourAt(k);
        if (territoryOf[other] == territoryOf[from] && seenAt[other] != counts) {
          seenAt[other] = counts;
          open[count++] = other;
        }
      }
    }
  }

  private void countFromCentre(int territory, int[] units, int size) {
    if (problem.territories().get(territory).centre() instanceof Centre.Home home) {
      cost += costFrom(home.site(), units, size, Double.POSITIVE_INFINITY);
    } else if (size > 0 && problem.objective() instanceof Objective.MomentOfInertia) {
      cost += costFrom(nearestToMean(units, size), units, size, Double.POSITIVE_INFINITY);
    } else if (size > 0) {
      countFromBestUnit(units, size);
    }
  }

  /**
   * The best unit for squared straight lines, whose sum grows with its own distance to the mean.
   */
  private int nearestToMean(int[] units, int size) {
    double[] mean = new double[3];
    double weights = 0;
    for (int k = 0; k < size; k++) {
      double weight = costs.weight(units[k]);
      weights += weight;
      for (int d = 0; d < mean.length; d++) {
        mean[d] += weight * problem.distances().coordinate(units[k], d);
      }
    }
    int nearest = units[0];
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      double square = 0;
      for (int d = 0; d < mean.length; d++) {
        double apart = problem.distances().coordinate(units[k], d) - mean[d] / weights;
        square += apart * apart;
      }
      if (square < least) {
        least = square;
        nearest = units[k];
      }
    }
    return nearest;
  }

  /** The best of all units that can serve the territory; the largest, when none can. */
  private void countFromBestUnit(int[] units, int size) {
    long amount = capacity.isEmpty() ? 0 : amount(capacity.get().measure(), units, size);
    double least = Double.POSITIVE_INFINITY;
    long largest = 0;
    for (int k = 0; k < size; k++) {
      long served = capacity.isEmpty() ? Long.MAX_VALUE : capacity.get().at(units[k]);
      largest = Math.max(largest, served);
      if (served >= amount) {
        least = Math.min(least, costFrom(units[k], units, size, least));
      }
    }
    if (least == Double.POSITIVE_INFINITY) {
      int measure = capacity.orElseThrow().measure();
      violation += (amount - largest) * problem.territoryCount() / (double) problem.total(measure);
      least = costFrom(nearestToMean(units, size), units, size, least);
    }
    cost += least;
  }

  /** The cost of all units from a site; as soon as it is more than the most, infinity. */
  private double costFrom(int site, int[] units, int size, double most) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += costs.at(units[k], site);
      if (sum > most) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return sum;
  }

  /** Half of each edge that leaves: the other territory counts the other half. */
  private double cutEdges(int[] units, int size, int[] territoryOf) {
    UnitGraph graph = problem.graph().orElseThrow();
    int cut = 0;
    for (int k = 0; k < size; k++) {
      for (int e = graph.first(units[k]); e < graph.end(units[k]); e++) {
        cut += territoryOf[graph.neighbourAt(e)] == territoryOf[units[k]] ? 0 : 1;
      }
    }
    return cut / 2.0;
  }

  private double diameter(int[] units, int size) {
    double largest = 0;
    for (int k = 0; k < size; k++) {
      for (int i = 0; i < k; i++) {
        largest = Math.max(largest, problem.distances().between(units[k], units[i]));
      }
    }
    return largest;
  }

  private void countLeaving(int territory, int[] units, int size) {
    for (int k = 0; k < size; k++) {
      boolean stays = problem.today().orElseThrow().territoryOf(units[k]) == territory;
      cost += stays ? 0 : leaving[units[k]];
    }
  }
}
