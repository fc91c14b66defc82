package bailiwick.atlas.build;

import bailiwick.atlas.pack.PackFiles;
import bailiwick.geo.shape.Feature;
import bailiwick.geo.shape.Grid;
import bailiwick.geo.shape.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Outlines for a base map, each feature with our code as its id and a name. */
final class Outlines {

  private static final List<String> ADMIN1 =
      List.of("AU", "CA", "DE", "ES", "FR", "GB", "IT", "NL");

  private final Sources sources;
  private final World world;
  private final TreeSet<String> written = new TreeSet<>();

  Outlines(Sources sources, World world) {
    this.sources = sources;
    this.world = world;
  }

  void writeTo(Path folder) {
    write(folder, "us-states", states(), Grid.FINE);
    write(folder, "countries-110m", countries("world_countries_110m.topojson"), Grid.ofStep(1e-2));
    write(folder, "countries-50m", countries("world_countries_50m.topojson"), Grid.ofStep(1e-3));
    write(
        folder,
        "regions",
        named(sources.shapes("world_admin1_10m_simpl.topojson.gz", "admin1"), "n"),
        Grid.ofStep(1e-3));
    for (String country : ADMIN1) {
      String lower = country.toLowerCase(Locale.ROOT);
      write(
          folder,
          "regions-" + lower,
          named(sources.shapes("admin1/admin1_" + lower + ".topojson.gz", "admin1"), "n"),
          Grid.ofStep(1e-3));
    }
    PackFiles.writeText(folder.resolve("names.txt"), String.join("\n", written) + "\n");
  }

  private void write(Path folder, String name, List<Feature> features, Grid grid) {
    PackFiles.writeShapes(folder.resolve(name + ".topojson.gz"), Topology.of(grid, features));
    written.add(name);
  }

  private List<Feature> states() {
    Map<String, String> codeOf = new HashMap<>();
    sources
        .table("us_counties.csv")
        .forEach(row -> codeOf.put(row.getField("fips").substring(0, 2), row.getField("state")));
    return sources.shapes("us_states_2023.topojson", "states").stream()
        .map(state -> feature(codeOf.getOrDefault(state.id(), ""), state.property("name"), state))
        .toList();
  }

  private List<Feature> countries(String file) {
    List<Feature> polygons = sources.shapes(file, "countries");
    Map<Feature, String> codeOf = world.codeOf(polygons);
    return polygons.stream()
        .map(
            polygon -> feature(codeOf.getOrDefault(polygon, ""), polygon.property("name"), polygon))
        .toList();
  }

  private static List<Feature> named(List<Feature> polygons, String nameProperty) {
    List<Feature> named = new ArrayList<>();
    for (Feature polygon : polygons) {
      named.add(feature(polygon.id(), polygon.property(nameProperty), polygon));
    }
    return named;
  }

  private static Feature feature(String id, String name, Feature polygon) {
    return new Feature(id, Map.of("name", name), polygon.geometry());
  }
}
