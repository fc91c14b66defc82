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
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Areas: a class for each area that some rule names, which holds what lies in it and in no narrower
 * named one, and a class for what lies in none.
 */
final class AreaClasses implements ValueClasses {

  private static final long serialVersionUID = 1L;
  private static final int OUTSIDE = 1;
  private static final int FIRST_NAMED = 2;

  private final List<String> named; // in order of their paths
  private final Map<String, Integer> classOf;

  private AreaClasses(List<String> named, Map<String, Integer> classOf) {
    this.named = named;
    this.classOf = classOf;
  }

  static Divided divide(List<Question> asked) {
    TreeMap<String, Questions> own = new TreeMap<>();
    var unknown = new Questions();
    for (Question question : asked) {
      if (question.atom().unknown()) {
        unknown.add(question.number());
      }
      for (Value area : areasOf(question.atom())) {
        own.computeIfAbsent(area.text(), path -> new Questions()).add(question.number());
      }
    }
    List<Questions> questions = new ArrayList<>(List.of(unknown, new Questions()));
    Map<String, Integer> classOf = HashMap.newHashMap(own.size());
    own.forEach((path, questionsOfPath) -> {
      classOf.put(path, questions.size());
      questions.add(withThoseAround(path, questionsOfPath, own));
    });
    return new Divided(new AreaClasses(List.copyOf(own.keySet()), classOf), questions);
  }

  private static List<Value> areasOf(Condition.Atom atom) {
    return atom instanceof Condition.Within within ? within.areas() : List.of();
  }

  private static Questions withThoseAround(
      String path, Questions ofPath, Map<String, Questions> own) {
    var all = new Questions();
    all.addAll(ofPath);
    for (var up = AreaPath.findParent(path); up.isPresent(); up = AreaPath.findParent(up.get())) {
      Questions around = own.get(up.get());
      if (around != null) {
        all.addAll(around);
      }
    }
    return all;
  }

  /** The areas that rules name, each in the narrowest one around it. */
  ClassTree tree() {
    List<ClassTree.Named> names = new ArrayList<>();
    Map<String, String> parentOf = new HashMap<>();
    for (int area = 0; area < named.size(); area++) {
      String path = named.get(area);
      names.add(new ClassTree.Named(path, ClassTree.NO_CLASS, FIRST_NAMED + area));
      var up = AreaPath.findParent(path);
      while (up.isPresent() && !classOf.containsKey(up.get())) {
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
  public int classOf(AttributeValue value) {
    String path = ValueClasses.text(value);
    while (true) {
      Integer of = classOf.get(path);
      if (of != null) {
        return of;
      }
      int cut = path.lastIndexOf(AreaPath.SEPARATOR);
      if (cut < 0) {
        return OUTSIDE;
      }
      path = path.substring(0, cut);
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
    int position = Collections.binarySearch(named, path);
    return position >= 0 ? position : -position - 1;
  }

  private static int levels(String path) {
    return 1 + (int) path.chars().filter(c -> c == AreaPath.SEPARATOR).count();
  }
}
