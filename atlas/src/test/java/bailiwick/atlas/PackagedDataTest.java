package bailiwick.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.geo.exchange.TopoJson;
import bailiwick.geo.shape.Feature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold of the data that comes with the product. */
class PackagedDataTest {

  private static final Atlas ATLAS = Atlas.packaged();

  @Test
  void there_are_33791_zip_areas_and_3233_counties() {
    assertThat(ATLAS.areas(UnitKind.POSTCODE, "US").numbering().size()).isEqualTo(33_791);
    assertThat(ATLAS.areas(UnitKind.COUNTY, "US").numbering().size()).isEqualTo(3_233);
  }

  @ParameterizedTest
  @CsvSource({"US, POSTCODE", "US, COUNTY", "FR, POSTCODE", "FR, COUNTY"})
  void every_area_has_a_polygon_and_every_polygon_is_an_area(String country, UnitKind kind)
      throws IOException {
    AreaLayer layer = ATLAS.areas(kind, country);

    List<Feature> shapes = shapes(layer);

    assertThat(shapes).extracting(Feature::id).doesNotHaveDuplicates();
    assertThat(shapes)
        .extracting(shape -> new UnitId(shape.id()))
        .containsExactlyInAnyOrderElementsOf(layer.numbering().ids());
    assertThat(shapes).allSatisfy(shape -> assertThat(shape.geometry().getArea()).isPositive());
  }

  @ParameterizedTest
  @CsvSource({"US, POSTCODE", "US, COUNTY", "FR, POSTCODE", "FR, COUNTY"})
  void every_area_reaches_every_other(String country, UnitKind kind) {
    UnitGraph graph = ATLAS.areas(kind, country).graph();

    assertThat(reached(graph, new BitSet())).isEqualTo(graph.unitCount());
  }

  @Test
  void the_lower_48_states_are_connected_without_the_bridges_over_the_sea() {
    AreaLayer layer = ATLAS.areas(UnitKind.POSTCODE, "US");
    BitSet overseas = new BitSet();
    List<String> regions = layer.regions();
    for (int unit = 0; unit < regions.size(); unit++) {
      overseas.set(
          unit, Set.of("AK", "HI", "PR", "VI", "GU", "MP", "AS").contains(regions.get(unit)));
    }

    assertThat(reached(layer.graph(), overseas))
        .isEqualTo(layer.numbering().size() - overseas.cardinality());
  }

  @Test
  void alaska_hawaii_and_puerto_rico_are_bridged_and_the_bridges_listed() {
    AreaLayer layer = ATLAS.areas(UnitKind.POSTCODE, "US");

    assertThat(layer.bridges()).hasSizeBetween(20, 60);
    assertThat(layer.bridges())
        .extracting(bridge -> region(layer, bridge.from()) + region(layer, bridge.to()))
        .contains("WAAK", "HIAK", "PRFL");
    assertThat(layer.bridges()).allSatisfy(bridge -> assertThat(bridge.gapKm()).isNotNegative());
  }

  private static String region(AreaLayer layer, UnitId unit) {
    return layer.regions().get(layer.numbering().getNumber(unit));
  }

  @ParameterizedTest
  @CsvSource({"US, 41125", "FR, 6030"})
  void every_postcode_is_one_leaf_whose_unit_is_an_area(String country, int postcodes) {
    AreaTree tree = ATLAS.tree(country);
    AreaLayer layer = ATLAS.areas(UnitKind.POSTCODE, country);

    Set<UnitId> held = new HashSet<>();
    for (int leaf = 0; leaf < tree.leafCount(); leaf++) {
      assertThat(tree.kind(tree.leafNode(leaf))).isEqualTo(AreaKind.POSTCODE);
      held.add(tree.findUnit(leaf).orElseThrow());
    }

    assertThat(tree.leafCount()).isEqualTo(postcodes);
    assertThat(held).isEqualTo(new HashSet<>(layer.numbering().ids()));
  }

  @Test
  void the_path_of_a_layers_area_is_its_leaf() {
    AreaTree tree = ATLAS.tree("US");
    AreaLayer layer = ATLAS.areas(UnitKind.POSTCODE, "US");

    List<String> paths = layer.paths();
    for (int unit = 0; unit < paths.size(); unit++) {
      assertThat(tree.key(tree.getNode(paths.get(unit))))
          .isEqualTo(layer.numbering().id(unit).value());
    }
  }

  @Test
  void zip_cells_fill_the_counties_and_no_more() throws IOException {
    double counties = area(shapes(ATLAS.areas(UnitKind.COUNTY, "US")));
    double zips = area(shapes(ATLAS.areas(UnitKind.POSTCODE, "US")));

    assertThat(zips / counties).isBetween(0.9999, 1.0001);
  }

  @Test
  void zip_cells_fill_each_county_that_has_areas_and_no_empty_neighbour() throws IOException {
    AreaLayer layer = ATLAS.areas(UnitKind.POSTCODE, "US");
    Map<String, Double> zipArea = new HashMap<>();
    for (Feature zip : shapes(layer)) {
      int unit = layer.numbering().getNumber(new UnitId(zip.id()));
      zipArea.merge(layer.counties().get(unit), zip.geometry().getArea(), Double::sum);
    }

    long close =
        shapes(ATLAS.areas(UnitKind.COUNTY, "US")).stream()
            .filter(county ->
                Math.abs(zipArea.getOrDefault(county.id(), 0.0) / county.geometry().getArea() - 1)
                    < 0.001)
            .count();

    // Seven counties have no area and are held by as many neighbours.
    assertThat(close).isGreaterThan(3_233 - 2 * 7 - 5);
  }

  private static double area(List<Feature> shapes) {
    return shapes.stream().mapToDouble(shape -> shape.geometry().getArea()).sum();
  }

  private static List<Feature> shapes(AreaLayer layer) throws IOException {
    try (var json = new GZIPInputStream(new ByteArrayInputStream(layer.topoJson()))) {
      return TopoJson.read(json.readAllBytes()).getOrDefault("units", List.of());
    }
  }

  /** How many units are reached from the first that is not barred. */
  private static int reached(UnitGraph graph, BitSet barred) {
    BitSet seen = (BitSet) barred.clone();
    Deque<Integer> open = new ArrayDeque<>();
    int first = seen.nextClearBit(0);
    seen.set(first);
    open.add(first);
    int reached = 0;
    while (!open.isEmpty()) {
      int unit = open.remove();
      reached++;
      for (int k = graph.first(unit); k < graph.end(unit); k++) {
        if (!seen.get(graph.neighbourAt(k))) {
          seen.set(graph.neighbourAt(k));
          open.add(graph.neighbourAt(k));
        }
      }
    }
    return reached;
  }
}
