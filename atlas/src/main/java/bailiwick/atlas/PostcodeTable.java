package bailiwick.atlas;

import bailiwick.atlas.pack.Columns;
import bailiwick.atlas.pack.Shelf;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Postcodes of one country in sorted arrays: about 100 bytes each, found by halving in less than a
 * microsecond.
 */
final class PostcodeTable {

  private final String country;
  private final String[] key; // [row] -> code without spaces, ascending
  private final String[] postcode; // [row] -> as written
  private final String[] unit; // [row] -> holder
  private final double[] lon; // [row]
  private final double[] lat; // [row]
  private final String[] city; // [row]
  private final String[] region; // [row]
  private final String[] county; // [row]
  private final PostcodeText text;
  private final Lazy<Map<String, LonLat>> cities = new Lazy<>(this::readCities);

  PostcodeTable(String country, Shelf shelf) {
    this.country = country;
    List<Row> rows = rows(shelf);
    int n = rows.size();
    this.key = new String[n];
    this.postcode = new String[n];
    this.unit = new String[n];
    this.lon = new double[n];
    this.lat = new double[n];
    this.city = new String[n];
    this.region = new String[n];
    this.county = new String[n];
    for (int r = 0; r < n; r++) {
      fill(r, rows.get(r));
    }
    this.text = PostcodeText.learnt(key);
  }

  private record Row(
      String key,
      String postcode,
      String unit,
      double lon,
      double lat,
      String city,
      String region,
      String county) {}

  private static List<Row> rows(Shelf shelf) {
    Map<String, String> shared = new HashMap<>(); // cities and counties repeat: keep one copy
    List<Row> rows = new ArrayList<>();
    shelf.rows(
        Columns.POSTCODES_FILE,
        Columns.POSTCODES,
        row ->
            rows.add(
                new Row(
                    PostcodeText.compact(row.getField(0)),
                    row.getField(0),
                    row.getField(1),
                    Double.parseDouble(row.getField(2)),
                    Double.parseDouble(row.getField(3)),
                    share(row.getField(4), shared),
                    share(row.getField(5), shared),
                    share(row.getField(6), shared))));
    rows.sort(Comparator.comparing(Row::key));
    return rows;
  }

  private static String share(String text, Map<String, String> shared) {
    return shared.computeIfAbsent(text, same -> same);
  }

  private void fill(int r, Row row) {
    key[r] = row.key().equals(row.postcode()) ? row.postcode() : row.key();
    postcode[r] = row.postcode();
    unit[r] = row.unit().equals(row.postcode()) ? row.postcode() : row.unit();
    lon[r] = row.lon();
    lat[r] = row.lat();
    city[r] = row.city();
    region[r] = row.region();
    county[r] = row.county();
  }

  Optional<PostcodeArea> find(String given) {
    String compact = PostcodeText.compact(given);
    int row = compact.isEmpty() ? -1 : Arrays.binarySearch(key, compact);
    if (row >= 0) {
      return Optional.of(at(row));
    }
    for (String candidate : text.candidates(given, compact)) {
      row = Arrays.binarySearch(key, candidate);
      if (row >= 0) {
        return Optional.of(at(row));
      }
    }
    return Optional.empty();
  }

  /** The middle of the postcodes that the post gives to a city of a region. */
  Optional<LonLat> findCity(String name, String regionCode) {
    return Optional.ofNullable(cities.get().get(cityKey(name, regionCode)));
  }

  private Map<String, LonLat> readCities() {
    Map<String, double[]> sums = new HashMap<>(); // lon, lat, count
    for (int row = 0; row < key.length; row++) {
      if (!city[row].isEmpty()) {
        double[] sum = sums.computeIfAbsent(cityKey(city[row], region[row]), none -> new double[3]);
        sum[0] += lon[row];
        sum[1] += lat[row];
        sum[2]++;
      }
    }
    Map<String, LonLat> middles = new HashMap<>();
    sums.forEach((name, sum) -> middles.put(name, new LonLat(sum[0] / sum[2], sum[1] / sum[2])));
    return middles;
  }

  private static String cityKey(String name, String regionCode) {
    return regionCode + '/' + Names.joined(Names.folded(name));
  }

  int size() {
    return key.length;
  }

  boolean isArea(int row) {
    return unit[row].equals(postcode[row]);
  }

  LonLat point(int row) {
    return new LonLat(lon[row], lat[row]);
  }

  PostcodeArea at(int row) {
    return new PostcodeArea(
        country,
        postcode[row],
        point(row),
        city[row],
        region[row],
        county[row],
        path(row),
        new UnitId(unit[row]));
  }

  private String path(int row) {
    StringBuilder path = new StringBuilder(24).append(country);
    if (!region[row].isEmpty()) {
      path.append('/').append(region[row]);
      if (!county[row].isEmpty()) {
        path.append('/').append(county[row]);
      }
    }
    return path.append('/').append(postcode[row]).toString();
  }
}
