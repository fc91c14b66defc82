package bailiwick.atlas.draft;

import bailiwick.atlas.draft.CountryDraft.County;
import bailiwick.atlas.draft.CountryDraft.Ground;
import bailiwick.atlas.draft.CountryDraft.Postcode;
import bailiwick.atlas.pack.CountryPack;
import bailiwick.atlas.pack.CountryPack.CountyRow;
import bailiwick.atlas.pack.CountryPack.Layer;
import bailiwick.atlas.pack.CountryPack.Link;
import bailiwick.atlas.pack.CountryPack.PostcodeRow;
import bailiwick.atlas.pack.CountryPack.RegionRow;
import bailiwick.geo.adjacency.Borders;
import bailiwick.geo.adjacency.IslandBridges;
import bailiwick.geo.shape.Feature;
import bailiwick.geo.shape.Grid;
import bailiwick.geo.shape.Topology;
import bailiwick.geo.tiling.Tiling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Makes of a draft what is stored: polygons, links and the holder of every postcode. Stateless. */
public final class CountryTiler {

  /** Shorter borders are corners that rounding to the grid pulled open. */
  private static final double MIN_BORDER_KM = 0.05;

  private CountryTiler() {}

  /** Tiles a country. The same draft yields the same pack. */
  public static CountryPack tile(CountryDraft draft) {
    List<Feature> areas = PostcodeTiling.of(draft.grounds(), draft.postcodes());
    Set<String> areaCodes = new HashSet<>();
    areas.forEach(area -> areaCodes.add(area.id()));
    List<PostcodeRow> postcodes = new Holders(draft.postcodes(), areaCodes, areas).rows();
    return new CountryPack(
        draft.country(),
        sorted(draft.regions(), Comparator.comparing(RegionRow::code)),
        sorted(
            draft.counties().stream().map(County::row).toList(),
            Comparator.comparing(CountyRow::code)),
        sorted(postcodes, Comparator.comparing(PostcodeRow::postcode)),
        layer(areas),
        layer(countyShapes(draft, areas)),
        draft.provenance());
  }

  private static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
    return rows.stream().sorted(order).toList();
  }

  private static List<Feature> countyShapes(CountryDraft draft, List<Feature> areas) {
    if (draft.counties().stream().noneMatch(county -> county.polygon().isEmpty())) {
      return tiled(draft.counties());
    }
    return sums(draft.postcodes(), areas);
  }

  private static List<Feature> tiled(List<County> counties) {
    List<Ground> grounds =
        counties.stream().map(county -> new Ground(county.row().code(), county.polygon())).toList();
    Grounds lookup = new Grounds(grounds);
    List<LineString> lines = new ArrayList<>();
    grounds.forEach(ground -> PostcodeTiling.addLines(ground.polygon(), lines));
    return Tiling.of(
        lines, Grid.FINE, inside -> lookup.findUnder(inside).map(lookup::id).orElse(null));
  }

  /** Counties as the sums of the postcode areas in them. */
  private static List<Feature> sums(List<Postcode> postcodes, List<Feature> areas) {
    Map<String, String> countyOf = new HashMap<>();
    postcodes.forEach(postcode -> countyOf.put(postcode.postcode(), postcode.county()));
    Map<String, List<Geometry>> partsOf = new TreeMap<>();
    for (Feature area : areas) {
      partsOf
          .computeIfAbsent(countyOf.getOrDefault(area.id(), ""), none -> new ArrayList<>())
          .add(area.geometry());
    }
    List<Feature> counties = new ArrayList<>();
    partsOf.forEach((county, parts) ->
        counties.add(Feature.of(county, CoverageUnion.union(parts.toArray(Geometry[]::new)))));
    return counties;
  }

  private static Layer layer(List<Feature> shapes) {
    Topology topology = Topology.of(Grid.FINE, shapes);
    List<Borders.Border> borders = Borders.of(topology, MIN_BORDER_KM);
    List<Link> links = new ArrayList<>();
    for (Borders.Border border : borders) {
      links.add(link(topology, border.from(), border.to(), false, border.km()));
    }
    for (IslandBridges.Gap gap : IslandBridges.joining(topology, borders)) {
      links.add(link(topology, gap.from(), gap.to(), true, gap.gapKm()));
    }
    links.sort(Comparator.comparing(Link::from).thenComparing(Link::to));
    return new Layer(topology, links);
  }

  private static Link link(Topology topology, int from, int to, boolean bridge, double km) {
    return new Link(topology.shapes().get(from).id(), topology.shapes().get(to).id(), bridge, km);
  }
}
