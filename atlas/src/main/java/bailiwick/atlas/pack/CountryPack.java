package bailiwick.atlas.pack;

import bailiwick.core.unit.LonLat;
import bailiwick.geo.shape.Topology;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that is stored of one country. Immutable; made by {@code bailiwick.atlas.draft}.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param regions in order of codes
 * @param counties in order of codes
 * @param postcodes in order of codes
 * @param postcodeLayer shapes and links of the postcode areas
 * @param countyLayer shapes and links of the counties
 * @param trueShapes codes of the areas whose shape is their publisher's; the others are approximate
 * @param provenance one sentence a line
 */
public record CountryPack(
    String country,
    List<RegionRow> regions,
    List<CountyRow> counties,
    List<PostcodeRow> postcodes,
    Layer postcodeLayer,
    Layer countyLayer,
    SortedSet<String> trueShapes,
    String provenance) {

  public CountryPack {
    regions = List.copyOf(regions);
    counties = List.copyOf(counties);
    postcodes = List.copyOf(postcodes);
    trueShapes = Collections.unmodifiableSortedSet(new TreeSet<>(trueShapes));
  }

  /** The same country with another word on where it is from. */
  public CountryPack withProvenance(String words) {
    return new CountryPack(
        country, regions, counties, postcodes, postcodeLayer, countyLayer, trueShapes, words);
  }

  /** How many postcodes cover ground. */
  public int areas() {
    return postcodeLayer.shapes().shapes().size();
  }

  /** A state or other first-level region. */
  public record RegionRow(String code, String name, LonLat point) {}

  /** A county or other second-level area; its code is unique in the country. */
  public record CountyRow(String code, String region, String name, LonLat point) {}

  /** A postcode and the area that holds it. */
  public record PostcodeRow(
      String postcode, String unit, LonLat point, String city, String region, String county) {

    /** The same code in the region and county of another. */
    public PostcodeRow in(PostcodeRow other) {
      return new PostcodeRow(postcode, unit, point, city, other.region, other.county);
    }
  }

  /**
   * Two units that touch or are bridged.
   *
   * @param km length of the border, or the gap that the bridge spans
   */
  public record Link(String from, String to, boolean bridge, double km) {}

  /** Shapes of units and the links between them. */
  public record Layer(Topology shapes, List<Link> links) {

    public Layer {
      links = List.copyOf(links);
    }
  }

  /** Writes every file into a folder that exists. */
  public void writeTo(Path folder) {
    PackFiles.writeTable(
        folder.resolve(Columns.REGIONS_FILE),
        Columns.REGIONS,
        regions.stream()
            .map(row -> List.of(row.code(), row.name(), lon(row.point()), lat(row.point())))
            .toList());
    PackFiles.writeTable(
        folder.resolve(Columns.COUNTIES_FILE),
        Columns.COUNTIES,
        counties.stream()
            .map(row ->
                List.of(row.code(), row.region(), row.name(), lon(row.point()), lat(row.point())))
            .toList());
    PackFiles.writeTable(
        folder.resolve(Columns.POSTCODES_FILE),
        Columns.POSTCODES,
        postcodes.stream().map(CountryPack::cells).toList());
    writeLayer(postcodeLayer, folder, Columns.POSTCODE_SHAPES_FILE, Columns.POSTCODE_LINKS_FILE);
    writeLayer(countyLayer, folder, Columns.COUNTY_SHAPES_FILE, Columns.COUNTY_LINKS_FILE);
    if (!trueShapes.isEmpty()) {
      PackFiles.writeTable(
          folder.resolve(Columns.TRUE_SHAPES_FILE),
          Columns.TRUE_SHAPES,
          trueShapes.stream().map(List::of).toList());
    }
    PackFiles.writeText(folder.resolve(Columns.PROVENANCE_FILE), provenance);
  }

  private static void writeLayer(Layer layer, Path folder, String shapesFile, String linksFile) {
    PackFiles.writeShapes(folder.resolve(shapesFile), layer.shapes());
    PackFiles.writeTable(
        folder.resolve(linksFile),
        Columns.LINKS,
        layer.links().stream()
            .map(link ->
                List.of(
                    link.from(),
                    link.to(),
                    link.bridge() ? "bridge" : "border",
                    PackFiles.km(link.km())))
            .toList());
  }

  private static List<String> cells(PostcodeRow row) {
    return List.of(
        row.postcode(),
        row.unit(),
        lon(row.point()),
        lat(row.point()),
        row.city(),
        row.region(),
        row.county());
  }

  private static String lon(LonLat point) {
    return PackFiles.degrees(point.lon());
  }

  private static String lat(LonLat point) {
    return PackFiles.degrees(point.lat());
  }
}
