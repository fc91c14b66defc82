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

/** France: postcodes from its communes, departments and regions. */
final class France {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static final String PROVENANCE =
      """
      Postcodes, communes, departments, regions: INSEE, La Poste, DGCL by way of Etalab, 2026 (Licence Ouverte 2.0).
      A postcode stands at the middle of the people of its communes whose place is known (GeoNames, CC BY 4.0).
      Postcode area shapes are approximate: each is the ground of a department nearer to its point than to any other.
      Department shapes: Natural Earth (public domain).
      """;

  private final Sources sources;
  private final World world;

  France(Sources sources, World world) {
    this.sources = sources;
    this.world = world;
  }

  CountryDraft draft() {
    List<NamedCsvRecord> communes =
        sources.table("fr_communes_2026.csv.gz").stream()
            .filter(row -> row.getField("region").length() == 2)
            .toList();
    List<Feature> polygons = sources.shapes("admin1/admin1_fr.topojson.gz", "admin1");
    Map<Feature, String> codeOf = new CityVotes(communes, "departement").codeOf(polygons);
    Map<String, String> regionOf = new TreeMap<>();
    communes.forEach(row -> regionOf.put(row.getField("departement"), row.getField("region")));
    List<County> counties = new ArrayList<>();
    List<Ground> grounds = new ArrayList<>();
    for (Feature polygon : polygons) {
      String code = codeOf.get(polygon);
      if (code != null) {
        counties.add(
            new County(
                new CountyRow(
                    code,
                    regionOf.getOrDefault(code, ""),
                    polygon.property("n"),
                    middle(polygon.geometry())),
                polygon.geometry(),
                false));
        grounds.add(new Ground(code, polygon.geometry()));
      }
    }
    List<Postcode> postcodes = new FrenchPostcodes(communes, codeOf.values()).postcodes();
    return new CountryDraft(
        "FR",
        regions(counties, postcodes),
        counties,
        postcodes,
        grounds,
        List.of(),
        Map.of(),
        PROVENANCE);
  }

  private static LonLat middle(Geometry polygon) {
    Coordinate inside = polygon.getInteriorPoint().getCoordinate();
    return new LonLat(inside.x, inside.y);
  }

  private List<RegionRow> regions(List<County> counties, List<Postcode> postcodes) {
    Map<String, String> names = new HashMap<>();
    counties.forEach(county -> names.put(county.row().region(), county.row().name()));
    names.putAll(world.regionNames("FR"));
    Map<String, Middle> middleOf = new TreeMap<>();
    postcodes.forEach(
        code -> middleOf.computeIfAbsent(code.region(), none -> new Middle()).add(code.point(), 1));
    return middleOf.entrySet().stream()
        .map(region ->
            new RegionRow(
                region.getKey(),
                names.getOrDefault(region.getKey(), region.getKey()),
                region.getValue().point()))
        .toList();
  }

  static Geometry noPolygon() {
    return GEOMETRIES.createPolygon();
  }
}
