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
import bailiwick.core.unit.LonLat;
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
final class KnownCountry {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final String country;
  private final Atlas atlas;
  private final boolean hasCountyShapes;
  private final SortedMap<String, PostcodeArea> postcodes = new TreeMap<>();
  private final List<Ground> counties = new ArrayList<>();
  private final Grounds countyLookup;

  /**
   * A country as an atlas has it.
   *
   * @param hasCountyShapes whether the counties have polygons of their own; otherwise they are the
   *     sums of their postcode areas, and become the sums of the new ones
   */
  KnownCountry(String country, Atlas atlas, boolean hasCountyShapes) {
    this.country = country;
    this.atlas = atlas;
    this.hasCountyShapes = hasCountyShapes;
    atlas.postcodes(country).forEach(each -> postcodes.put(each.postcode(), each));
    for (Feature county : features(atlas.areas(UnitKind.COUNTY, country))) {
      counties.add(new Ground(county.id(), county.geometry()));
    }
    this.countyLookup = new Grounds(counties);
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
    Set<String> codes = atlas.trueShapes(country);
    Map<String, Geometry> shapes = new TreeMap<>();
    if (!codes.isEmpty()) {
      features(atlas.areas(UnitKind.POSTCODE, country)).stream()
          .filter(area -> codes.contains(area.id()))
          .forEach(area -> shapes.put(area.id(), area.geometry()));
    }
    return shapes;
  }

  /**
   * The country with true polygons.
   *
   * @param shapes by code; a code that the country does not have becomes an area of the county and
   *     the region in which it lies
   * @param neighbours pairs of postcodes known to touch beyond what their polygons show
   */
  CountryDraft draft(Map<String, Geometry> shapes, List<Neighbours> neighbours) {
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
                    shapes.getOrDefault(postcode.postcode(), GEOMETRIES.createPolygon()))));
    shapes.forEach((code, polygon) -> {
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
        neighbours,
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
    Coordinate inside = polygon.getInteriorPoint().getCoordinate();
    String county = countyAt(inside).id();
    return new Postcode(
        code,
        new LonLat(inside.x, inside.y),
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
