package bailiwick.bench.instance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A row to be measured.
 *
 * @param set folder of the set
 * @param instance folder of the instance within it
 * @param objective its name as in the list of best known values
 * @param timeLimit as given to the design command
 */
record TableRow(String set, String instance, String objective, Duration timeLimit) {

  /** The rows of a file with a header. */
  static List<TableRow> read(Path file) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      return reader.stream().skip(1).map(line -> of(line.getFields())).toList();
    }
  }

  /** A row of {@code set,instance,objective,limit_seconds}; further cells are not looked at. */
  static TableRow of(List<String> cells) {
    return new TableRow(
        cells.get(0), cells.get(1), cells.get(2), Duration.ofSeconds(Long.parseLong(cells.get(3))));
  }

  /** What tells it from other rows. */
  String key() {
    return String.join("/", set, instance, objective, Long.toString(timeLimit.toSeconds()));
  }
}
