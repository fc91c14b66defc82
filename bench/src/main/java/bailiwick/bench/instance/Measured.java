package bailiwick.bench.instance;

import java.util.List;

/**
 * A row as measured; empty text where there is nothing to say.
 *
 * @param row what was measured
 * @param outcome {@code feasible}, {@code infeasible} or {@code notFound}
 * @param value of the objective; of {@code notFound} the violation
 * @param gapToBest percent above the best known value
 * @param bound lower bound of our own
 * @param seconds taken
 * @param evaluations work done
 * @param agreed whether the independent evaluator found the same
 */
record Measured(
    TableRow row,
    String outcome,
    String value,
    String gapToBest,
    String bound,
    String seconds,
    String evaluations,
    String agreed) {

  static final List<String> HEADER =
      List.of(
          "set",
          "instance",
          "objective",
          "limit_seconds",
          "outcome",
          "value",
          "gap_to_best_pct",
          "bound",
          "seconds",
          "evaluations",
          "evaluator_agrees");

  List<String> cells() {
    return List.of(
        row.set(),
        row.instance(),
        row.objective(),
        Long.toString(row.timeLimit().toSeconds()),
        outcome,
        value,
        gapToBest,
        bound,
        seconds,
        evaluations,
        agreed);
  }

  static Measured of(List<String> cells) {
    return new Measured(
        TableRow.of(cells),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        cells.get(7),
        cells.get(8),
        cells.get(9),
        cells.get(10));
  }
}
