package bailiwick.bench.scale;

import bailiwick.bench.file.AppendedTable;
import bailiwick.bench.file.MarkdownTable;
import bailiwick.bench.file.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private ScaleTable() {}

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
    AppendedTable table = new AppendedTable(folder.resolve("scale.csv"), ScaleResult.HEADER);
    Set<String> done = new HashSet<>();
    table.lines().forEach(cells -> done.add(ScaleResult.of(cells).name()));
    for (ScaleRow row : rows) {
      if (done.add(row.name())) {
        table.append(measureApart(row, generated).cells());
      }
    }
    Files.writeString(folder.resolve("design-scale.md"), markdown(table.lines()));
  }

  private static ScaleResult measureApart(ScaleRow row, Path generated)
      throws IOException, InterruptedException {
    try (ScratchFolder scratch = ScratchFolder.make()) {
      Path cells = scratch.resolve("cells.txt");
      boolean ended =
          ApartRun.endsWell(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              HEAP,
              "-cp",
              System.getProperty("java.class.path"),
              ScaleRun.class.getName(),
              row.name(),
              generated.toString(),
              cells.toString());
      return ended ? ScaleResult.of(Files.readAllLines(cells)) : ScaleResult.failed(row.name());
    }
  }

  private static String markdown(List<List<String>> lines) {
    StringBuilder text = new StringBuilder(MarkdownTable.header(ScaleResult.HEADER));
    lines.forEach(cells -> text.append(MarkdownTable.line(cells)));
    return text.toString();
  }
}
