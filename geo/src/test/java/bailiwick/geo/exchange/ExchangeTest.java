package bailiwick.geo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.geo.Squares;
import bailiwick.geo.shape.Feature;
import bailiwick.geo.shape.Grid;
import bailiwick.geo.shape.Topology;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {

  private static byte[] topoJson(List<Feature> features) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TopoJson.write(Topology.of(Grid.ofStep(0.1), features), "units", out);
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void shapes_come_back_from_topojson_as_they_went() {
    List<Feature> drawn = Squares.drawn("AAA.C", "ABA..", "AAA.C");

    List<Feature> read = TopoJson.read(topoJson(drawn)).getOrDefault("units", List.of());

    assertThat(read).hasSameSizeAs(drawn);
    for (int f = 0; f < drawn.size(); f++) {
      assertThat(read.get(f).id()).isEqualTo(drawn.get(f).id());
      assertThat(read.get(f).geometry().equalsTopo(drawn.get(f).geometry())).isTrue();
    }
  }

  @Test
  void the_same_shapes_make_the_same_bytes() {
    assertThat(topoJson(Squares.drawn("AB", "CD"))).isEqualTo(topoJson(Squares.drawn("AB", "CD")));
  }

  @Test
  void shapes_come_back_from_geojson_as_they_went() {
    List<Feature> drawn = Squares.drawn("AAA.C", "ABA..", "AAA.C");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GeoJson.write(drawn, out);

    List<Feature> read = GeoJson.read(out.toByteArray());

    for (int f = 0; f < drawn.size(); f++) {
      assertThat(read.get(f).id()).isEqualTo(drawn.get(f).id());
      assertThat(read.get(f).geometry().equalsTopo(drawn.get(f).geometry())).isTrue();
    }
  }

  @Test
  void topojson_without_a_grid_is_read_as_well() {
    String plain =
        """
        {"type":"Topology","objects":{"x":{"type":"Polygon","id":7,"properties":{"n":"Seven"},
        "arcs":[[0,-2]]}},"arcs":[[[0,0],[1,0],[1,1]],[[0,0],[0,1],[1,1]]]}
        """;

    Feature read = TopoJson.read(bytes(plain)).getOrDefault("x", List.of()).getFirst();

    assertThat(read.id()).isEqualTo("7");
    assertThat(read.property("n")).isEqualTo("Seven");
    assertThat(read.geometry().getArea()).isEqualTo(1);
  }

  @Test
  void what_holds_no_shapes_is_told() {
    assertThatThrownBy(() -> TopoJson.read(bytes("{")))
        .isInstanceOf(ShapeFormatException.class)
        .hasMessage("The text is not JSON.");
    assertThatThrownBy(() -> GeoJson.read(bytes("{\"type\":\"Topology\"}")))
        .isInstanceOf(ShapeFormatException.class);
    assertThatThrownBy(() ->
            TopoJson.read(
                bytes(
                    "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"x\":{\"type\":\"Polygon\",\"arcs\":[[4]]}}}")))
        .isInstanceOf(ShapeFormatException.class)
        .hasMessage("A ring names arc 4 of 0.");
    assertThatThrownBy(() ->
            GeoJson.read(
                bytes(
                    "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}}")))
        .isInstanceOf(ShapeFormatException.class)
        .hasMessageContaining("not where it began");
  }
}
