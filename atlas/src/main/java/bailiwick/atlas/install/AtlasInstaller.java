package bailiwick.atlas.install;

import java.nio.file.Path;
import java.util.List;

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
   * @param files postcode tables (GeoNames' form or CSV with a header) and polygons (GeoJSON or
   *     TopoJSON), each plain or gzipped
   * @throws bailiwick.core.problem.ProblemException with {@link AtlasProblem}s when a file cannot
   *     be used
   */
  public Installed add(String country, List<Path> files, Path targetFolder) {
    throw new UnsupportedOperationException();
  }
}
