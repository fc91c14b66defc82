package bailiwick.core.optimize.search;

import bailiwick.core.optimize.objective.Score;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What moves along the borders of a plan usually change.
 *
 * @param shapeChange mean absolute change of what draws units by a move, without disruption, in
 *     territories of mean scale; above 0
 * @param priceOfExcess price of one relative excess at which a unit's amount weighs about as much
 *     as its effect on the objective
 * @param limitPrices the same for each kind of limit besides balance
 */
record Sample(double shapeChange, double priceOfExcess, List<Double> limitPrices) {

  Sample {
    limitPrices = List.copyOf(limitPrices);
  }

  private static final int MOVES = 400;

  static Sample of(Score score, SplittableRandom random) {
    WorkingPlan plan = score.plan();
    double change = 0;
    double cost = 0;
    double amount = 0;
    double[] reach = new double[score.limits().count()];
    int moves = plan.borderSize() == 0 ? 0 : MOVES;
    for (int k = 0; k < moves; k++) {
      int unit = plan.borderUnit(random.nextInt(plan.borderSize()));
      int own = plan.territoryOf(unit);
      for (int at = plan.near().first(unit); at < plan.near().end(unit); at++) {
        int to = plan.territoryOf(plan.near().neighbourAt(at));
        if (to != own && plan.size(own) > 1) {
          double scale = Math.min(score.scale(own), score.scale(to));
          change += Math.abs(score.shapeChange(unit, to)) / scale;
          cost += Math.abs(score.objectiveChange(unit, to) + score.landChange(unit, to)) / scale;
          amount += score.balance().relativeAmount(unit);
          for (int limit = 0; limit < reach.length; limit++) {
            reach[limit] += score.limits().reach(limit, unit, to);
          }
          break;
        }
      }
    }
    double meanChange = Math.max(1e-12, change / Math.max(1, moves));
    double meanAmount = Math.max(1e-9, amount / Math.max(1, moves));
    double meanCost = Math.max(meanChange, cost / Math.max(1, moves));
    List<Double> limitPrices =
        Arrays.stream(reach)
            .mapToObj(sum -> 2 * meanCost / Math.max(1e-9, sum / Math.max(1, moves)))
            .toList();
    return new Sample(meanChange, 2 * meanCost / meanAmount, limitPrices);
  }
}
