package bailiwick.bench.instance;

import java.io.IOException;
import java.nio.file.Path;

/** Who answers the rows of the table. */
interface Solver {

  /** What it is called in the table. */
  String name();

  /** Whether it can be asked on this machine. */
  boolean isHere();

  /**
   * Answers a row.
   *
   * @param instance folder of the row's instance
   */
  Answer answer(TableRow row, Path instance) throws IOException, InterruptedException;
}
