package bailiwick.server.scenario;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.unit.UnitGraph;

/** Colours for the territories of an alignment. */
public final class Colouring {

  private Colouring() {}

  /** Colour numbers such that territories that touch differ: {@code [territory] -> colour}. */
  public static int[] of(UnitGraph graph, Alignment alignment) {
    return TerritoryColours.of(
        TerritoryColours.neighbours(graph, alignment.toArray(), alignment.territories().size()));
  }
}
