package bailiwick.atlas.install;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.atlas.PostcodeArea;
import bailiwick.atlas.draft.CountryDraft;
import bailiwick.atlas.draft.CountryDraft.County;
import bailiwick.atlas.draft.CountryDraft.Ground;
import bailiwick.atlas.draft.CountryDraft.Neighbours;
import bailiwick.atlas.draft.CountryDraft.Postcode;
import bailiwick.atlas.draft.Grounds;
import bailiwick.atlas.pack.Columns;
import bailiwick.atlas.pack.CountryPack.CountyRow;
import bailiwick.atlas.pack.CountryPack.RegionRow;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.geo.exchange.TopoJson;
import bailiwick.geo.shape.Feature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A country whose postcodes the atlas knows, about to get true polygons: its regions, counties and
 * postcodes stay as they are, and so do their ids and who holds whom. Not thread-safe.
 */
final class CountryToComplete {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final String country;
  private final Atlas atlas;
  private final boolean hasCountyShapes;
  private final Map<String, Geometry> shapes = new TreeMap<>(); // of areas, true and approximate
  private final SortedMap<String, PostcodeArea> postcodes = new TreeMap<>();
  private final List<Ground> counties = new ArrayList<>();
  private final Grounds countyLookup;

  /**
   * A country as an atlas has it. Counties have polygons of their own where they are those of the
   * package; otherwise they are the sums of their postcode areas, and become the sums of the new
   * ones.
   */
  CountryToComplete(String country, Atlas atlas, Atlas packaged) {
    this.country = country;
    this.atlas = atlas;
    this.hasCountyShapes = hasSameCounties(country, atlas, packaged);
    atlas.postcodes(country).forEach(each -> postcodes.put(each.postcode(), each));
    features(atlas.areas(UnitKind.POSTCODE, country))
        .forEach(area -> shapes.put(area.id(), area.geometry()));
    Atlas drawn = hasCountyShapes ? packaged : atlas;
    for (Feature county : features(drawn.areas(UnitKind.COUNTY, country))) {
      counties.add(new Ground(county.id(), county.geometry()));
    }
    this.countyLookup = new Grounds(counties);
  }

  private static boolean hasSameCounties(String country, Atlas atlas, Atlas packaged) {
    return packaged.countries().contains(country)
        && packaged
            .areas(UnitKind.COUNTY, country)
            .paths()
            .equals(atlas.areas(UnitKind.COUNTY, country).paths());
  }

  private static List<Feature> features(AreaLayer layer) {
    try (var json = new GZIPInputStream(new ByteArrayInputStream(layer.topoJson()))) {
      return TopoJson.read(json.readAllBytes()).getOrDefault(Columns.UNITS_OBJECT, List.of());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Its ISO code. */
  String code() {
    return country;
  }

  /** All codes it has, in order. */
  Set<String> codes() {
    return Collections.unmodifiableSet(postcodes.keySet());
  }

  Optional<PostcodeArea> find(String postcode) {
    return Optional.ofNullable(postcodes.get(postcode));
  }

  Optional<Ground> findCounty(String county) {
    return countyLookup.findById(county).map(counties::get);
  }

  /** The county under a point, or the nearest. */
  Ground countyAt(Coordinate point) {
    return counties.get(countyLookup.findUnder(point).orElseGet(() -> countyLookup.nearest(point)));
  }

  /** Polygons that an earlier installation brought, by code. */
  Map<String, Geometry> trueShapes() {
    Map<String, Geometry> trueShapes = new TreeMap<>(shapes);
    trueShapes.keySet().retainAll(atlas.trueShapes(country));
    return trueShapes;
  }

  /** Pairs known to touch from now on, those of an earlier installation among them. */
  private List<Neighbours> withEarlier(List<Neighbours> neighbours) {
    List<Neighbours> all = new ArrayList<>(neighbours);
    for (List<UnitId> pair : atlas.areas(UnitKind.POSTCODE, country).acrossGaps()) {
      all.add(new Neighbours(pair.getFirst().value(), pair.getLast().value()));
    }
    return all;
  }

  /**
   * The country with true polygons.
   *
   * @param truePolygons by code; a code that the country does not have becomes an area of the
   *     county and the region in which it lies
   * @param neighbours pairs of postcodes known to touch beyond what their polygons show
   */
  CountryDraft draft(Map<String, Geometry> truePolygons, List<Neighbours> neighbours) {
    List<County> countyRows = countyRows();
    Map<String, String> regionOf = new HashMap<>();
    countyRows.forEach(county -> regionOf.put(county.row().code(), county.row().region()));
    List<Postcode> rows = new ArrayList<>();
    postcodes
        .values()
        .forEach(postcode ->
            rows.add(
                row(
                    postcode,
                    truePolygons.getOrDefault(postcode.postcode(), GEOMETRIES.createPolygon()))));
    truePolygons.forEach((code, polygon) -> {
      if (!postcodes.containsKey(code)) {
        rows.add(newArea(code, polygon, regionOf));
      }
    });
    return new CountryDraft(
        country,
        atlas.regions(country).stream()
            .map(region -> new RegionRow(region.code(), region.name(), region.point()))
            .toList(),
        countyRows,
        rows,
        counties,
        withEarlier(neighbours),
        shapes,
        atlas.areas(UnitKind.POSTCODE, country).provenance());
  }

  private static Postcode row(PostcodeArea postcode, Geometry polygon) {
    return new Postcode(
        postcode.postcode(),
        postcode.point(),
        postcode.city(),
        postcode.region(),
        postcode.county(),
        postcode.unit().value(),
        polygon);
  }

  private Postcode newArea(String code, Geometry polygon, Map<String, String> regionOf) {
    String county = countyAt(polygon.getInteriorPoint().getCoordinate()).id();
    return new Postcode(
        code,
        PolygonFile.pointInside(polygon),
        "",
        regionOf.getOrDefault(county, ""),
        county,
        code,
        polygon);
  }

  private List<County> countyRows() {
    Map<String, Geometry> polygonOf = new HashMap<>();
    if (hasCountyShapes) {
      counties.forEach(county -> polygonOf.put(county.id(), county.polygon()));
    }
    AreaLayer layer = atlas.areas(UnitKind.COUNTY, country);
    List<County> rows = new ArrayList<>();
    for (int county = 0; county < layer.numbering().size(); county++) {
      String code = layer.numbering().id(county).value();
      CountyRow row =
          new CountyRow(
              code,
              layer.regions().get(county),
              layer.names().get(county),
              layer.points().get(county));
      rows.add(new County(row, polygonOf.getOrDefault(code, GEOMETRIES.createPolygon()), true));
    }
    return rows;
  }
}
