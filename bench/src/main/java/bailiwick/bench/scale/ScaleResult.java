package bailiwick.bench.scale;

import java.util.List;

/**
 * What came of a row; a line of {@code scale.csv}. All as text, empty where there is nothing to
 * say.
 *
 * @param name of the row
 * @param outcome {@code feasible}, {@code broken}, {@code infeasible: CODE} by the conflict of that
 *     code, or {@code failed}
 * @param worstDeviationPercent of any territory from the mean
 * @param violation sum of relative excesses over broken limits
 * @param objective of the plan
 * @param seconds of the design, reading and making of the world aside
 * @param evaluations work done
 * @param heapMb the most that each part of the heap held while designing, rubbish included, summed;
 *     they hold it at different moments, so the heap was never larger
 * @param residentMb largest memory of the whole process
 * @param load of the machine at the end, on average over a minute
 */
record ScaleResult(
    String name,
    String outcome,
    String worstDeviationPercent,
    String violation,
    String objective,
    String seconds,
    String evaluations,
    String heapMb,
    String residentMb,
    String load) {

  static final List<String> HEADER =
      List.of(
          "row",
          "outcome",
          "worst_deviation_pct",
          "violation",
          "objective",
          "seconds",
          "evaluations",
          "heap_mb",
          "resident_mb",
          "load");

  List<String> cells() {
    return List.of(
        name,
        outcome,
        worstDeviationPercent,
        violation,
        objective,
        seconds,
        evaluations,
        heapMb,
        residentMb,
        load);
  }

  static ScaleResult failed(String name) {
    return new ScaleResult(name, "failed", "", "", "", "", "", "", "", "");
  }

  static ScaleResult of(List<String> cells) {
    return new ScaleResult(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        cells.get(7),
        cells.get(8),
        cells.get(9));
  }
}
