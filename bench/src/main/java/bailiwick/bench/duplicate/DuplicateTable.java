package bailiwick.bench.duplicate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures the search for duplicates and writes tables in Markdown.
 *
 * <p>Arguments: the folder of the labelled names, the file to write, then the numbers of demo
 * accounts to search, such as {@code 12000 1000000}.
 */
public final class DuplicateTable {

  private DuplicateTable() {}

  /** Writes the tables. */
  public static void main(String[] arguments) throws IOException {
    Path table = Path.of(arguments[1]);
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(table), true, StandardCharsets.UTF_8)) {
      new NameTable(NamePair.readAll(Path.of(arguments[0]))).print(out);
      for (int a = 2; a < arguments.length; a++) {
        ListingTable.print(Integer.parseInt(arguments[a]), out);
      }
    }
  }
}
