package bailiwick.bench.scale;

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
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures the large rows that {@code scale.csv} lacks, each in a process of its own with a heap of
 * 4 GiB, and draws the table {@code design-scale.md} of all. It can be stopped at any time and goes
 * on with the next row.
 */
public final class ScaleTable {

  private static final String HEAP = "-Xmx4g";

  private final Path folder;

  private ScaleTable(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs the table.
   *
   * @param args the folder of the results, a folder for generated files, and names of rows; all
   *     that have a goal or belong to the curve of growth unless any is named
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          "Give the folder of the results and one for generated files, not %s arguments."
              .formatted(args.length));
    }
    List<ScaleRow> rows =
        args.length == 2 ? ScaleRow.all() : Stream.of(args).skip(2).map(ScaleRow::of).toList();
    run(Path.of(args[0]), Path.of(args[1]), rows);
  }

  /** Measures those of the rows that are missing in a folder of results. */
  static void run(Path folder, Path generated, List<ScaleRow> rows)
      throws IOException, InterruptedException {
    ScaleTable table = new ScaleTable(folder);
    Set<String> done = new HashSet<>();
    table.results().forEach(result -> done.add(result.name()));
    for (ScaleRow row : rows) {
      if (done.add(row.name())) {
        table.append(measureApart(row, generated));
      }
    }
    Files.writeString(folder.resolve("design-scale.md"), table.markdown());
  }

  private static ScaleResult measureApart(ScaleRow row, Path generated)
      throws IOException, InterruptedException {
    Path cells = Files.createTempFile("bailiwick-scale", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                ScaleRun.class.getName(),
                row.name(),
                generated.toString(),
                cells.toString())
            .inheritIO()
            .start();
    boolean ended;
    try {
      ended = process.waitFor() == 0;
    } finally {
      process.destroyForcibly();
    }
    ScaleResult result =
        ended ? ScaleResult.of(Files.readAllLines(cells)) : ScaleResult.failed(row.name());
    Files.delete(cells);
    return result;
  }

  private Path file() {
    return folder.resolve("scale.csv");
  }

  private List<ScaleResult> results() throws IOException {
    if (!Files.isRegularFile(file())) {
      return List.of();
    }
    List<ScaleResult> results = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file())) {
      reader.stream().skip(1).forEach(line -> results.add(ScaleResult.of(line.getFields())));
    }
    return results;
  }

  private void append(ScaleResult result) throws IOException {
    boolean isNew = !Files.isRegularFile(file());
    try (CsvWriter writer =
        CsvWriter.builder()
            .build(
                file(),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)) {
      if (isNew) {
        writer.writeRecord(ScaleResult.HEADER);
      }
      writer.writeRecord(result.cells());
    }
  }

  private String markdown() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(String.join(" | ", ScaleResult.HEADER)).append(" |\n");
    text.append("|").append("---|".repeat(ScaleResult.HEADER.size())).append('\n');
    for (ScaleResult result : results()) {
      text.append("| ").append(String.join(" | ", result.cells())).append(" |\n");
    }
    return text.toString();
  }
}
