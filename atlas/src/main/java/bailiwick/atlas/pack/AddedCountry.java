package bailiwick.atlas.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a country that the user added. Each edition of its data lies in a folder named by
 * its {@link Fingerprint}, and {@code current.txt} names the one to open.
 *
 * <p>An edition never changes and stays as long as a program has it open: who opened the country
 * reads the same data to the end, whatever is added meanwhile.
 */
public final class AddedCountry {

  private static final String CURRENT_FILE = "current.txt";
  private static final String NEXT_FILE = "current.txt.new";
  private static final String ASIDE = ".new";
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{8}");

  private final Path folder;

  /** A country in its folder, which may be missing. */
  public AddedCountry(Path folder) {
    this.folder = folder;
  }

  /**
   * One state of the country's data.
   *
   * @param fingerprint tells it from every other
   * @param shelf its files
   */
  public record Edition(String fingerprint, Shelf.Folder shelf) {}

  /** The edition of today, kept until the program ends. None in a folder that is no country's. */
  public Optional<Edition> open() {
    try {
      while (true) {
        Optional<Edition> current = findCurrent();
        boolean isKept = current.isPresent() && EditionsInUse.keep(current.get().shelf().folder());
        if (current.equals(findCurrent())) {
          return current.filter(edition -> isKept);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Optional<Edition> findCurrent() throws IOException {
    Path file = folder.resolve(CURRENT_FILE);
    String name = Files.isRegularFile(file) ? Files.readString(file).strip() : "";
    return FINGERPRINT.matcher(name).matches()
        ? Optional.of(new Edition(name, new Shelf.Folder(folder.resolve(name))))
            .filter(edition -> edition.shelf().has(Columns.POSTCODES_FILE))
        : Optional.empty();
  }

  /**
   * Makes a pack the edition of today, all at once, and removes those that nobody has open.
   *
   * @throws IOException when it cannot be written; the edition of today is that of before
   */
  public void replace(CountryPack pack) throws IOException {
    try {
      setCurrent(written(pack));
    } finally {
      tidy();
    }
  }

  private Path written(CountryPack pack) throws IOException {
    Path aside = folder.resolve(ASIDE);
    Files.createDirectories(folder);
    delete(aside);
    pack.writeTo(Files.createDirectory(aside));
    EditionsInUse.prepare(aside);
    flush(aside);
    String fingerprint = Fingerprint.of(new Shelf.Folder(aside));
    Path edition = folder.resolve(fingerprint);
    if (!isWhole(edition, fingerprint)) {
      delete(edition);
      Files.move(aside, edition);
    }
    return edition;
  }

  /** Sees to it that the files are on the disk before anything names them. */
  private static void flush(Path edition) throws IOException {
    for (Path file : list(edition)) {
      try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
        written.force(true);
      }
    }
  }

  /** Whether the same data is there already, such as that of before the last change. */
  private static boolean isWhole(Path edition, String fingerprint) {
    try {
      return Files.isDirectory(edition)
          && Fingerprint.of(new Shelf.Folder(edition)).equals(fingerprint);
    } catch (UncheckedIOException damaged) {
      return false;
    }
  }

  private void setCurrent(Path edition) throws IOException {
    Path next = folder.resolve(NEXT_FILE);
    Files.writeString(next, edition.getFileName() + "\n");
    Files.move(next, folder.resolve(CURRENT_FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes what was written aside and editions of before that nobody has open. */
  private void tidy() {
    try {
      delete(folder.resolve(ASIDE));
      delete(folder.resolve(NEXT_FILE));
      Optional<Path> current = findCurrent().map(edition -> edition.shelf().folder());
      for (Path inside : list(folder)) {
        boolean isEdition = FINGERPRINT.matcher(inside.getFileName().toString()).matches();
        if (isEdition && !current.equals(Optional.of(inside))) {
          EditionsInUse.runIfFree(inside, AddedCountry::delete);
        }
      }
      if (list(folder).isEmpty()) {
        Files.delete(folder);
      }
    } catch (IOException leftover) {
      // What is left harms nobody, and the next change tries again.
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.toList();
    }
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
