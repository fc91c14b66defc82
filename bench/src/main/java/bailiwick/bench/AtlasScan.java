package bailiwick.bench;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Place;
import bailiwick.core.unit.LonLat;
import bailiwick.geo.exchange.TopoJson;
import bailiwick.geo.shape.Feature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** Finds areas and places by looking at every one of them: the yardstick of the atlas. */
final class AtlasScan {

  private final AreaLayer areas;
  private final List<Feature> shapes;
  private final List<Place> places;
  private final List<Place> world;

  /**
   * @param places those of the areas' country, largest first
   * @param world those of every country
   */
  AtlasScan(AreaLayer areas, List<Place> places, List<Place> world) {
    this.areas = areas;
    this.shapes = shapes(areas);
    this.places = places;
    this.world = world;
  }

  private static List<Feature> shapes(AreaLayer areas) {
    try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(areas.topoJson()))) {
      return TopoJson.read(json.readAllBytes()).getOrDefault("units", List.of());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The area of a code. */
  int findArea(String code) {
    int area = 0;
    while (!areas.numbering().id(area).value().equals(code)) {
      area++;
    }
    return area;
  }

  /**
   * The code of the area whose polygon holds a point; off all ground the one whose point is
   * nearest.
   */
  String findAround(LonLat point) {
    Coordinate at = new Coordinate(point.lon(), point.lat());
    for (Feature shape : shapes) {
      if (SimplePointInAreaLocator.locate(at, shape.geometry()) != Location.EXTERIOR) {
        return shape.id();
      }
    }
    return areas.numbering().id(findNearest(point)).value();
  }

  private int findNearest(LonLat point) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int area = 0; area < areas.points().size(); area++) {
      double distance = areas.points().get(area).distanceKm(point);
      if (distance < least) {
        least = distance;
        nearest = area;
      }
    }
    return nearest;
  }

  /** The largest place of a name in a region; of several as large the first. */
  Place findPlace(String name, String region) {
    return places.stream()
        .filter(place -> place.name().equals(name) && place.region().equals(region))
        .findFirst()
        .orElseThrow();
  }

  /** The zone of the nearest place in the world. */
  ZoneId timeZoneAt(LonLat point) {
    Place nearest = world.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (Place place : world) {
      double distance = place.point().distanceKm(point);
      if (distance < least) {
        least = distance;
        nearest = place;
      }
    }
    return nearest.timeZone();
  }
}
