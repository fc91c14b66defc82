package bailiwick.atlas.install;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.Country;
import bailiwick.atlas.draft.CountryDraft;
import bailiwick.atlas.draft.CountryTiler;
import bailiwick.atlas.draft.NoGroundException;
import bailiwick.atlas.pack.AddedCountry;
import bailiwick.atlas.pack.CountryPack;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
   * @param polygons areas whose polygon is their publisher's; the others have approximate ones
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
   * <p>Polygons alone complete what is known of the country already, be it installed earlier or
   * packaged: postcodes, regions and counties stay with their ids, and areas that the files do not
   * show keep the true shapes of earlier installations or approximate ones.
   *
   * @param country ISO 3166-1 alpha-2 code
   * @param files postcode tables (GeoNames' form or CSV with a header), polygons (GeoJSON or
   *     TopoJSON) and tables of neighbours (columns {@code a}, {@code b}), each plain or gzipped;
   *     polygons as well as ESRI shapefiles, zipped or with their table beside them
   * @throws bailiwick.core.problem.ProblemException with {@link AtlasProblem}s when a file cannot
   *     be used
   */
  public Installed add(String country, List<Path> files, Path targetFolder) {
    Atlas packaged = Atlas.packaged();
    String code = requireCountry(country, packaged);
    Material material = Material.read(code, files);
    CountryDraft draft =
        material.lines().isEmpty()
            ? findKnown(code, packaged, targetFolder)
                .map(known -> withPolygons(known, material))
                .orElseGet(() -> fromFiles(code, packaged, material))
            : fromFiles(code, packaged, material);
    CountryPack pack = tiled(draft);
    tellOfLostAreas(draft, pack, material.problems());
    write(pack.withProvenance(Provenance.of(pack, files)), targetFolder);
    return new Installed(
        code, pack.postcodes().size(), pack.areas(), pack.trueShapes().size(), material.problems());
  }

  private static String requireCountry(String country, Atlas world) {
    String code = country.strip().toUpperCase(Locale.ROOT);
    Optional<Country> known = code.length() == 2 ? world.findCountry(code) : Optional.empty();
    return known
        .map(Country::code)
        .orElseThrow(() -> ProblemException.of(new AtlasProblem.UnknownCountry(country)));
  }

  private static CountryPack tiled(CountryDraft draft) {
    try {
      return CountryTiler.tile(draft);
    } catch (NoGroundException tooSmall) {
      throw ProblemException.of(new AtlasProblem.NoGround(draft.country()));
    }
  }

  private static void write(CountryPack pack, Path atlas) {
    try {
      new AddedCountry(atlas.resolve(pack.country())).replace(pack);
    } catch (IOException | UncheckedIOException full) {
      String reason = String.valueOf(full.getMessage());
      throw ProblemException.of(new AtlasProblem.CannotWrite(atlas.toString(), reason));
    }
  }

  private static void tellOfLostAreas(
      CountryDraft draft, CountryPack pack, List<AtlasProblem> problems) {
    Map<String, String> holderOf = new HashMap<>();
    pack.postcodes().forEach(row -> holderOf.put(row.postcode(), row.unit()));
    List<String> lost =
        draft.postcodes().stream()
            .filter(CountryDraft.Postcode::isArea)
            .map(CountryDraft.Postcode::postcode)
            .filter(code -> !code.equals(holderOf.get(code)))
            .sorted()
            .toList();
    if (!lost.isEmpty()) {
      problems.add(new AtlasProblem.LostAreas(lost));
    }
  }

  // Polygons for what is known

  private static Optional<CountryToComplete> findKnown(
      String country, Atlas packaged, Path targetFolder) {
    Atlas atlas = Atlas.open(targetFolder);
    return atlas.countries().contains(country)
        ? Optional.of(new CountryToComplete(country, atlas, packaged))
        : Optional.empty();
  }

  private static CountryDraft withPolygons(CountryToComplete known, Material material) {
    TruePolygons polygons = new TruePolygons(known);
    List<Problem> errors = new ArrayList<>();
    for (PolygonFile file : material.polygons()) {
      try {
        polygons.add(file);
      } catch (ProblemException unusable) {
        errors.addAll(unusable.problems());
      }
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(errors);
    }
    material.problems().addAll(polygons.problems());
    return known.draft(polygons.byCode(), material.neighbours());
  }

  // All from files

  private static CountryDraft fromFiles(String country, Atlas world, Material material) {
    Map<String, PostcodeLine> lines = oncePerPostcode(material.lines());
    Map<String, Geometry> shapes = shapes(material, lines.keySet());
    return new CountryAssembler(country, world, lines, shapes).draft(material.neighbours());
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
    for (PolygonFile file : material.polygons()) {
      Map<String, Geometry> found = file.byPostcode(known);
      Set<String> strangers = new HashSet<>(found.keySet());
      strangers.removeAll(known);
      if (!known.isEmpty() && !strangers.isEmpty()) {
        found.keySet().retainAll(known);
        String example = strangers.stream().sorted().findFirst().orElse("");
        material
            .problems()
            .add(new AtlasProblem.UnmatchedShapes(file.name(), strangers.size(), example));
      }
      found.forEach((code, polygon) -> shapes.merge(code, polygon, TruePolygons::sum));
    }
    return shapes;
  }
}
