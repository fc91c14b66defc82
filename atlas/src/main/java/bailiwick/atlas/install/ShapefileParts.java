package bailiwick.atlas.install;

import bailiwick.core.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files that make up one shapefile, in a zip archive or side by side. */
final class ShapefileParts {

  /** What all entries of an archive may unpack to, wanted or not; guards against zip bombs. */
  private static final long MAX_ARCHIVE_BYTES = 2L * StoredFile.MAX_BYTES;

  private static final List<String> KINDS = List.of("shp", "dbf", "prj");

  private final String name;
  private final byte[] shp;
  private final byte[] dbf;
  private final String prj;

  private ShapefileParts(String name, byte[] shp, byte[] dbf, String prj) {
    this.name = name;
    this.shp = shp;
    this.dbf = dbf;
    this.prj = prj;
  }

  static ShapefileParts of(StoredFile file) {
    return file.isZip() ? inArchive(file) : sideBySide(file);
  }

  private static ShapefileParts inArchive(StoredFile archive) {
    Map<String, byte[]> parts = unzipped(archive);
    List<String> stems = new ArrayList<>();
    parts.keySet().stream()
        .sorted()
        .filter(part -> kind(part).equals("shp"))
        .forEach(part -> stems.add(stem(part)));
    if (stems.isEmpty()) {
      throw ProblemException.of(new AtlasProblem.NoShapefile(archive.name()));
    }
    if (stems.size() > 1) {
      throw ProblemException.of(new AtlasProblem.SeveralShapefiles(archive.name(), stems));
    }
    return of(
        archive.name(),
        kind -> Optional.ofNullable(parts.get(partName(stems.getFirst() + '.' + kind))));
  }

  /** Names, in lower case as Windows sees them, and contents. */
  private static Map<String, byte[]> unzipped(StoredFile archive) {
    Map<String, byte[]> parts = new HashMap<>();
    long left = MAX_ARCHIVE_BYTES;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String part = entry.getName();
        if (KINDS.contains(kind(part)) && !part.startsWith("__MACOSX/")) {
          byte[] bytes = zip.readNBytes(StoredFile.MAX_BYTES + 1);
          if (bytes.length > StoredFile.MAX_BYTES) {
            throw ProblemException.of(new AtlasProblem.FileTooLarge(part));
          }
          left -= bytes.length;
          parts.put(partName(part), bytes);
        }
        left -= skipRest(zip, left);
        if (left <= 0) {
          throw ProblemException.of(new AtlasProblem.FileTooLarge(archive.name()));
        }
      }
    } catch (IOException cut) {
      throw broken(archive.name(), "The archive is damaged or cut short.");
    }
    return parts;
  }

  /** How much of an entry was left, unpacked; no more than the limit is looked at. */
  private static long skipRest(ZipInputStream zip, long limit) throws IOException {
    long skipped = 0;
    long step = 1;
    while (step > 0 && skipped < limit) {
      step = zip.skip(limit - skipped);
      skipped += step;
    }
    return skipped;
  }

  private static ShapefileParts sideBySide(StoredFile main) {
    return of(
        main.name(),
        kind ->
            kind.equals("shp")
                ? Optional.of(main.bytes())
                : beside(main.path(), kind).map(StoredFile::readBytes));
  }

  /** The file of the same name with another ending, in capitals or not. */
  private static Optional<Path> beside(Path main, String kind) {
    String wanted = partName(stem(String.valueOf(main.getFileName())) + '.' + kind);
    try (Stream<Path> files = Files.list(main.toAbsolutePath().getParent())) {
      return files
          .filter(file -> partName(String.valueOf(file.getFileName())).equals(wanted))
          .sorted()
          .findFirst();
    } catch (IOException | UncheckedIOException unreadable) {
      throw ProblemException.of(
          new AtlasProblem.UnreadableFile(String.valueOf(main.toAbsolutePath().getParent())));
    }
  }

  /** Hands out a part by its kind. */
  private interface Source {
    Optional<byte[]> find(String kind);
  }

  private static ShapefileParts of(String name, Source source) {
    byte[] dbf =
        source
            .find("dbf")
            .orElseThrow(() -> ProblemException.of(new AtlasProblem.NoShapeTable(name)));
    String prj =
        source.find("prj").map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    return new ShapefileParts(name, source.find("shp").orElseThrow(), dbf, prj);
  }

  private static ProblemException broken(String name, String reason) {
    return ProblemException.of(new AtlasProblem.BrokenShapes(name, reason));
  }

  /** By which the parts of a shapefile are matched, in an archive and side by side. */
  private static String partName(String stored) {
    return stored.toLowerCase(Locale.ROOT);
  }

  private static String kind(String part) {
    return part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String stem(String part) {
    int dot = part.lastIndexOf('.');
    return dot < 0 ? part : part.substring(0, dot);
  }

  /** For problems, without its folder. */
  String name() {
    return name;
  }

  byte[] shp() {
    return shp;
  }

  byte[] dbf() {
    return dbf;
  }

  /** What the coordinates mean; empty when nothing says it. */
  String prj() {
    return prj;
  }
}
