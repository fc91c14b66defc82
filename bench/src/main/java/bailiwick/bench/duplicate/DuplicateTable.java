package bailiwick.bench.duplicate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Measures the search for duplicates and prints tables in Markdown.
 *
 * <p>Arguments: the folder of the labelled names, then the numbers of demo accounts to search, such
 * as {@code 12000 1000000}.
 */
public final class DuplicateTable {

  private DuplicateTable() {}

  /** Prints the tables. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    new NameTable(NamePair.readAll(Path.of(arguments[0]))).print(out);
    for (int a = 1; a < arguments.length; a++) {
      ListingTable.print(Integer.parseInt(arguments[a]), out);
    }
  }
}
