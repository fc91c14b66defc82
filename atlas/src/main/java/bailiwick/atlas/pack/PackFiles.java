package bailiwick.atlas.pack;

import bailiwick.geo.exchange.TopoJson;
import bailiwick.geo.shape.Topology;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes stored files; the same content yields the same bytes. Stateless. */
public final class PackFiles {

  private PackFiles() {}

  /** A gzipped table. */
  public static void writeTable(Path file, List<String> columns, Iterable<List<String>> rows) {
    try (Writer text = new OutputStreamWriter(gzip(file), StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(columns);
      rows.forEach(csv::writeRecord);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Gzipped TopoJSON with one object. */
  public static void writeShapes(Path file, Topology topology) {
    try (OutputStream out = gzip(file)) {
      TopoJson.write(topology, Columns.UNITS_OBJECT, out);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Plain text. */
  public static void writeText(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static OutputStream gzip(Path file) throws IOException {
    // The JDK's stream stamps no time, so equal content gives equal bytes.
    return new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
      {
        def.setLevel(Deflater.BEST_COMPRESSION);
      }
    };
  }

  /** A coordinate as stored: five decimals, a metre, no trailing zeros. */
  public static String degrees(double degrees) {
    double rounded = Math.round(degrees * 1e5) / 1e5;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  /** A length in kilometres as stored: two decimals. */
  public static String km(double km) {
    return degrees(Math.round(km * 100) / 100.0);
  }
}
