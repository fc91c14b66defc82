package bailiwick.atlas;

import bailiwick.atlas.pack.Columns;
import bailiwick.atlas.pack.Shelf;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All areas of one kind in one country, numbered, with their places, neighbours and polygons.
 * Immutable and thread-safe; made by {@link Atlas#areas}.
 */
public final class AreaLayer {

  private final String country;
  private final UnitKind kind;
  private final Shelf shelf;
  private final UnitNumbering numbering;
  private final List<LonLat> points; // [unit number]
  private final List<String> names; // [unit number]
  private final List<String> regions; // [unit number]
  private final List<String> counties; // [unit number]
  private final List<String> paths; // [unit number]
  private final UnitGraph graph;
  private final List<Bridge> bridges;
  private final List<List<UnitId>> acrossGaps = new ArrayList<>();

  /** What is known of one area. */
  record Area(String id, LonLat point, String name, String region, String county, String path) {}

  AreaLayer(String country, UnitKind kind, Shelf shelf, List<Area> areas) {
    this.country = country;
    this.kind = kind;
    this.shelf = shelf;
    this.points = areas.stream().map(Area::point).toList();
    this.names = areas.stream().map(Area::name).toList();
    this.regions = areas.stream().map(Area::region).toList();
    this.counties = areas.stream().map(Area::county).toList();
    this.paths = areas.stream().map(Area::path).toList();
    this.numbering = UnitNumbering.of(areas.stream().map(area -> new UnitId(area.id())).toList());
    List<Bridge> found = new ArrayList<>();
    this.graph = graph(found);
    this.bridges = List.copyOf(found);
  }

  private UnitGraph graph(List<Bridge> into) {
    List<Integer> from = new ArrayList<>();
    List<Integer> to = new ArrayList<>();
    shelf.rows(
        kind == UnitKind.COUNTY ? Columns.COUNTY_LINKS_FILE : Columns.POSTCODE_LINKS_FILE,
        Columns.LINKS,
        row -> {
          UnitId one = new UnitId(row.getField(0));
          UnitId other = new UnitId(row.getField(1));
          from.add(numbering.getNumber(one));
          to.add(numbering.getNumber(other));
          double km = Double.parseDouble(row.getField(3));
          if (row.getField(2).equals("bridge")) {
            into.add(new Bridge(one, other, km));
          } else if (km == 0) {
            acrossGaps.add(List.of(one, other));
          }
        });
    return UnitGraph.of(numbering.size(), array(from), array(to));
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The country's ISO code. */
  public String country() {
    return country;
  }

  /** What the areas are. */
  public UnitKind kind() {
    return kind;
  }

  /** Ids and numbers of the areas, in ascending order of their ids. */
  public UnitNumbering numbering() {
    return numbering;
  }

  /** The place of each area, by number. */
  public List<LonLat> points() {
    return points;
  }

  /** What people call each area, by number: {@code Chicago}, {@code Cook}. */
  public List<String> names() {
    return names;
  }

  /** The code of each area's region, by number; empty where unknown. */
  public List<String> regions() {
    return regions;
  }

  /** The code of each area's county, by number; of a county its own. Empty where unknown. */
  public List<String> counties() {
    return counties;
  }

  /** The node of each area in the geography tree, by number. */
  public List<String> paths() {
    return paths;
  }

  /** Which areas touch, the bridges among them. Connected: every area reaches every other. */
  public UnitGraph graph() {
    return graph;
  }

  /** The links that stand for no common border, in order of their ids. */
  public List<Bridge> bridges() {
    return bridges;
  }

  /** Pairs that touch as their publisher says, though their polygons show no common border. */
  public List<List<UnitId>> acrossGaps() {
    return Collections.unmodifiableList(acrossGaps);
  }

  /**
   * The polygons as gzipped TopoJSON: one object named {@code units}, each feature's {@code id} the
   * unit's id; borders are shared arcs, so that a territory's outline is their merge. Read anew at
   * each call.
   */
  public byte[] topoJson() {
    return shelf.bytes(
        kind == UnitKind.COUNTY ? Columns.COUNTY_SHAPES_FILE : Columns.POSTCODE_SHAPES_FILE);
  }

  /** Where the data is from and what was done to it, one sentence a line. */
  public String provenance() {
    return shelf.text(Columns.PROVENANCE_FILE);
  }
}
