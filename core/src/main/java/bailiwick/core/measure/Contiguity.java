package bailiwick.core.measure;

import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether territories form connected pieces of the graph of touching units. */
public final class Contiguity {

  private Contiguity() {}

  /**
   * A territory's units that touch one another, directly or through each other.
   *
   * @param territory number of the territory
   * @param units numbers of the units, ascending
   */
  public record Piece(int territory, List<Integer> units) {
    public Piece {
      units = List.copyOf(units);
    }
  }

  /**
   * Returns how many pieces each territory has. O(units + edges).
   *
   * @param territoryOf {@code territoryOf[unit]} is a territory number or -1
   * @return {@code [territory]}, 0 for a territory without units
   */
  public static int[] pieceCounts(UnitGraph graph, int[] territoryOf, int territoryCount) {
    int[] counts = new int[territoryCount];
    int[] pieceOf = pieceOf(graph, territoryOf);
    int pieces = 0;
    for (int unit = 0; unit < pieceOf.length; unit++) {
      if (pieceOf[unit] == pieces) {
        counts[territoryOf[unit]]++;
        pieces++;
      }
    }
    return counts;
  }

  /** Whether every territory is one piece or has no unit. O(units + edges). */
  public static boolean holds(UnitGraph graph, int[] territoryOf, int territoryCount) {
    return Arrays.stream(pieceCounts(graph, territoryOf, territoryCount)).allMatch(n -> n <= 1);
  }

  /**
   * Returns the pieces that lie apart from the largest piece of their territory; of equally large
   * ones the piece with the smallest unit number is kept.
   *
   * @param territoryOf {@code territoryOf[unit]} is a territory number or -1
   * @return empty when every territory is connected; ordered by smallest unit number
   */
  public static List<Piece> faults(UnitGraph graph, int[] territoryOf, int territoryCount) {
    List<List<Integer>> pieces = new ArrayList<>();
    int[] pieceOf = pieceOf(graph, territoryOf);
    for (int unit = 0; unit < pieceOf.length; unit++) {
      if (pieceOf[unit] == pieces.size()) {
        pieces.add(new ArrayList<>());
      }
      if (pieceOf[unit] >= 0) {
        pieces.get(pieceOf[unit]).add(unit);
      }
    }
    int[] largest = new int[territoryCount];
    Arrays.fill(largest, -1);
    for (int k = 0; k < pieces.size(); k++) {
      int territory = territoryOf[pieces.get(k).getFirst()];
      if (largest[territory] < 0 || pieces.get(k).size() > pieces.get(largest[territory]).size()) {
        largest[territory] = k;
      }
    }
    List<Piece> faults = new ArrayList<>();
    for (int k = 0; k < pieces.size(); k++) {
      int territory = territoryOf[pieces.get(k).getFirst()];
      if (largest[territory] != k) {
        faults.add(new Piece(territory, pieces.get(k)));
      }
    }
    return faults;
  }

  /**
   * Returns the number of the piece each unit belongs to; pieces are numbered in order of their
   * smallest unit.
   *
   * @param territoryOf {@code territoryOf[unit]} is a territory number or -1
   * @return {@code [unit]}, -1 where the unit has no territory
   */
  public static int[] pieceOf(UnitGraph graph, int[] territoryOf) {
    int[] pieceOf = new int[territoryOf.length];
    Arrays.fill(pieceOf, -1);
    int[] open = new int[territoryOf.length];
    int pieces = 0;
    for (int start = 0; start < territoryOf.length; start++) {
      if (pieceOf[start] < 0 && territoryOf[start] >= 0) {
        flood(graph, territoryOf, start, pieces++, pieceOf, open);
      }
    }
    return pieceOf;
  }

  private static void flood(
      UnitGraph graph, int[] territoryOf, int start, int piece, int[] pieceOf, int[] open) {
    int size = 0;
    open[size++] = start;
    pieceOf[start] = piece;
    while (size > 0) {
      int unit = open[--size];
      for (int k = graph.first(unit); k < graph.end(unit); k++) {
        int other = graph.neighbourAt(k);
        if (pieceOf[other] < 0 && territoryOf[other] == territoryOf[start]) {
          pieceOf[other] = piece;
          open[size++] = other;
        }
      }
    }
  }
}
