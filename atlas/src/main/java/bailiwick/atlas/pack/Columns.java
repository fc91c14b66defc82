package bailiwick.atlas.pack;

import java.util.List;

/** Headers of the stored tables, and the names of the files. */
public final class Columns {

  public static final String REGIONS_FILE = "regions.csv.gz";
  public static final List<String> REGIONS = List.of("code", "name", "lon", "lat");

  public static final String COUNTIES_FILE = "counties.csv.gz";
  public static final List<String> COUNTIES = List.of("code", "region", "name", "lon", "lat");

  public static final String POSTCODES_FILE = "postcodes.csv.gz";
  public static final List<String> POSTCODES =
      List.of("postcode", "unit", "lon", "lat", "city", "region", "county");

  public static final String POSTCODE_LINKS_FILE = "postcode-links.csv.gz";
  public static final String COUNTY_LINKS_FILE = "county-links.csv.gz";

  /** Of a link the kind is {@code border} with its length, or {@code bridge} with its gap. */
  public static final List<String> LINKS = List.of("from", "to", "kind", "km");

  public static final String POSTCODE_SHAPES_FILE = "postcodes.topojson.gz";
  public static final String COUNTY_SHAPES_FILE = "counties.topojson.gz";

  /** Areas whose shape is their publisher's; there is no such file where all are approximate. */
  public static final String TRUE_SHAPES_FILE = "true-shapes.csv.gz";

  public static final List<String> TRUE_SHAPES = List.of("postcode");

  public static final String PROVENANCE_FILE = "provenance.txt";

  public static final String COUNTRIES_FILE = "countries.csv.gz";
  public static final List<String> COUNTRIES =
      List.of("code", "code3", "name", "lon", "lat", "also");

  public static final String WORLD_REGIONS_FILE = "regions.csv.gz";
  public static final List<String> WORLD_REGIONS = List.of("country", "code", "name", "lon", "lat");

  public static final String PLACES_FILE = "places.csv.gz";
  public static final List<String> PLACES =
      List.of("country", "region", "name", "lon", "lat", "population", "zone", "also");

  public static final String INDUSTRIES_FILE = "naics-2017.csv.gz";
  public static final List<String> INDUSTRIES = List.of("code", "title");

  /** Name of the one object in a stored TopoJSON. */
  public static final String UNITS_OBJECT = "units";

  private Columns() {}
}
