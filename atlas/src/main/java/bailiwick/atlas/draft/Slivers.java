package bailiwick.atlas.draft;

import bailiwick.geo.adjacency.Borders;
import bailiwick.geo.shape.Feature;
import bailiwick.geo.shape.Grid;
import bailiwick.geo.shape.Topology;
import bailiwick.geo.tiling.Tiling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * Takes slivers away from cells. County outlines are coarser than true polygons, so between the two
 * lie strips that belong to nobody in particular. One that is cut off from the rest of its cell
 * goes to the cell with which it has most border in common, be it in the next county; one with true
 * polygons alone around it stays empty, as does wider ground that true polygons leave over in a
 * county in which no cell is. One use per tiling.
 */
final class Slivers {

  /** Degrees, about a kilometre: wider than the coarse outlines are wrong by. */
  private static final double MAX_WIDTH = 0.01;

  /** No postcode has a slash in it. */
  private static final String REST = "/";

  /** The owner of a part that nobody has. */
  private static final String NOBODY = REST;

  private final Set<String> trueShapes;
  private final Set<String> settledInside;
  private final List<Geometry> parts = new ArrayList<>(); // connected pieces of ground
  private final List<String> ownerOf = new ArrayList<>(); // [part]
  private final Map<Integer, String> cellOf = new TreeMap<>(); // loose part -> where it came from

  /**
   * For a tiling in which true shapes may be.
   *
   * @param trueShapes codes of areas that stay as they are and take nothing
   * @param settledInside codes of cells that share a true polygon; they stay and may take slivers
   */
  Slivers(Set<String> trueShapes, Set<String> settledInside) {
    this.trueShapes = trueShapes;
    this.settledInside = settledInside;
  }

  /** Whose the rest of a ground is in which no cell is. */
  static String rest(String ground) {
    return REST + ground;
  }

  /** The tiling without slivers and without rests, in the same order. */
  List<Feature> settled(List<Feature> faces) {
    if (trueShapes.isEmpty()) {
      return withoutRests(faces); // only true shapes make slivers
    }
    faces.forEach(this::addParts);
    Topology topology =
        Topology.of(Grid.FINE, parts.stream().map(part -> Feature.of("", part)).toList());
    List<Borders.Border> borders = Borders.of(topology, 0);
    keepWhatTouchesNoTrueShape(borders);
    boolean given = true;
    while (given) { // there may be slivers behind slivers
      given = giveAway(borders);
    }
    return merged(faces);
  }

  private static List<Feature> withoutRests(List<Feature> faces) {
    return faces.stream().filter(face -> !face.id().startsWith(REST)).toList();
  }

  private void addParts(Feature face) {
    if (trueShapes.contains(face.id()) || settledInside.contains(face.id())) {
      add(face.geometry(), face.id());
      return;
    }
    boolean isRest = face.id().startsWith(REST);
    double largest = 0;
    for (int p = 0; p < face.geometry().getNumGeometries(); p++) {
      largest = Math.max(largest, face.geometry().getGeometryN(p).getArea());
    }
    for (int p = 0; p < face.geometry().getNumGeometries(); p++) {
      Geometry part = face.geometry().getGeometryN(p);
      boolean mayBeLoose = isRest || part.getArea() < largest;
      if (mayBeLoose && 2 * part.getArea() / part.getLength() < MAX_WIDTH) {
        cellOf.put(parts.size(), isRest ? NOBODY : face.id());
        add(part, NOBODY);
      } else if (!isRest) {
        add(part, face.id());
      }
    }
  }

  private void add(Geometry part, String owner) {
    parts.add(part);
    ownerOf.add(owner);
  }

  /** An islet that no true polygon touches is no sliver. */
  private void keepWhatTouchesNoTrueShape(List<Borders.Border> borders) {
    Set<Integer> touching = new HashSet<>();
    for (Borders.Border border : borders) {
      if (trueShapes.contains(ownerOf.get(border.from()))) {
        touching.add(border.to());
      }
      if (trueShapes.contains(ownerOf.get(border.to()))) {
        touching.add(border.from());
      }
    }
    cellOf.forEach((part, cell) -> {
      if (!touching.contains(part)) {
        ownerOf.set(part, cell);
      }
    });
  }

  private boolean giveAway(List<Borders.Border> borders) {
    Map<Integer, Double> longest = new HashMap<>();
    Map<Integer, String> taker = new TreeMap<>();
    for (Borders.Border border : borders) {
      offer(border.from(), border.to(), border.km(), longest, taker);
      offer(border.to(), border.from(), border.km(), longest, taker);
    }
    taker.forEach(ownerOf::set);
    return !taker.isEmpty();
  }

  private void offer(
      int part, int beside, double km, Map<Integer, Double> longest, Map<Integer, String> taker) {
    String owner = ownerOf.get(beside);
    if (ownerOf.get(part).equals(NOBODY)
        && !owner.equals(NOBODY)
        && !trueShapes.contains(owner)
        && km > longest.getOrDefault(part, 0.0)) {
      longest.put(part, km);
      taker.put(part, owner);
    }
  }

  /** The areas of the parts; those that neither gave nor took stay the very same. */
  private List<Feature> merged(List<Feature> faces) {
    Map<String, List<Geometry>> partsOf = new HashMap<>();
    for (int part = 0; part < parts.size(); part++) {
      partsOf.computeIfAbsent(ownerOf.get(part), none -> new ArrayList<>()).add(parts.get(part));
    }
    List<Feature> merged = new ArrayList<>();
    for (Feature face : withoutRests(faces)) {
      List<Geometry> now = partsOf.getOrDefault(face.id(), List.of());
      double area = now.stream().mapToDouble(Geometry::getArea).sum();
      if (Math.abs(area - face.geometry().getArea()) < 1e-12) {
        merged.add(face);
      } else {
        merged.add(Feature.of(face.id(), Tiling.sum(now).norm()));
      }
    }
    return merged;
  }
}
