package bailiwick.atlas.install;

import bailiwick.atlas.pack.CountryPack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells of an installed country where it is from and how true its shapes are. Stateless. */
final class Provenance {

  /** Stands in every line that tells how true the shapes are, packaged or written here. */
  private static final String SHAPES = "area shapes are ";

  private Provenance() {}

  /** What is said of the country already, with the files added and the shapes counted anew. */
  static String of(CountryPack pack, List<Path> files) {
    List<String> lines =
        new ArrayList<>(pack.provenance().lines().filter(line -> !line.contains(SHAPES)).toList());
    lines.add(
        "Added by hand from %s; their publisher's licence holds."
            .formatted(
                files.stream()
                    .map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.joining(", "))));
    lines.add(shapes(pack.areas(), pack.trueShapes().size()));
    return String.join("\n", lines) + "\n";
  }

  private static String shapes(int areas, int trueShapes) {
    return trueShapes == areas
        ? String.format(Locale.ROOT, "All %,d " + SHAPES + "as their publisher gives them.", areas)
        : String.format(
            Locale.ROOT,
            "%,d of %,d "
                + SHAPES
                + "approximate: the ground nearer to a code's point than to any other.",
            areas - trueShapes,
            areas);
  }
}
