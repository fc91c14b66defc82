package bailiwick.bench.instance;

import java.util.List;

/**
 * A row as one solver answered it; a line of {@code results.csv}.
 *
 * @param row what was measured
 * @param solver who answered
 * @param answer what came of it
 * @param gapToBest percent above the best known value; empty without a value or a best one
 * @param load of the machine when it ended, on average over a minute
 */
record Measured(TableRow row, String solver, Answer answer, String gapToBest, String load) {

  static final List<String> HEADER =
      List.of(
          "set",
          "instance",
          "objective",
          "limit_seconds",
          "solver",
          "outcome",
          "value",
          "violation",
          "gap_to_best_pct",
          "bound",
          "evaluations",
          "evaluator_agrees",
          "note",
          "seconds",
          "load");

  List<String> cells() {
    return List.of(
        row.set(),
        row.instance(),
        row.objective(),
        Long.toString(row.timeLimit().toSeconds()),
        solver,
        answer.outcome(),
        answer.value(),
        answer.violation(),
        gapToBest,
        answer.bound(),
        answer.evaluations(),
        answer.agreed(),
        answer.note(),
        answer.seconds(),
        load);
  }

  static Measured of(List<String> cells) {
    Answer answer =
        new Answer(
            cells.get(5),
            cells.get(6),
            cells.get(7),
            cells.get(9),
            cells.get(10),
            cells.get(11),
            cells.get(12),
            cells.get(13));
    return new Measured(TableRow.of(cells), cells.get(4), answer, cells.get(8), cells.get(14));
  }

  /** What tells it from other measurements. */
  String key() {
    return key(row, solver);
  }

  static String key(TableRow row, String solver) {
    return row.key() + "/" + solver;
  }
}
