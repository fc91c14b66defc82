package bailiwick.atlas.draft;

import bailiwick.atlas.draft.CountryDraft.County;
import bailiwick.atlas.draft.CountryDraft.Ground;
import bailiwick.atlas.draft.CountryDraft.Neighbours;
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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Makes of a draft what is stored: polygons, links and the holder of every postcode. Stateless. */
public final class CountryTiler {

  /** Shorter borders are corners that rounding to the grid pulled open. */
  private static final double MIN_BORDER_KM = 0.05;

  private CountryTiler() {}

  /**
   * Tiles a country. The same draft yields the same pack.
   *
   * @throws NoGroundException when no area is left that could hold a postcode
   */
  public static CountryPack tile(CountryDraft draft) {
    PostcodeTiling.Tiled tiled = PostcodeTiling.of(draft);
    List<Feature> areas = tiled.areas();
    if (areas.isEmpty()) {
      throw new NoGroundException(draft.country());
    }
    Set<String> areaCodes = new HashSet<>();
    areas.forEach(area -> areaCodes.add(area.id()));
    List<PostcodeRow> postcodes = new Holders(draft.postcodes(), areaCodes, areas).rows();
    List<Feature> countyShapes = countyShapes(draft, areas);
    Set<String> counties = new HashSet<>();
    countyShapes.forEach(county -> counties.add(county.id()));
    return new CountryPack(
        draft.country(),
        sorted(draft.regions(), Comparator.comparing(RegionRow::code)),
        draft.counties().stream()
            .map(County::row)
            .filter(county -> counties.contains(county.code()))
            .sorted(Comparator.comparing(CountyRow::code))
            .toList(),
        sorted(insideCounties(postcodes, counties), Comparator.comparing(PostcodeRow::postcode)),
        layer(areas, draft.neighbours()),
        layer(countyShapes, List.of()),
        tiled.trueShapes(),
        draft.provenance());
  }

  /** A code whose county has no ground joins the county of its holder. */
  private static List<PostcodeRow> insideCounties(
      List<PostcodeRow> postcodes, Set<String> counties) {
    Map<String, PostcodeRow> byCode = new HashMap<>();
    postcodes.forEach(row -> byCode.put(row.postcode(), row));
    return postcodes.stream()
        .map(row ->
            counties.contains(row.county())
                ? row
                : row.in(Objects.requireNonNull(byCode.get(row.unit()))))
        .toList();
  }

  private static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
    return rows.stream().sorted(order).toList();
  }

  private static List<Feature> countyShapes(CountryDraft draft, List<Feature> areas) {
    if (draft.counties().stream().noneMatch(county -> county.polygon().isEmpty())) {
      return draft.counties().stream().allMatch(County::fits)
          ? draft.counties().stream()
              .map(county -> Feature.of(county.row().code(), county.polygon()))
              .toList()
          : tiled(draft.counties());
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
    partsOf.forEach((county, parts) -> counties.add(Feature.of(county, Tiling.sum(parts))));
    return counties;
  }

  private static Layer layer(List<Feature> shapes, List<Neighbours> neighbours) {
    Topology topology = Topology.of(Grid.FINE, shapes);
    List<Borders.Border> borders = new ArrayList<>(Borders.of(topology, MIN_BORDER_KM));
    addKnown(neighbours, topology, borders);
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

  /** Neighbours whose polygons leave a gap, such as a river, touch along a border of no length. */
  private static void addKnown(
      List<Neighbours> neighbours, Topology topology, List<Borders.Border> borders) {
    Map<String, Integer> numberOf = new HashMap<>();
    topology.shapes().forEach(shape -> numberOf.put(shape.id(), numberOf.size()));
    Set<List<Integer>> linked = new HashSet<>();
    borders.forEach(border -> linked.add(List.of(border.from(), border.to())));
    for (Neighbours pair : neighbours) {
      Integer one = numberOf.get(pair.one());
      Integer other = numberOf.get(pair.other());
      if (one != null && other != null && !one.equals(other)) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        if (linked.add(List.of(from, to))) {
          borders.add(new Borders.Border(from, to, 0));
        }
      }
    }
  }

  private static Link link(Topology topology, int from, int to, boolean bridge, double km) {
    return new Link(topology.shapes().get(from).id(), topology.shapes().get(to).id(), bridge, km);
  }
}
