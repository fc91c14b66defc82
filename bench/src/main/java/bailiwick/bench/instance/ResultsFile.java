package bailiwick.bench.instance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The tables in a folder: {@code rows.csv} to be measured, {@code results.csv} measured. */
final class ResultsFile {

  private final Path folder;

  ResultsFile(Path folder) {
    this.folder = folder;
  }

  List<TableRow> rows() throws IOException {
    return cells(folder.resolve("rows.csv")).stream().map(TableRow::of).toList();
  }

  /** What has been measured; a line that an interruption cut off is left out. */
  List<Measured> results() throws IOException {
    return Files.isRegularFile(file())
        ? cells(file()).stream().map(Measured::of).toList()
        : List.of();
  }

  private Path file() {
    return folder.resolve("results.csv");
  }

  private static List<List<String>> cells(Path file) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().missingFieldStrategy(FieldMismatchStrategy.SKIP).ofCsvRecord(file)) {
      reader.forEach(line -> lines.add(line.getFields()));
    }
    return lines.subList(Math.min(1, lines.size()), lines.size());
  }

  void append(Measured measured) throws IOException {
    boolean isNew = !Files.isRegularFile(file());
    if (!isNew && !Files.readString(file()).endsWith("\n")) {
      Files.writeString(file(), "\n", StandardOpenOption.APPEND); // an interruption cut a line off
    }
    try (CsvWriter writer =
        CsvWriter.builder()
            .build(
                file(),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)) {
      if (isNew) {
        writer.writeRecord(Measured.HEADER);
      }
      writer.writeRecord(measured.cells());
    }
  }

  void draw(String page) throws IOException {
    Files.writeString(folder.resolve("results.md"), page);
  }
}
