package bailiwick.atlas.install;

import bailiwick.atlas.pack.CountryPack;
import bailiwick.atlas.pack.Fingerprint;
import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts a country into an atlas folder all at once: written aside first, then moved. Stateless. */
final class CountryFolder {

  private CountryFolder() {}

  static void replace(CountryPack pack, Path atlas) {
    Path aside = atlas.resolve(".new-" + pack.country());
    Path old = atlas.resolve(".old-" + pack.country());
    Path place = atlas.resolve(pack.country());
    try {
      Files.createDirectories(atlas);
      delete(aside);
      delete(old);
      pack.writeTo(Files.createDirectory(aside));
      Fingerprint.keepIn(aside);
      if (Files.exists(place)) {
        Files.move(place, old);
      }
      Files.move(aside, place);
      delete(old);
    } catch (IOException | UncheckedIOException full) {
      throw cannotWrite(atlas, aside, full);
    }
  }

  private static ProblemException cannotWrite(Path atlas, Path aside, Exception cause) {
    try {
      delete(aside);
    } catch (IOException leftover) {
      cause.addSuppressed(leftover); // the next installation removes it
    }
    String reason = String.valueOf(cause.getMessage());
    return ProblemException.of(new AtlasProblem.CannotWrite(atlas.toString(), reason));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> inside = Files.walk(folder)) {
      deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
