package bailiwick.bench.instance;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignSettings;
import bailiwick.exact.WorkerPool;
import bailiwick.intake.instance.InstanceDesign;
import bailiwick.intake.instance.InstanceResult;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Measures the rows of {@code rows.csv} that {@code results.csv} lacks, one by one, and draws the
 * table {@code results.md} of all. It can be stopped at any time and goes on with the next row.
 */
public final class InstanceTable {

  private static final int THREADS = 2;
  private static final long SEED = 1;

  private final Path instances;
  private final Path folder;
  private final BestKnown bestKnown;
  private final Evaluator evaluator;

  private InstanceTable(Path instances, Path folder) throws IOException {
    this.instances = instances;
    this.folder = folder;
    this.bestKnown = BestKnown.read(instances.resolve("BEST_KNOWN.csv"));
    this.evaluator = new Evaluator(instances);
  }

  /**
   * Runs the table.
   *
   * @param args folder of the instances, and the folder of rows and results
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "Give the folder of the instances and that of rows.csv, not %s arguments."
              .formatted(args.length));
    }
    new InstanceTable(Path.of(args[0]), Path.of(args[1])).run();
  }

  /** Measures what is missing in a folder of rows and results. */
  static void run(Path instances, Path folder) throws IOException, InterruptedException {
    new InstanceTable(instances, folder).run();
  }

  private void run() throws IOException, InterruptedException {
    Path results = folder.resolve("results.csv");
    Set<String> done = new HashSet<>();
    readResults(results).forEach(measured -> done.add(measured.row().key()));
    for (TableRow row : readRows()) {
      if (!done.contains(row.key())) {
        append(results, measure(row));
      }
    }
    Files.writeString(folder.resolve("results.md"), markdown(readResults(results)));
  }

  private List<TableRow> readRows() throws IOException {
    return cells(folder.resolve("rows.csv")).stream().map(TableRow::of).toList();
  }

  private static List<Measured> readResults(Path file) throws IOException {
    return Files.isRegularFile(file) ? cells(file).stream().map(Measured::of).toList() : List.of();
  }

  private static List<List<String>> cells(Path file) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      reader.forEach(line -> lines.add(line.getFields()));
    }
    return lines.subList(Math.min(1, lines.size()), lines.size());
  }

  private static void append(Path file, Measured measured) throws IOException {
    boolean isNew = !Files.isRegularFile(file);
    try (CsvWriter writer =
        CsvWriter.builder()
            .build(
                file,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)) {
      if (isNew) {
        writer.writeRecord(Measured.HEADER);
      }
      writer.writeRecord(measured.cells());
    }
  }

  private Measured measure(TableRow row) throws IOException, InterruptedException {
    Path instance = instances.resolve(row.set()).resolve(row.instance());
    Path out = Files.createTempDirectory("bailiwick-bench");
    InstanceResult result;
    try (WorkerPool solver = new WorkerPool(THREADS)) {
      result =
          InstanceDesign.run(
              instance,
              Optional.of(row.objective()),
              problem -> DesignSettings.ofTime(SEED, THREADS, row.timeLimit()),
              out,
              DesignListener.NONE,
              Cancellation.none(),
              solver);
    }
    String seconds = text(result.outcome().run().elapsed().toMillis() / 1000.0, 1);
    String evaluations = Long.toString(result.outcome().run().evaluations());
    return switch (result.outcome()) {
      case DesignOutcome.Designed designed -> {
        double value = designed.plan().objective();
        yield new Measured(
            row,
            "feasible",
            text(value, 3),
            gap(row, value),
            designed.bound().isPresent() ? text(designed.bound().getAsDouble(), 3) : "",
            seconds,
            evaluations,
            evaluator.agrees(instance, out.resolve("assignment.csv"), row.objective(), value));
      }
      case DesignOutcome.Infeasible infeasible ->
          new Measured(
              row,
              "infeasible",
              infeasible.proof().getFirst().code(),
              "",
              "",
              seconds,
              evaluations,
              "");
      case DesignOutcome.NotFound notFound ->
          new Measured(
              row,
              "notFound",
              text(notFound.closest().violation(), 5),
              "",
              "",
              seconds,
              evaluations,
              "");
    };
  }

  private String gap(TableRow row, double value) {
    OptionalDouble best = bestKnown.find(row);
    return best.isEmpty() ? "" : text(100 * (value / best.getAsDouble() - 1), 3);
  }

  private static String text(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0\\.0+") ? text.substring(1) : text;
  }

  private static String markdown(List<Measured> rows) {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(String.join(" | ", Measured.HEADER)).append(" |\n");
    text.append("|").append("---|".repeat(Measured.HEADER.size())).append("\n");
    for (Measured measured : rows) {
      text.append("| ").append(String.join(" | ", measured.cells())).append(" |\n");
    }
    return text.toString();
  }
}
