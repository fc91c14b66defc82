package bailiwick.intake.generate;

import bailiwick.core.unit.LonLat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ZIP areas by squares of a quarter degree, to find those around a point. Immutable. */
final class ZipGrid {

  private static final double CELL_DEGREES = 0.25;
  private static final double KM_PER_DEGREE = 111;
  private static final double FARTHEST_KM = 200;

  private final List<Terrain.Zip> zips;
  private final Map<Long, List<Integer>> cells = new HashMap<>(); // cell -> zip numbers

  ZipGrid(List<Terrain.Zip> zips) {
    this.zips = zips;
    for (int z = 0; z < zips.size(); z++) {
      LonLat point = zips.get(z).point();
      long cell = cell(number(point.lon()), number(point.lat()));
      cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(z);
    }
  }

  /** Areas within a radius, or within the first doubling of it that holds any; none far away. */
  List<Integer> around(LonLat centre, double radiusKm) {
    for (double radius = radiusKm; radius < FARTHEST_KM; radius *= 2) {
      List<Integer> inside = within(centre, radius);
      if (!inside.isEmpty()) {
        return inside;
      }
    }
    return List.of();
  }

  private List<Integer> within(LonLat centre, double radiusKm) {
    double lat = radiusKm / KM_PER_DEGREE;
    double lon = lat / StrictMath.cos(StrictMath.toRadians(centre.lat()));
    List<Integer> inside = new ArrayList<>();
    for (long y = number(centre.lat() - lat); y <= number(centre.lat() + lat); y++) {
      for (long x = number(centre.lon() - lon); x <= number(centre.lon() + lon); x++) {
        for (int z : cells.getOrDefault(cell(x, y), List.of())) {
          if (zips.get(z).point().distanceKm(centre) <= radiusKm) {
            inside.add(z);
          }
        }
      }
    }
    return inside;
  }

  private static long number(double degrees) {
    return (long) StrictMath.floor(degrees / CELL_DEGREES);
  }

  private static long cell(long x, long y) {
    return x * 100_003 + y;
  }
}
