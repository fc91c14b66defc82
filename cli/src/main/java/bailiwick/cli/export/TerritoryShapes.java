package bailiwick.cli.export;

import bailiwick.atlas.Atlas;
import bailiwick.cli.design.DesignFolder;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.unit.UnitId;
import bailiwick.geo.exchange.TopoJson;
import bailiwick.geo.shape.Feature;
import bailiwick.geo.tiling.TilingMerge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The territories of a design as shapes. */
final class TerritoryShapes {

  private TerritoryShapes() {}

  /** One feature for each territory, with its code, name and number of units. */
  static List<Feature> of(DesignFolder design, Atlas atlas) throws IOException {
    byte[] packed = atlas.areas(design.unitKind(), design.country()).topoJson();
    List<Feature> units = new ArrayList<>();
    TopoJson.read(unpacked(packed)).values().forEach(units::addAll);
    List<Feature> merged =
        TilingMerge.merge(
            units,
            id -> design.alignment().findTerritory(new UnitId(id)).map(TerritoryCode::value));
    Map<String, Integer> unitCounts = unitCounts(design.alignment());
    return merged.stream().map(shape -> described(shape, design, unitCounts)).toList();
  }

  private static Feature described(
      Feature shape, DesignFolder design, Map<String, Integer> unitCounts) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("territory", shape.id());
    properties.put("name", design.names().getOrDefault(new TerritoryCode(shape.id()), shape.id()));
    properties.put("units", String.valueOf(unitCounts.getOrDefault(shape.id(), 0)));
    return new Feature(shape.id(), properties, shape.geometry());
  }

  private static Map<String, Integer> unitCounts(Alignment alignment) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int territory : alignment.toArray()) {
      if (territory != Alignment.UNASSIGNED) {
        counts.merge(alignment.territories().get(territory).value(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static byte[] unpacked(byte[] gzipped) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
      return in.readAllBytes();
    }
  }
}
