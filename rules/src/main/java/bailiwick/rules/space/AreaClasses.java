package bailiwick.rules.space;

import bailiwick.core.area.AreaPath;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Areas: a class for each area that some rule names, which holds what lies in it and in no narrower
 * named one, and a class for what lies in none.
 */
final class AreaClasses implements TextClasses {

  private static final long serialVersionUID = 1L;
  private static final int OUTSIDE = 1;
  private static final int FIRST_NAMED = 2;

  private final List<String> named; // in order of their paths
  private final TextTable numbers;

  private AreaClasses(List<String> named) {
    this.named = named;
    this.numbers = new TextTable(named);
  }

  /** O(values named × log values named). */
  static Divided divide(List<Question> asked) {
    SortedSet<String> paths = new TreeSet<>(AreaClasses::compare);
    for (Question question : asked) {
      areasOf(question).forEach(area -> paths.add(area.text()));
    }
    var classes = new AreaClasses(List.copyOf(paths));
    int[] ends = classes.ends();
    Map<Integer, Runs> classesOf = HashMap.newHashMap(asked.size());
    for (Question question : asked) {
      var pieces = new Pieces();
      if (question.atom().unknown()) {
        pieces.add(UNKNOWN, UNKNOWN + 1);
      }
      for (Value area : areasOf(question)) {
        int number = classes.numbers.find(area.text());
        pieces.add(FIRST_NAMED + number, FIRST_NAMED + ends[number]);
      }
      classesOf.put(question.number(), pieces.build());
    }
    return new Divided(classes, classesOf);
  }

  private static List<Value> areasOf(Question question) {
    return question.atom() instanceof Condition.Within within ? within.areas() : List.of();
  }

  /** For each named area, where those that lie in it end: they stand right behind it. */
  private int[] ends() {
    int[] ends = new int[named.size()];
    for (int number = named.size() - 1; number >= 0; number--) {
      int end = number + 1;
      while (end < named.size() && AreaPath.isWithin(named.get(end), named.get(number))) {
        end = ends[end];
      }
      ends[number] = end;
    }
    return ends;
  }

  /** Orders paths so that what lies in an area stands right behind it. */
  private static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char mine = one.charAt(i);
      char its = other.charAt(i);
      if (mine != its) {
        return mine == AreaPath.SEPARATOR
            ? -1
            : its == AreaPath.SEPARATOR ? 1 : Character.compare(mine, its);
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /** The areas that rules name, each in the narrowest one around it. */
  ClassTree tree() {
    List<ClassTree.Named> names = new ArrayList<>();
    Map<String, String> parentOf = new HashMap<>();
    for (int area = 0; area < named.size(); area++) {
      String path = named.get(area);
      names.add(new ClassTree.Named(path, ClassTree.NO_CLASS, FIRST_NAMED + area));
      var up = AreaPath.findParent(path);
      while (up.isPresent() && numbers.find(up.get()) < 0) {
        up = AreaPath.findParent(up.get());
      }
      up.ifPresent(around -> parentOf.put(path, around));
    }
    return ClassTree.of(OUTSIDE, names, parentOf);
  }

  @Override
  public int count() {
    return named.size() + FIRST_NAMED;
  }

  @Override
  public int classOf(String path) {
    int length = path.length();
    int hash = path.hashCode();
    while (true) {
      int number = numbers.find(path, length, hash);
      if (number >= 0) {
        return FIRST_NAMED + number;
      }
      char last;
      do {
        if (length == 0) {
          return OUTSIDE;
        }
        last = path.charAt(--length);
        hash = TextTable.withoutLast(hash, last);
      } while (last != AreaPath.SEPARATOR);
    }
  }

  /**
   * Named areas in widening circles: those under the same parent first, then those under the one
   * above it. Within a circle those whose keys stand near come first; postcodes near in number
   * mostly lie near each other.
   */
  @Override
  public Stream<Neighbour> neighbours(@Nullable AttributeValue from) {
    var circles = new Circles(from == null ? "" : ValueClasses.text(from));
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(circles, Spliterator.ORDERED), false);
  }

  /** Walks outwards from a path, circle by circle, one step above and one below in turn. */
  private final class Circles implements Iterator<Neighbour> {

    private final int levels;
    private Optional<String> circle;
    private int widened = 1;
    private int below;
    private int above;
    private boolean turnedBelow;

    Circles(String path) {
      this.levels = levels(path);
      this.circle = AreaPath.findParent(path);
      this.above = search(path);
      this.below = above - 1;
    }

    @Override
    public boolean hasNext() {
      return below >= 0 || above < named.size();
    }

    @Override
    public Neighbour next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      while (!isInCircle(below) && !isInCircle(above)) {
        circle = circle.flatMap(AreaPath::findParent);
        widened++;
      }
      turnedBelow = isInCircle(below) && !(turnedBelow && isInCircle(above));
      int position = turnedBelow ? below-- : above++;
      return new Neighbour(
          new AttributeValue.Text(named.get(position)),
          FIRST_NAMED + position,
          (double) Math.min(widened, levels) / levels);
    }

    private boolean isInCircle(int position) {
      return position >= 0
          && position < named.size()
          && (circle.isEmpty() || AreaPath.isWithin(named.get(position), circle.get()));
    }
  }

  private int search(String path) {
    int position = Collections.binarySearch(named, path, AreaClasses::compare);
    return position >= 0 ? position : -position - 1;
  }

  private static int levels(String path) {
    return 1 + (int) path.chars().filter(c -> c == AreaPath.SEPARATOR).count();
  }
}
