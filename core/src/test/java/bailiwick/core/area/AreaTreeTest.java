package bailiwick.core.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.unit.UnitId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreaTreeTest {

  private final AreaTree tree =
      AreaTree.builder()
          .add("US", AreaKind.COUNTRY, "United States")
          .add("GB", AreaKind.COUNTRY, "United Kingdom")
          .add("US/IL", AreaKind.REGION, "Illinois")
          .add("US/IL/17031", AreaKind.COUNTY, "Cook County")
          .add("US/WI", AreaKind.REGION, "Wisconsin")
          .addLeaf("US/IL/17031/60614", AreaKind.POSTCODE, "Chicago", new UnitId("60614"))
          .addLeaf("US/IL/17031/60690", AreaKind.POSTCODE, "Chicago", new UnitId("60614"))
          .add("US/IL/17043", AreaKind.COUNTY, "DuPage County")
          .addLeaf("US/IL/17043/60101", AreaKind.POSTCODE, "Addison", new UnitId("60101"))
          .build();

  @Test
  void every_node_is_found_by_its_own_path() {
    for (int node = 0; node < tree.size(); node++) {
      assertThat(tree.findNode(tree.path(node))).hasValue(node);
    }
  }

  @Test
  void paths_that_are_not_in_the_tree_are_not_found() {
    assertThat(List.of("", "U", "US/", "/US", "US/IL/60614", "US/ILL", "XX/IL", "US/IL/17031/6061"))
        .allSatisfy(path -> assertThat(tree.findNode(path)).isEmpty());
  }

  @Test
  void a_node_knows_its_key_name_kind_and_parent() {
    int county = tree.getNode("US/IL/17031");

    assertThat(tree.key(county)).isEqualTo("17031");
    assertThat(tree.name(county)).isEqualTo("Cook County");
    assertThat(tree.kind(county)).isEqualTo(AreaKind.COUNTY);
    assertThat(tree.path(tree.parent(county))).isEqualTo("US/IL");
    assertThat(tree.parent(tree.getNode("GB"))).isEqualTo(AreaTree.NONE);
  }

  @Test
  void children_keep_the_order_in_which_they_were_added() {
    assertThat(childrenOf("US")).containsExactly("US/IL", "US/WI");
    assertThat(childrenOf("US/IL")).containsExactly("US/IL/17031", "US/IL/17043");
    assertThat(childrenOf("US/WI")).isEmpty();
  }

  @Test
  void countries_are_siblings() {
    assertThat(tree.path(tree.nextSibling(tree.getNode("US")))).isEqualTo("GB");
    assertThat(tree.nextSibling(tree.getNode("GB"))).isEqualTo(AreaTree.NONE);
  }

  @Test
  void leaves_of_a_node_are_a_run() {
    int cook = tree.getNode("US/IL/17031");

    assertThat(tree.endLeaf(cook) - tree.firstLeaf(cook)).isEqualTo(2);
    assertThat(tree.path(tree.leafNode(tree.firstLeaf(cook)))).isEqualTo("US/IL/17031/60614");
    assertThat(tree.leafCount()).isEqualTo(5);
  }

  @Test
  void a_box_postcode_is_held_by_the_unit_of_its_neighbour() {
    int box = tree.firstLeaf(tree.getNode("US/IL/17031/60690"));

    assertThat(tree.findUnit(box)).contains(new UnitId("60614"));
    assertThat(tree.findUnit(box, AreaKind.COUNTY)).contains(new UnitId("17031"));
    assertThat(tree.units().size()).isEqualTo(2);
  }

  @Test
  void a_leaf_without_a_postcode_has_no_unit() {
    int wisconsin = tree.firstLeaf(tree.getNode("US/WI"));

    assertThat(tree.findUnit(wisconsin)).isEmpty();
    assertThat(tree.findUnit(wisconsin, AreaKind.COUNTY)).isEmpty();
    assertThat(tree.findUnit(wisconsin, AreaKind.REGION)).contains(new UnitId("WI"));
  }

  @Test
  void within_agrees_with_the_paths() {
    for (int a = 0; a < tree.size(); a++) {
      for (int b = 0; b < tree.size(); b++) {
        assertThat(tree.isWithin(a, b)).isEqualTo(AreaPath.isWithin(tree.path(a), tree.path(b)));
      }
    }
  }

  @Test
  void within_compares_whole_keys() {
    assertThat(AreaPath.isWithin("US/IL2", "US/IL")).isFalse();
    assertThat(AreaPath.isWithin("US/IL", "US/IL/17031")).isFalse();
    assertThat(AreaPath.isWithin("US", "")).isFalse();
  }

  @Test
  void an_empty_tree_finds_nothing() {
    assertThat(AreaTree.builder().build().findNode("US")).isEmpty();
  }

  @Test
  void an_area_must_fit_the_one_around_it() {
    var builder = AreaTree.builder().add("US", AreaKind.COUNTRY, "United States");

    assertThatThrownBy(() -> builder.add("US/IL/17031", AreaKind.COUNTY, "Cook County"))
        .hasMessageContaining("after the area around it (US/IL)");
    assertThatThrownBy(() -> builder.add("US/XX", AreaKind.COUNTRY, "Nowhere"))
        .hasMessageContaining("narrower");
    assertThatThrownBy(() -> builder.add("US", AreaKind.COUNTRY, "Again"))
        .hasMessageContaining("stands twice");
  }

  private List<String> childrenOf(String path) {
    List<String> children = new ArrayList<>();
    for (int child = tree.firstChild(tree.getNode(path));
        child != AreaTree.NONE;
        child = tree.nextSibling(child)) {
      children.add(tree.path(child));
    }
    return children;
  }
}
