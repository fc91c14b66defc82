package bailiwick.atlas.build;

import bailiwick.atlas.draft.CountryTiler;
import bailiwick.atlas.pack.CountryPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the packaged data. {@code atlas/README.md} tells how to run it; the same sources yield the
 * same bytes.
 */
public final class AtlasBuilder {

  private AtlasBuilder() {}

  /**
   * Builds everything.
   *
   * @param args the folder of sources, and the folder to write, {@code
   *     atlas/src/main/resources/bailiwick/atlas/data}
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Give two folders: sources and target.");
    }
    Sources sources = new Sources(Path.of(args[0]));
    Path target = Path.of(args[1]);
    World world = new World(sources);
    world.writeTo(Files.createDirectories(target.resolve("world")));
    new Outlines(sources, world).writeTo(Files.createDirectories(target.resolve("outlines")));
    write(CountryTiler.tile(new France(sources, world).draft()), target);
    write(CountryTiler.tile(new UnitedStates(sources).draft()), target);
  }

  private static void write(CountryPack pack, Path target) throws IOException {
    pack.writeTo(Files.createDirectories(target.resolve(pack.country())));
  }
}
