package bailiwick.bench.instance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The best values known, from {@code BEST_KNOWN.csv}. Immutable. */
final class BestKnown {

  private final Map<String, Double> values = new HashMap<>();

  /** Reads the list; a missing file knows nothing. */
  static BestKnown read(Path file) throws IOException {
    BestKnown known = new BestKnown();
    if (Files.isRegularFile(file)) {
      try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
        for (NamedCsvRecord line : reader) {
          if (!line.getField("best").isBlank()) {
            known.values.put(
                key(line.getField("set"), line.getField("instance"), line.getField("objective")),
                Double.valueOf(line.getField("best")));
          }
        }
      }
    }
    return known;
  }

  private static String key(String set, String instance, String objective) {
    return String.join("/", set, instance, objective);
  }

  /** The best value known of a row's objective. */
  OptionalDouble find(TableRow row) {
    Double value = values.get(key(row.set(), row.instance(), row.objective()));
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
