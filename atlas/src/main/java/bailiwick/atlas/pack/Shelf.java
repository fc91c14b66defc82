package bailiwick.atlas.pack;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Where stored files lie. Immutable and thread-safe. */
public sealed interface Shelf {

  /**
   * Files that come with the product.
   *
   * @param folder name below the packaged data, such as {@code US}
   */
  record Packaged(String folder) implements Shelf {
    @Override
    public @Nullable InputStream openOrNull(String file) {
      return Shelf.class.getResourceAsStream("/bailiwick/atlas/data/" + folder + '/' + file);
    }
  }

  /**
   * Files of a folder on disk.
   *
   * @param folder where they lie
   */
  record Folder(Path folder) implements Shelf {
    @Override
    public @Nullable InputStream openOrNull(String file) throws IOException {
      Path path = folder.resolve(file);
      return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
    }
  }

  /** The bytes of a file as stored, or null when there is no such file. */
  @Nullable InputStream openOrNull(String file) throws IOException;

  /** Whether a file is there. */
  default boolean has(String file) {
    try (InputStream in = openOrNull(file)) {
      return in != null;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** All bytes of a file that must be there, as stored. */
  default byte[] bytes(String file) {
    try (InputStream in = open(file)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The text of a file that must be there, stored plain. */
  default String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  /**
   * Hands out the rows of a gzipped table, without its header.
   *
   * @param columns the header it must have
   * @throws IllegalStateException when the header is another: data and program do not fit
   */
  default void rows(String file, List<String> columns, Consumer<CsvRecord> row) {
    try (Reader text = new InputStreamReader(openUnpacked(file), StandardCharsets.UTF_8);
        CsvReader<CsvRecord> table = CsvReader.builder().ofCsvRecord(text)) {
      var rows = table.iterator();
      List<String> header = rows.hasNext() ? rows.next().getFields() : List.of();
      if (!header.equals(columns)) {
        throw new IllegalStateException(
            "The table (%s) has the columns %s and should have %s."
                .formatted(file, header, columns));
      }
      rows.forEachRemaining(row);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The content of a gzipped file that must be there. */
  default InputStream openUnpacked(String file) throws IOException {
    InputStream in = open(file);
    try {
      return new GZIPInputStream(new BufferedInputStream(in), 1 << 16);
    } catch (IOException broken) {
      in.close();
      throw broken;
    }
  }

  private InputStream open(String file) throws IOException {
    InputStream in = openOrNull(file);
    if (in == null) {
      throw new FileNotFoundException("The file (%s) is not on %s.".formatted(file, this));
    }
    return in;
  }
}
