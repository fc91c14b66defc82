package bailiwick.atlas.build;

import bailiwick.atlas.draft.CountryDraft;
import bailiwick.atlas.draft.CountryDraft.County;
import bailiwick.atlas.draft.CountryDraft.Ground;
import bailiwick.atlas.draft.CountryDraft.Postcode;
import bailiwick.atlas.pack.CountryPack.CountyRow;
import bailiwick.atlas.pack.CountryPack.RegionRow;
import bailiwick.core.unit.LonLat;
import bailiwick.geo.shape.Feature;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.util.GeometricShapeFactory;

/** The United States: ZIP codes, counties and states, from Census points and boundaries. */
final class UnitedStates {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Falls Church, Virginia, the one county the source is too coarse to show. */
  private static final double TINY_COUNTY_KM2 = 5.3;

  private static final String PROVENANCE =
      """
      ZIP areas: points of the 33,791 ZIP Code Tabulation Areas of the U.S. Census Bureau, 2021 (public domain).
      ZIP area shapes are approximate: each is the ground of a county nearer to its point than to any other, not the Census Bureau's boundary.
      Box and single-receiver ZIP codes, cities: GeoNames (CC BY 4.0), merged with the Census points, outliers replaced.
      Counties and states: U.S. Census Bureau cartographic boundaries, 2023 (public domain).
      """;

  private final Sources sources;

  UnitedStates(Sources sources) {
    this.sources = sources;
  }

  CountryDraft draft() {
    List<NamedCsvRecord> rows = sources.table("us_counties.csv");
    Map<String, Geometry> polygonOf = polygons(rows);
    List<County> counties = new ArrayList<>();
    List<Ground> grounds = new ArrayList<>();
    Map<String, String> stateName = new TreeMap<>();
    for (NamedCsvRecord row : rows) {
      Geometry polygon = polygonOf.get(row.getField("fips"));
      if (polygon == null) {
        throw new IllegalStateException("No polygon for county " + row.getField("fips"));
      }
      counties.add(new County(countyRow(row), polygon, false));
      grounds.add(new Ground(row.getField("fips"), polygon));
      stateName.put(row.getField("state"), row.getField("state_name"));
    }
    List<Postcode> postcodes =
        sources.table("us_zips.csv.gz").stream().map(UnitedStates::postcode).toList();
    return new CountryDraft(
        "US",
        states(stateName, postcodes),
        counties,
        postcodes,
        grounds,
        List.of(),
        Map.of(),
        PROVENANCE);
  }

  /** Polygons of the counties; one too small for the source's grid becomes a disc. */
  private Map<String, Geometry> polygons(List<NamedCsvRecord> counties) {
    Map<String, Geometry> polygonOf = new HashMap<>();
    for (Feature county : sources.shapes("us_counties_2023.topojson", "counties")) {
      polygonOf.put(county.id(), westOfTheDateLine(county));
    }
    for (NamedCsvRecord row : counties) {
      String fips = row.getField("fips");
      if (polygonOf.getOrDefault(fips, GEOMETRIES.createPolygon()).isEmpty()) {
        polygonOf.put(fips, disc(Middle.pointOf(row), TINY_COUNTY_KM2));
      }
    }
    return polygonOf;
  }

  private static Geometry disc(LonLat middle, double areaKm2) {
    double radiusKm = StrictMath.sqrt(areaKm2 / StrictMath.PI);
    double kmPerDegree = StrictMath.toRadians(LonLat.EARTH_RADIUS_KM);
    double height = 2 * radiusKm / kmPerDegree;
    GeometricShapeFactory shape = new GeometricShapeFactory(GEOMETRIES);
    shape.setCentre(new Coordinate(middle.lon(), middle.lat()));
    shape.setHeight(height);
    shape.setWidth(height / StrictMath.cos(StrictMath.toRadians(middle.lat())));
    shape.setNumPoints(24);
    return shape.createEllipse();
  }

  /** Alaska's islands beyond 180 degrees are laid at -180 and below, beside their neighbours. */
  private static Geometry westOfTheDateLine(Feature county) {
    if (!county.id().startsWith("02")) {
      return county.geometry();
    }
    List<Geometry> parts = new ArrayList<>();
    for (int p = 0; p < county.geometry().getNumGeometries(); p++) {
      Geometry part = county.geometry().getGeometryN(p);
      boolean beyond = part.getEnvelopeInternal().getMinX() > 0;
      parts.add(beyond ? AffineTransformation.translationInstance(-360, 0).transform(part) : part);
    }
    return GEOMETRIES.buildGeometry(parts);
  }

  private static CountyRow countyRow(NamedCsvRecord row) {
    return new CountyRow(
        row.getField("fips"), row.getField("state"), row.getField("name"), Middle.pointOf(row));
  }

  private static Postcode postcode(NamedCsvRecord row) {
    return new Postcode(
        row.getField("zip"),
        Middle.pointOf(row),
        row.getField("city"),
        row.getField("state"),
        row.getField("county_fips"),
        row.getField("kind").equals("zcta") ? row.getField("zip") : "",
        GEOMETRIES.createPolygon());
  }

  private static List<RegionRow> states(Map<String, String> nameOf, List<Postcode> postcodes) {
    Map<String, Middle> middleOf = new HashMap<>();
    postcodes.stream()
        .filter(Postcode::isArea)
        .forEach(zip ->
            middleOf.computeIfAbsent(zip.region(), none -> new Middle()).add(zip.point(), 1));
    return nameOf.entrySet().stream()
        .map(state ->
            new RegionRow(
                state.getKey(),
                state.getValue(),
                middleOf.getOrDefault(state.getKey(), new Middle()).point()))
        .toList();
  }
}
