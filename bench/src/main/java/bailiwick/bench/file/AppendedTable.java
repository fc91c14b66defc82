package bailiwick.bench.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A CSV file with a header that grows by one line with each measurement. A run may be killed while
 * it writes: only what ends with a line end counts, and the next line begins there. For one writer
 * at a time.
 */
public final class AppendedTable {

  private final Path file;
  private final List<String> header;

  /**
   * The table in a file.
   *
   * @param file made with the first line when missing
   */
  public AppendedTable(Path file, List<String> header) {
    this.file = file;
    this.header = List.copyOf(header);
  }

  /**
   * The cells of all whole lines but the header; empty when there is no file.
   *
   * @throws IllegalStateException when the file begins otherwise, or a line has more or fewer cells
   */
  public List<List<String>> lines() throws IOException {
    List<List<String>> lines = new ArrayList<>();
    String whole = new String(whole(), StandardCharsets.UTF_8);
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(whole)) {
      for (CsvRecord line : reader) {
        requireCells(line, lines.isEmpty());
        lines.add(line.getFields());
      }
    }
    return lines.isEmpty() ? lines : lines.subList(1, lines.size());
  }

  private void requireCells(CsvRecord line, boolean isFirst) {
    boolean fits =
        isFirst ? line.getFields().equals(header) : line.getFieldCount() == header.size();
    if (!fits) {
      throw new IllegalStateException(
          "Line %s of %s (%s) must have the cells %s."
              .formatted(
                  line.getStartingLineNumber(),
                  file,
                  String.join(",", line.getFields()),
                  String.join(",", header)));
    }
  }

  /** Adds a line; line breaks in its cells become spaces. */
  public void append(List<String> cells) throws IOException {
    byte[] whole = whole();
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      if (whole.length == 0) {
        writer.writeRecord(header);
      }
      writer.writeRecord(cells.stream().map(OneLine::of).toList());
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(whole.length);
    }
    Files.writeString(file, text.toString(), StandardOpenOption.APPEND);
  }

  /** All that ends with a line end. */
  private byte[] whole() throws IOException {
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }
}
