package bailiwick.geo.tiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.geo.Squares;
import bailiwick.geo.adjacency.Borders;
import bailiwick.geo.shape.Feature;
import bailiwick.geo.shape.Grid;
import bailiwick.geo.shape.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

class TilingTest {

  private static final Grid GRID = Grid.FINE;

  private static void addLines(Geometry polygon, List<LineString> lines) {
    for (Object line : LinearComponentExtracter.getLines(polygon)) {
      lines.add((LineString) line);
    }
  }

  /** Cells of points in two neighbouring counties, drawn as the atlas draws them. */
  private static List<Feature> cells(List<List<Coordinate>> sitesOf) {
    List<LineString> lines = new ArrayList<>();
    for (int county = 0; county < sitesOf.size(); county++) {
      Geometry ground = Squares.square(county, 0);
      addLines(ground, lines);
      lines.addAll(VoronoiEdges.inside(sitesOf.get(county), ground));
    }
    return Tiling.of(lines, GRID, inside -> owner(sitesOf, inside));
  }

  private static @Nullable String owner(List<List<Coordinate>> sitesOf, Coordinate inside) {
    int county = (int) Math.floor(inside.x);
    List<Coordinate> sites = sitesOf.get(county);
    if (sites.isEmpty()) {
      return null;
    }
    double shrink = VoronoiEdges.shrinkAt(Squares.square(county, 0));
    Coordinate nearest =
        sites.stream()
            .min(
                Comparator.comparingDouble(
                    site -> Math.hypot((site.x - inside.x) * shrink, site.y - inside.y)))
            .orElseThrow();
    return county + "-" + sites.indexOf(nearest);
  }

  @Test
  void cells_of_random_points_fill_their_counties_and_fit_exactly() {
    for (long seed = 1; seed <= 20; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      List<List<Coordinate>> sites = List.of(randomSites(random, 0), randomSites(random, 1));

      List<Feature> cells = cells(sites);

      Geometry[] polygons = cells.stream().map(Feature::geometry).toArray(Geometry[]::new);
      assertThat(cells).as("seed %s", seed).hasSize(sites.get(0).size() + sites.get(1).size());
      assertThat(CoverageValidator.isValid(polygons)).as("seed %s", seed).isTrue();
      assertThat(cells.stream().mapToDouble(cell -> cell.geometry().getArea()).sum())
          .as("seed %s", seed)
          .isCloseTo(2, within(1e-6));
    }
  }

  private static List<Coordinate> randomSites(RandomGenerator random, int county) {
    List<Coordinate> sites = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(12); i++) {
      sites.add(
          new Coordinate(county + random.nextDouble(0.05, 0.95), random.nextDouble(0.05, 0.95)));
    }
    return sites;
  }

  @Test
  void two_points_side_by_side_halve_their_county() {
    for (long seed = 1; seed <= 200; seed++) {
      double west = new SplittableRandom(seed).nextDouble(0.05, 0.45);

      List<Feature> cells =
          cells(List.of(List.of(Squares.at(west, 0.5), Squares.at(1 - west, 0.5)), List.of()));

      assertThat(cells).as("seed %s", seed).extracting(Feature::id).containsExactly("0-0", "0-1");
      assertThat(cells.getFirst().geometry().getArea())
          .as("seed %s", seed)
          .isCloseTo(0.5, within(2e-4));
    }
  }

  @Test
  void cells_touch_across_the_border_of_their_counties() {
    List<Feature> cells =
        cells(
            List.of(
                List.of(Squares.at(0.5, 0.2), Squares.at(0.5, 0.8)),
                List.of(Squares.at(1.5, 0.4))));

    assertThat(Borders.of(Topology.of(GRID, cells), 0.1))
        .extracting(border -> List.of(border.from(), border.to()))
        .containsExactly(List.of(0, 1), List.of(0, 2), List.of(1, 2));
  }

  @Test
  void half_way_is_meant_on_the_ground_and_not_in_degrees() {
    Geometry northern = Squares.square(0, 60);

    List<LineString> edges =
        VoronoiEdges.inside(List.of(Squares.at(0, 60.5), Squares.at(1, 60.0)), northern);

    // From (0, 60.5) to (1, 60): on the ground as far east as south, so the line runs diagonally.
    LineString edge = edges.getFirst();
    Coordinate from = edge.getCoordinateN(0);
    Coordinate to = edge.getCoordinateN(edge.getNumPoints() - 1);
    assertThat(Math.abs((to.y - from.y) / ((to.x - from.x) * VoronoiEdges.shrinkAt(northern))))
        .isCloseTo(1, within(0.02));
  }

  @Test
  void faces_that_belong_to_nobody_are_left_out() {
    List<LineString> lines = new ArrayList<>();
    addLines(Squares.square(0, 0), lines);
    addLines(Squares.square(1, 0), lines);

    List<Feature> tiling = Tiling.of(lines, GRID, inside -> inside.x < 1 ? "land" : null);

    assertThat(tiling).extracting(Feature::id).containsExactly("land");
    assertThat(tiling.getFirst().geometry().getArea()).isCloseTo(1, within(1e-9));
  }

  @Test
  void one_point_needs_no_line() {
    assertThat(VoronoiEdges.inside(List.of(Squares.at(0.5, 0.5)), Squares.square(0, 0))).isEmpty();
  }
}
