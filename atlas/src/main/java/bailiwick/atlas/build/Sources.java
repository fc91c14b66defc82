package bailiwick.atlas.build;

import bailiwick.geo.exchange.TopoJson;
import bailiwick.geo.shape.Feature;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;

/**
 * The folder of source files, plain or gzipped by their names.
 *
 * @param folder where they lie
 */
record Sources(Path folder) {

  List<NamedCsvRecord> table(String file) {
    try (InputStream in = open(file);
        CsvReader<NamedCsvRecord> table = CsvReader.builder().ofNamedCsvRecord(in)) {
      return table.stream().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  List<Feature> shapes(String file, String object) {
    try (InputStream in = open(file)) {
      List<Feature> features = TopoJson.read(in.readAllBytes()).get(object);
      if (features == null) {
        throw new NoSuchElementException(
            "The file (%s) has no object (%s).".formatted(file, object));
      }
      return features;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private InputStream open(String file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(file)));
    return file.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
  }
}
