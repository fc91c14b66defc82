package bailiwick.geo.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A named shape. Immutable by agreement: nobody changes the geometry.
 *
 * @param id the publisher's or our id; empty when the file gives none
 * @param properties what else the file says of it, as text, in order
 * @param geometry a polygon or several, longitude first; may be empty
 */
public record Feature(String id, Map<String, String> properties, Geometry geometry) {

  public Feature {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** A shape with an id and nothing else. */
  public static Feature of(String id, Geometry geometry) {
    return new Feature(id, Map.of(), geometry);
  }

  /** The same shape under another id, with no properties. */
  public Feature renamed(String newId) {
    return of(newId, geometry);
  }

  /** The property of a name, empty when it has none. */
  public String property(String name) {
    return properties.getOrDefault(name, "");
  }
}
