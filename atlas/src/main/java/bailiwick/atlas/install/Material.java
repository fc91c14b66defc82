package bailiwick.atlas.install;

import bailiwick.atlas.draft.CountryDraft.Neighbours;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.geo.shape.Feature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a country's files hold together.
 *
 * @param lines rows of the postcode tables
 * @param neighbours pairs of postcodes known to touch
 * @param shapesOf polygons by the name of their file
 * @param problems what deserves a second look; none of severity error
 */
record Material(
    List<PostcodeLine> lines,
    List<Neighbours> neighbours,
    Map<String, List<Feature>> shapesOf,
    List<AtlasProblem> problems) {

  /** Reads every file before it gives up, so that all problems are told at once. */
  static Material read(String country, List<Path> files) {
    if (files.isEmpty()) {
      throw ProblemException.of(new AtlasProblem.NoFiles());
    }
    Material material =
        new Material(
            new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    List<Problem> errors = new ArrayList<>();
    for (Path file : files) {
      try {
        material.add(file, country);
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

  private void add(Path path, String country) {
    StoredFile stored = StoredFile.read(path);
    if (stored.isZip() || stored.isShapefile()) {
      shapesOf.put(stored.name(), ShapeFile.read(ShapefileParts.of(stored)));
      return;
    }
    SourceFile file = SourceFile.of(stored);
    if (file.isJson()) {
      shapesOf.put(file.name(), ShapeFile.read(file));
      return;
    }
    PostcodeFile.Content content = PostcodeFile.read(file, country);
    lines.addAll(content.lines());
    neighbours.addAll(content.neighbours());
    problems.addAll(content.problems());
  }
}
