package bailiwick.atlas;

import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import java.util.List;

/**
 * All areas of one kind in one country, numbered, with their places, neighbours and polygons.
 * Immutable and thread-safe; made by {@link Atlas#areas}.
 */
public final class AreaLayer {

  /** The country's ISO code. */
  public String country() {
    throw new UnsupportedOperationException();
  }

  /** What the areas are. */
  public UnitKind kind() {
    throw new UnsupportedOperationException();
  }

  /** Ids and numbers of the areas, in ascending order of their ids. */
  public UnitNumbering numbering() {
    throw new UnsupportedOperationException();
  }

  /** The place of each area, by number. */
  public List<LonLat> points() {
    throw new UnsupportedOperationException();
  }

  /** What people call each area, by number: {@code Chicago}, {@code Cook}. */
  public List<String> names() {
    throw new UnsupportedOperationException();
  }

  /** The code of each area's region, by number; empty where unknown. */
  public List<String> regions() {
    throw new UnsupportedOperationException();
  }

  /** The code of each area's county, by number; of a county its own. Empty where unknown. */
  public List<String> counties() {
    throw new UnsupportedOperationException();
  }

  /** The node of each area in the geography tree, by number. */
  public List<String> paths() {
    throw new UnsupportedOperationException();
  }

  /** Which areas touch, the bridges among them. Connected: every area reaches every other. */
  public UnitGraph graph() {
    throw new UnsupportedOperationException();
  }

  /** The links that stand for no common border, in order of their ids. */
  public List<Bridge> bridges() {
    throw new UnsupportedOperationException();
  }

  /**
   * The polygons as gzipped TopoJSON: one object named {@code units}, each feature's {@code id} the
   * unit's id; borders are shared arcs, so that a territory's outline is their merge.
   */
  public byte[] topoJson() {
    throw new UnsupportedOperationException();
  }

  /** Where the data is from and what was done to it, one sentence a line. */
  public String provenance() {
    throw new UnsupportedOperationException();
  }
}
