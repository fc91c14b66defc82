package bailiwick.cli.design;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.tradeoff.TradeOffPoint;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.Measure;
import bailiwick.intake.export.CsvTable;
import bailiwick.intake.export.OutputFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Writes a trade-off curve: {@code tradeoff.csv} and the assignment of each of its plans. */
final class TradeOffFiles {

  private static final String TABLE = "tradeoff.csv";

  private final Measure measure;
  private final double total; // of the measure, in whole units

  private TradeOffFiles(DesignProblem problem, int measure) {
    this.measure = problem.measures().get(measure);
    this.total = this.measure.toDecimal(problem.total(measure));
  }

  /**
   * Requires a plan of today, against which a curve counts what changes hands.
   *
   * @throws ProblemException when there is none
   */
  static void requireToday(DesignProblem problem) {
    if (problem.today().isEmpty()) {
      throw ProblemException.of(new TradeOffProblem.NoToday());
    }
  }

  /** Writes the curve into a folder; plans of an earlier one go. */
  static void write(Path folder, DesignProblem problem, int measure, List<TradeOffPoint> points)
      throws IOException {
    TradeOffFiles files = new TradeOffFiles(problem, measure);
    Files.deleteIfExists(folder.resolve(TABLE));
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "tradeoff-*.csv")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    for (int k = 0; k < points.size(); k++) {
      Alignment alignment = points.get(k).plan().alignment();
      OutputFile.write(folder.resolve(name(k)), out -> writeAssignment(alignment, out));
    }
    OutputFile.write(
        folder.resolve(TABLE),
        out -> {
          CsvTable table = CsvTable.open(out, files.header());
          for (int k = 0; k < points.size(); k++) {
            table.row(files.row(k, points.get(k)));
          }
        });
  }

  private static void writeAssignment(Alignment alignment, Writer out) throws IOException {
    CsvTable table = CsvTable.open(out, List.of("id", "territory"));
    for (int unit = 0; unit < alignment.units().size(); unit++) {
      table.row(
          alignment.units().id(unit).value(),
          alignment.territories().get(alignment.territoryOf(unit)).value());
    }
  }

  private static String name(int point) {
    return String.format(Locale.ROOT, "tradeoff-%02d.csv", point + 1);
  }

  private List<String> header() {
    return List.of(
        "point",
        "tolerancePart",
        "moved_" + measure.name(),
        "movedShare",
        "movedUnits",
        "objective",
        "bound",
        "imbalance",
        "priceOfOneMore",
        "file");
  }

  private List<String> row(int number, TradeOffPoint point) {
    double moved = measure.toDecimal(point.moved());
    return List.of(
        Integer.toString(number + 1),
        Double.toString(point.strictness()),
        Double.toString(moved),
        Double.toString(total > 0 ? moved / total : 0),
        Integer.toString(point.movedUnits()),
        Double.toString(point.value()),
        text(point.designed().bound()),
        Double.toString(point.imbalance()),
        text(point.price()),
        name(number));
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }

  /** What came of a curve in one sentence for people. */
  static String words(List<TradeOffPoint> points) {
    if (points.isEmpty()) {
      return "No plan was found for the trade-off curve.";
    }
    var units = points.stream().mapToInt(TradeOffPoint::movedUnits).summaryStatistics();
    var values = points.stream().mapToDouble(TradeOffPoint::value).summaryStatistics();
    return String.format(
        Locale.ROOT,
        "%s plans to choose from: %,d to %,d units change hands, the other goals come to %.6g"
            + " to %.6g.",
        points.size(),
        units.getMin(),
        units.getMax(),
        values.getMin(),
        values.getMax());
  }
}
