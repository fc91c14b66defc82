package bailiwick.server.job;

import bailiwick.core.design.Comparison;
import bailiwick.server.wire.TradeOffWire.TradeOffCurve;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trade-off curve as a job keeps it: what is told of it, and its plans to be opened later.
 * Immutable.
 *
 * @param inputHash of what it was worked out from
 * @param plans in the order of the curve
 */
public record KeptCurve(TradeOffCurve curve, String inputHash, List<KeptPlan> plans) {

  public KeptCurve {
    plans = List.copyOf(plans);
  }

  /**
   * A plan of the curve.
   *
   * @param budget the most that was allowed to change hands, in whole units of the measure
   * @param territories of the units, packed
   * @param compared with today's plan
   */
  public record KeptPlan(
      double budget,
      String territories,
      List<Compared> compared,
      long work,
      long evaluations,
      double exactWork,
      @Nullable String exactFailure) {
    public KeptPlan {
      compared = List.copyOf(compared);
    }
  }

  /** One respect in which a plan compares with today's. */
  public record Compared(Comparison.Kind kind, String name, double today, double plan) {}
}
