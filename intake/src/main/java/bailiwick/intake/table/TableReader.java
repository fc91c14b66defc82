package bailiwick.intake.table;

import bailiwick.core.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table file row by row in bounded memory. Not thread-safe; close after use.
 *
 * <p>{@link #open} looks at the bytes, decides delimiter, encoding and compression, and reads the
 * header. Files that are no table at all (empty, binary, no header) stop there with a {@link
 * ProblemException} of {@link ImportProblem}s.
 */
public final class TableReader implements AutoCloseable {

  private TableReader() {}

  /**
   * Opens a table file and reads its header.
   *
   * @throws ProblemException when the file is empty, binary, damaged or without a header
   */
  public static TableReader open(TableSource source, TableOptions options) {
    throw new UnsupportedOperationException();
  }

  /** The file's name as shown in problems. */
  public String file() {
    throw new UnsupportedOperationException();
  }

  /** How the file is written down. */
  public TableFormat format() {
    throw new UnsupportedOperationException();
  }

  /** Names of the columns, each non-blank and different from the others. */
  public List<String> header() {
    throw new UnsupportedOperationException();
  }

  /** What deserves a second look in the header, such as two columns of one name. */
  public List<ImportProblem> warnings() {
    throw new UnsupportedOperationException();
  }

  /**
   * The next row, null after the last.
   *
   * @throws ProblemException when the file is damaged from here on
   */
  public @Nullable TableRow next() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
