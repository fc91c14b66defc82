package bailiwick.server.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of trade-off curves. */
public final class TradeOffWire {

  private TradeOffWire() {}

  /** A curve. */
  @Schema(
      description =
          "Plans of which none is better in everything: in what changes hands, in the goals and in"
              + " balance. The one that moves least comes first.")
  public record TradeOffCurve(
      @Schema(description = "Measure by which what changes hands is counted.", example = "accounts")
          String measure,
      @Schema(description = "All there is of it.", example = "1500") double total,
      @Schema(description = "The plans.") List<TradeOffPlan> plans) {}

  /** A plan of a curve. */
  @Schema(description = "One plan of a curve.")
  public record TradeOffPlan(
      @Schema(description = "Number in the curve, 1 for the first.", example = "3") int number,
      @Schema(description = "Part of the tolerances that it was asked to keep.", example = "0.5")
          double tolerancePart,
      @Schema(description = "What changes hands, in the measure.", example = "212") double moved,
      @Schema(description = "The same as a share of all.", example = "0.14") double movedShare,
      @Schema(description = "Units that change hands.", example = "97") int movedUnits,
      @Schema(
              description = "Value of the goals but that of staying, lower is better.",
              example = "81234.5")
          double objective,
      @Schema(
              description = "No plan that moves no more can have a lower one; null when unknown.",
              example = "79800")
          @Nullable Double bound,
      @Schema(
              description = "Largest relative deviation of any balanced measure, a ratio.",
              example = "0.081")
          double imbalance,
      @Schema(
              description =
                  "By how much the objective falls for each one more that changes hands beyond the"
                      + " plan before it of the same tolerances; null for the first.",
              example = "12.4")
          @Nullable Double priceOfOneMore,
      @Schema(
              description = "All of it in words.",
              example =
                  "212 of 1,500 accounts (14 %) change hands and the goals come to 3.2 % less than"
                      + " with the least moves.")
          String sentence) {}
}
