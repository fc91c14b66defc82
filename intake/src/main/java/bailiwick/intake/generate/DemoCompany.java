package bailiwick.intake.generate;

import bailiwick.atlas.Atlas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Makes a company that does not exist in places that do. Thread-safe. */
public final class DemoCompany {

  private final Atlas atlas;

  /** A generator on the geography of an atlas. */
  public DemoCompany(Atlas atlas) {
    this.atlas = atlas;
  }

  /**
   * Writes the files of a company into a folder, in memory that does not grow with the accounts.
   *
   * @param folder made when missing; files of an earlier run are overwritten
   * @param progress told the number of accounts written so far, now and then
   */
  public DemoFiles generate(DemoSettings settings, Path folder, LongConsumer progress)
      throws IOException {
    throw new UnsupportedOperationException("" + atlas + settings + folder + progress);
  }
}
