package bailiwick.atlas.install;

import bailiwick.atlas.draft.CountryDraft.Neighbours;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a country's files hold together.
 *
 * @param lines rows of the postcode tables
 * @param neighbours pairs of postcodes known to touch
 * @param polygons each file of them
 * @param problems what deserves a second look; none of severity error
 */
record Material(
    List<PostcodeLine> lines,
    List<Neighbours> neighbours,
    List<PolygonFile> polygons,
    List<AtlasProblem> problems) {

  /** Reads every file before it gives up, so that all problems are told at once. */
  static Material read(String country, List<Path> files) {
    if (files.isEmpty()) {
      throw ProblemException.of(new AtlasProblem.NoFiles());
    }
    Material material =
        new Material(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Problem> errors = new ArrayList<>();
    for (Path file : files) {
      try {
        material.add(file, country);
      } catch (ProblemException unusable) {
        errors.addAll(unusable.problems());
      }
    }
    if (errors.isEmpty() && material.lines.isEmpty() && material.polygons.isEmpty()) {
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
      add(PolygonFile.read(ShapefileParts.of(stored)));
      return;
    }
    SourceFile file = SourceFile.of(stored);
    if (file.isJson()) {
      add(PolygonFile.read(file));
      return;
    }
    PostcodeFile.Content content = PostcodeFile.read(file, country);
    lines.addAll(content.lines());
    neighbours.addAll(content.neighbours());
    problems.addAll(content.problems());
  }

  private void add(PolygonFile file) {
    polygons.add(file);
    if (file.empty() > 0) {
      problems.add(new AtlasProblem.EmptyShapes(file.name(), file.empty()));
    }
  }
}
