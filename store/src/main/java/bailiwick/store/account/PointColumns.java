package bailiwick.store.account;

import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Columns that grow while rows come in. */
final class PointColumns {

  private final List<UUID> ids = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private double[] lon = new double[1024]; // [account number] -> degrees east
  private double[] lat = new double[1024]; // [account number] -> degrees north
  private long[] potential = new long[1024]; // [account number] -> hundredths

  void add(ResultSet row) throws SQLException {
    int number = ids.size();
    if (number == lon.length) {
      lon = Arrays.copyOf(lon, number * 2);
      lat = Arrays.copyOf(lat, number * 2);
      potential = Arrays.copyOf(potential, number * 2);
    }
    ids.add(Rows.id(row, "id"));
    names.add(Rows.text(row, "name"));
    lon[number] = row.getDouble("lon");
    lat[number] = row.getDouble("lat");
    potential[number] = row.getLong("potential_cents");
  }

  AccountPoints toPoints() {
    int size = ids.size();
    return new AccountPoints(
        ids.toArray(UUID[]::new),
        names.toArray(String[]::new),
        Arrays.copyOf(lon, size),
        Arrays.copyOf(lat, size),
        Arrays.copyOf(potential, size));
  }
}
