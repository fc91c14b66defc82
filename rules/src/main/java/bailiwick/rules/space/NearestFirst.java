package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.space.ValueClasses.Neighbour;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Walks outwards through classes from where a value belongs, the nearer of both sides first and the
 * sides in turn where they are equally near. Makes values only as far as it is asked.
 */
public final class NearestFirst implements Iterator<Neighbour> {

  private final ValueClasses classes;
  private final @Nullable AttributeValue from;
  private final int start;
  private final int end;
  private int nextLeft;
  private int nextRight;
  private @Nullable Neighbour left;
  private @Nullable Neighbour right;
  private boolean turnedLeft;

  /** A walk within the classes from a start to before an end. */
  NearestFirst(ValueClasses classes, @Nullable AttributeValue from, int gap, int start, int end) {
    this.classes = classes;
    this.from = from;
    this.start = start;
    this.end = end;
    this.nextRight = Math.clamp(gap, start, end);
    this.nextLeft = nextRight - 1;
    goLeft();
    goRight();
  }

  private void goLeft() {
    left = null;
    while (left == null && nextLeft >= start) {
      left = classes.neighbour(from, nextLeft--);
    }
  }

  private void goRight() {
    right = null;
    while (right == null && nextRight < end) {
      right = classes.neighbour(from, nextRight++);
    }
  }

  @Override
  public boolean hasNext() {
    return left != null || right != null;
  }

  @Override
  public Neighbour next() {
    Neighbour below = left;
    Neighbour above = right;
    if (below != null && (above == null || isLeftFirst(below, above))) {
      turnedLeft = true;
      goLeft();
      return below;
    }
    if (above == null) {
      throw new NoSuchElementException();
    }
    turnedLeft = false;
    goRight();
    return above;
  }

  private boolean isLeftFirst(Neighbour below, Neighbour above) {
    return below.distance() == above.distance() ? !turnedLeft : below.distance() < above.distance();
  }
}
