package bailiwick.server.market;

import bailiwick.core.area.AreaTree;
import bailiwick.server.atlas.Geography;

/** What areas are called, as far as the atlas knows them. Thread-safe. */
final class AreaNames {

  private final Geography geography;

  AreaNames(Geography geography) {
    this.geography = geography;
  }

  /**
   * The name of a path such as {@code US/IL/17031}: {@code Cook, IL}; of a postcode {@code 60614
   * Chicago, IL}. Empty when the atlas does not know it.
   */
  String of(String path) {
    String[] keys = path.split("/", -1);
    if (!geography.atlas().countries().contains(keys[0])) {
      return "";
    }
    AreaTree tree = geography.tree(keys[0]);
    return tree.findNode(path).stream()
        .mapToObj(node -> tree.name(node))
        .map(name -> keys.length == 4 && !name.equals(keys[3]) ? keys[3] + " " + name : name)
        .map(name -> keys.length > 2 ? name + ", " + keys[1] : name)
        .findFirst()
        .orElse("");
  }
}
