package bailiwick.atlas.install;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.Country;
import bailiwick.atlas.draft.CountryDraft;
import bailiwick.atlas.draft.CountryDraft.Neighbours;
import bailiwick.atlas.draft.CountryTiler;
import bailiwick.atlas.pack.CountryPack;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.geo.shape.Feature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/** Adds a country's postcodes and polygons to an atlas folder. Stateless. */
public final class AtlasInstaller {

  /**
   * What was added.
   *
   * @param country its ISO code
   * @param postcodes codes that can be looked up
   * @param areas codes with ground of their own, the units of a plan
   * @param polygons areas whose polygon came with the files; the others got approximate ones
   * @param problems what deserves a second look; none of severity error
   */
  public record Installed(
      String country, int postcodes, int areas, int polygons, List<AtlasProblem> problems) {

    public Installed {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a country's files and writes them into a folder that {@link bailiwick.atlas.Atlas#open}
   * reads. An earlier installation of the country is replaced; nothing is changed when it fails.
   *
   * @param country ISO 3166-1 alpha-2 code
   * @param files postcode tables (GeoNames' form or CSV with a header), polygons (GeoJSON or
   *     TopoJSON) and tables of neighbours (columns {@code a}, {@code b}), each plain or gzipped
   * @throws bailiwick.core.problem.ProblemException with {@link AtlasProblem}s when a file cannot
   *     be used
   */
  public Installed add(String country, List<Path> files, Path targetFolder) {
    Atlas world = Atlas.packaged();
    String code = requireCountry(country, world);
    Material material = read(code, files);
    Map<String, PostcodeLine> lines = oncePerPostcode(material.lines);
    Map<String, Geometry> shapes = shapes(material, lines.keySet());
    CountryDraft draft =
        new CountryAssembler(code, world, lines, shapes)
            .draft(material.neighbours, provenance(files, shapes));
    CountryPack pack = CountryTiler.tile(draft);
    CountryFolder.replace(pack, targetFolder);
    int areas =
        (int) pack.postcodes().stream().filter(row -> row.unit().equals(row.postcode())).count();
    return new Installed(code, pack.postcodes().size(), areas, shapes.size(), material.problems);
  }

  private static String requireCountry(String country, Atlas world) {
    String code = country.strip().toUpperCase(Locale.ROOT);
    Optional<Country> known = code.length() == 2 ? world.findCountry(code) : Optional.empty();
    return known
        .map(Country::code)
        .orElseThrow(() -> ProblemException.of(new AtlasProblem.UnknownCountry(country)));
  }

  /** What all files hold together. */
  private static final class Material {
    private final List<PostcodeLine> lines = new ArrayList<>();
    private final List<Neighbours> neighbours = new ArrayList<>();
    private final Map<String, List<Feature>> shapesOf = new LinkedHashMap<>(); // by file
    private final List<AtlasProblem> problems = new ArrayList<>();
  }

  /** Reads every file before it gives up, so that all problems are told at once. */
  private static Material read(String country, List<Path> files) {
    if (files.isEmpty()) {
      throw ProblemException.of(new AtlasProblem.NoFiles());
    }
    Material material = new Material();
    List<Problem> errors = new ArrayList<>();
    for (Path file : files) {
      try {
        readInto(material, SourceFile.read(file), country);
      } catch (ProblemException unusable) {
        errors.addAll(unusable.problems());
      }
    }
    if (errors.isEmpty() && material.lines.isEmpty() && material.shapesOf.isEmpty()) {
      errors.add(new AtlasProblem.NoFiles()); // neighbours alone
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(errors);
    }
    return material;
  }

  private static void readInto(Material material, SourceFile file, String country) {
    if (file.isJson()) {
      material.shapesOf.put(file.name(), ShapeFile.read(file));
      return;
    }
    PostcodeFile.Content content = PostcodeFile.read(file, country);
    material.lines.addAll(content.lines());
    material.neighbours.addAll(content.neighbours());
    material.problems.addAll(content.problems());
  }

  /** A code that stands several times, once for each of its places, stands at their middle. */
  private static Map<String, PostcodeLine> oncePerPostcode(List<PostcodeLine> lines) {
    Map<String, List<PostcodeLine>> byPostcode =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    PostcodeLine::postcode, LinkedHashMap::new, Collectors.toList()));
    Map<String, PostcodeLine> once = new LinkedHashMap<>();
    byPostcode.forEach((postcode, same) -> once.put(postcode, middle(same)));
    return once;
  }

  private static PostcodeLine middle(List<PostcodeLine> same) {
    PostcodeLine first = same.getFirst();
    LonLat point =
        new LonLat(
            same.stream().mapToDouble(line -> line.point().lon()).average().orElseThrow(),
            same.stream().mapToDouble(line -> line.point().lat()).average().orElseThrow());
    return new PostcodeLine(
        first.postcode(), point, first.city(), first.region(), first.regionName(), first.county());
  }

  private static Map<String, Geometry> shapes(Material material, Set<String> known) {
    Map<String, Geometry> shapes = new LinkedHashMap<>();
    material.shapesOf.forEach((file, features) -> {
      Map<String, Geometry> found = ShapeFile.byPostcode(features, known);
      Set<String> strangers = new HashSet<>(found.keySet());
      strangers.removeAll(known);
      if (!known.isEmpty() && !strangers.isEmpty()) {
        found.keySet().retainAll(known);
        String example = strangers.stream().sorted().findFirst().orElse("");
        material.problems.add(new AtlasProblem.UnmatchedShapes(file, strangers.size(), example));
      }
      found.forEach(shapes::putIfAbsent);
    });
    return shapes;
  }

  private static String provenance(List<Path> files, Map<String, Geometry> shapes) {
    String names =
        files.stream()
            .map(file -> String.valueOf(file.getFileName()))
            .collect(Collectors.joining(", "));
    return """
    Added by hand from %s; their publisher's licence holds.
    %s shapes came with the files; the others are approximate: the ground nearer to a code's point than to any other.
    Islands without a shape: outlines of Natural Earth (public domain).
    """
        .formatted(names, shapes.size());
  }
}
