package bailiwick.server.scenario;

import bailiwick.core.measure.Compactness;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a territory lies on the map. Immutable.
 *
 * @param pieces connected pieces of its units, 0 without units
 * @param strayUnits numbers of units outside the largest piece
 * @param spreadKm root mean square distance to its middle, weighted by potential
 * @param centre its middle weighted by potential, null without units
 */
record TerritoryShape(
    int pieces, List<Integer> strayUnits, double spreadKm, @Nullable LonLat centre) {

  TerritoryShape {
    strayUnits = List.copyOf(strayUnits);
  }

  /** Measures territories of one alignment. */
  static final class Measurer {
    private final UnitGraph graph;
    private final List<LonLat> points;
    private final long[] weightOf; // [unit] -> potential
    private final int[] territoryOf; // [unit] -> territory

    Measurer(UnitGraph graph, List<LonLat> points, long[] weightOf, int[] territoryOf) {
      this.graph = graph;
      this.points = points;
      this.weightOf = weightOf;
      this.territoryOf = territoryOf;
    }

    /** O(units) for finding its members, and O(members) for the rest. */
    TerritoryShape measure(int territory) {
      int[] members = members(territory);
      if (members.length == 0) {
        return new TerritoryShape(0, List.of(), 0, null);
      }
      int[] alone = new int[territoryOf.length];
      Arrays.fill(alone, -1);
      for (int unit : members) {
        alone[unit] = 0;
      }
      int pieces = Contiguity.pieceCounts(graph, alone, 1)[0];
      List<Integer> stray =
          pieces == 1
              ? List.of()
              : Contiguity.faults(graph, alone, 1).stream()
                  .flatMap(piece -> piece.units().stream())
                  .toList();
      return weighed(members, pieces, stray);
    }

    private int[] members(int territory) {
      int[] members = new int[territoryOf.length];
      int count = 0;
      for (int unit = 0; unit < territoryOf.length; unit++) {
        if (territoryOf[unit] == territory) {
          members[count++] = unit;
        }
      }
      return Arrays.copyOf(members, count);
    }

    private TerritoryShape weighed(int[] members, int pieces, List<Integer> stray) {
      double sum = 0;
      double[] weights = new double[members.length];
      for (int k = 0; k < members.length; k++) {
        weights[k] = Math.max(0, weightOf[members[k]]);
        sum += weights[k];
      }
      if (sum == 0) {
        Arrays.fill(weights, 1);
        sum = members.length;
      }
      List<LonLat> places = Arrays.stream(members).mapToObj(points::get).toList();
      double moment = Compactness.momentOfInertia(places, weights, new int[members.length], 1)[0];
      return new TerritoryShape(
          pieces, stray, StrictMath.sqrt(moment / sum), middle(places, weights));
    }

    /** Weighted mean of points on the sphere, so that the date line is no border. */
    private static LonLat middle(List<LonLat> places, double[] weights) {
      double x = 0;
      double y = 0;
      double z = 0;
      for (int k = 0; k < weights.length; k++) {
        double lon = Math.toRadians(places.get(k).lon());
        double lat = Math.toRadians(places.get(k).lat());
        x += weights[k] * Math.cos(lat) * Math.cos(lon);
        y += weights[k] * Math.cos(lat) * Math.sin(lon);
        z += weights[k] * Math.sin(lat);
      }
      return new LonLat(
          Math.toDegrees(Math.atan2(y, x)), Math.toDegrees(Math.atan2(z, Math.hypot(x, y))));
    }
  }
}
