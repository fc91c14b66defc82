package bailiwick.atlas.build;

import bailiwick.geo.shape.Feature;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the code of a polygon that comes without one: each place inside votes for its own. */
final class CityVotes {

  private final STRtree places = new STRtree();

  private record Vote(Coordinate at, String code) {}

  CityVotes(List<NamedCsvRecord> rows, String codeColumn) {
    for (NamedCsvRecord row : rows) {
      if (!row.getField("lat").isEmpty()) {
        Coordinate at =
            new Coordinate(
                Double.parseDouble(row.getField("lon")), Double.parseDouble(row.getField("lat")));
        places.insert(new Envelope(at), new Vote(at, row.getField(codeColumn)));
      }
    }
  }

  /** The code with most votes for each polygon that got any. */
  Map<Feature, String> codeOf(List<Feature> polygons) {
    Map<Feature, String> codeOf = new HashMap<>();
    for (Feature polygon : polygons) {
      Map<String, Integer> votes = votes(polygon);
      votes.keySet().stream()
          .max(
              Comparator.comparing((String code) -> votes.getOrDefault(code, 0))
                  .thenComparing(Comparator.reverseOrder()))
          .ifPresent(code -> codeOf.put(polygon, code));
    }
    return codeOf;
  }

  private Map<String, Integer> votes(Feature polygon) {
    Map<String, Integer> votes = new TreeMap<>();
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(polygon.geometry());
    List<Vote> near = new ArrayList<>();
    for (Object vote : places.query(polygon.geometry().getEnvelopeInternal())) {
      near.add((Vote) vote);
    }
    for (Vote vote : near) {
      if (inside.locate(vote.at()) != Location.EXTERIOR) {
        votes.merge(vote.code(), 1, Integer::sum);
      }
    }
    return votes;
  }
}
