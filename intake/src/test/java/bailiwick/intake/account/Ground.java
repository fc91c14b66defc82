package bailiwick.intake.account;

import bailiwick.atlas.Atlas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The atlas that tests share, and the material beside the project that only some machines have. */
public final class Ground {

  /** Read once for all tests. */
  public static final Atlas ATLAS = Atlas.packaged();

  private Ground() {}

  /** A file of the shared material; none when this machine has none. */
  public static Optional<Path> findShared(String file) {
    String told = System.getProperty("bailiwick.shared");
    Path folder = told == null ? Path.of("..", "..", "shared") : Path.of(told);
    return Optional.of(folder.resolve(file)).filter(Files::exists);
  }
}
