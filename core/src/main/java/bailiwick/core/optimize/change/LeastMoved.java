package bailiwick.core.optimize.change;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Today;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much has to change hands in any plan, by the limits of totals alone: what a territory holds
 * beyond its upper limit has to leave it, and what territories lack of their lower limits has to
 * come from somewhere. Counted in one measure and limited in any, the least is a continuous
 * knapsack: units that bring most for what they count go first.
 *
 * <p>Source: G. B. Dantzig, *Discrete-variable extremum problems*, Operations Research 1957.
 */
final class LeastMoved {

  /** Sums of doubles may lie so much above what they should be. */
  private static final double ROUNDING = 1e-9;

  private record Piece(double count, double amount) {}

  private final DesignProblem problem;
  private final Today today;
  private final int counted;
  private final long[][] held; // [measure][territory] -> what it has today

  private LeastMoved(DesignProblem problem, int counted) {
    this.problem = problem;
    this.today = problem.today().orElseThrow();
    this.counted = counted;
    this.held = problem.totals(today.toArray());
  }

  /**
   * The least that changes hands, in whole units of the measure that is counted; 0 or more. Amounts
   * are whole numbers of its smallest unit, so that a part of one counts as one.
   *
   * @param problem with a plan of today, whose territories go on or are empty in it
   * @param counted number of the measure
   */
  static double of(DesignProblem problem, int counted) {
    LeastMoved least = new LeastMoved(problem, counted);
    double one = problem.measures().get(counted).one();
    return Math.ceil(Math.max(least.leaving(), least.entering()) * one * (1 - ROUNDING)) / one;
  }

  private double leaving() {
    double sum = 0;
    for (int t = 0; t < problem.territoryCount(); t++) {
      double most = 0;
      for (int m = 0; m < problem.measures().size(); m++) {
        long over = held[m][t] - problem.upper(m, t);
        if (over > 0) {
          most = Math.max(most, cheapest(m, t, (double) over));
        }
      }
      sum += most;
    }
    return sum;
  }

  private double entering() {
    double most = 0;
    for (int m = 0; m < problem.measures().size(); m++) {
      double lack = 0;
      for (int t = 0; t < problem.territoryCount(); t++) {
        lack += Math.max(0, problem.lower(m, t) - held[m][t]);
      }
      most = Math.max(most, lack > 0 ? cheapest(m, -1, lack) : 0);
    }
    return most;
  }

  /** The least count of units that together have an amount, of one territory or of all (-1). */
  private double cheapest(int measure, int territory, double amount) {
    List<Piece> pieces = new ArrayList<>();
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      int now = today.territoryOf(unit);
      if ((territory < 0 || now == territory) && problem.amount(measure, unit) > 0) {
        double count =
            now < 0 ? 0 : problem.measures().get(counted).toDecimal(problem.amount(counted, unit));
        pieces.add(new Piece(count, problem.amount(measure, unit)));
      }
    }
    pieces.sort(Comparator.comparingDouble(piece -> piece.count() / piece.amount()));
    double left = amount;
    double sum = 0;
    for (Piece piece : pieces) {
      double part = Math.min(1, left / piece.amount());
      sum += part * piece.count();
      left -= part * piece.amount();
      if (left <= 0) {
        break;
      }
    }
    return sum;
  }
}
