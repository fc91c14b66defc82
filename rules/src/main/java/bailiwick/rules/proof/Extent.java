package bailiwick.rules.proof;

import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.RuleSpace;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The points of a space that a finding speaks of, such as all that nobody owns. Immutable. */
public final class Extent {

  private final RuleSpace space;
  private final Diagram diagram;
  private final BitSet leaves;
  private final BigInteger points;
  private final int[] witness; // [axis] -> class; empty when there is no point
  private @Nullable BoxFinder finder; // made when first asked for; whose it is does not matter

  private Extent(
      RuleSpace space, Diagram diagram, BitSet leaves, BigInteger points, int[] witness) {
    this.space = space;
    this.diagram = diagram;
    this.leaves = leaves;
    this.points = points;
    this.witness = witness;
  }

  /** How many points there are. */
  public BigInteger points() {
    return points;
  }

  /** Whether there is no point. */
  public boolean isEmpty() {
    return points.signum() == 0;
  }

  /** One of the points, if there is any. */
  public Optional<Subject> witness() {
    return isEmpty() ? Optional.empty() : Optional.of(space.subject(witness));
  }

  /**
   * Boxes that cover points, none of which can be made wider in any one dimension without leaving
   * the extent; they may overlap. All of it when they are fewer than asked for, unless they overlap
   * in a million ways. O(boxes × dimensions × edges of the diagram).
   *
   * @param most how many, 1 to 30
   */
  public List<Box> boxes(int most) {
    return isEmpty() ? List.of() : finder().find(most);
  }

  /** Whether all points of a box are among them. O(edges of the diagram). */
  boolean hasAll(Box box) {
    return finder().isInside(box);
  }

  private BoxFinder finder() {
    BoxFinder known = finder;
    if (known == null) {
      known = new BoxFinder(space, diagram, this::hasLeaf);
      finder = known;
    }
    return known;
  }

  /** Whether the points of a leaf are among them. */
  boolean hasLeaf(int leaf) {
    return leaves.get(Diagram.placeOf(leaf));
  }

  /** The leaves whose points they are, as places from 0. */
  BitSet leaves() {
    return leaves;
  }

  /** The diagram whose leaves they are. */
  Diagram diagram() {
    return diagram;
  }

  /** Gathers the leaves of an extent. Not thread-safe. */
  static final class Builder {

    private final BitSet leaves = new BitSet();
    private BigInteger points = BigInteger.ZERO;
    private int[] witness = {};

    void add(int leaf, Diagram.Reached reached) {
      if (leaves.isEmpty()) {
        witness = reached.witness();
      }
      leaves.set(Diagram.placeOf(leaf));
      points = points.add(reached.points());
    }

    Extent build(RuleSpace space, Diagram diagram) {
      return new Extent(space, diagram, leaves, points, witness);
    }
  }
}
