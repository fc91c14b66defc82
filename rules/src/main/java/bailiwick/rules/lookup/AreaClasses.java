package bailiwick.rules.lookup;

import bailiwick.core.area.AreaPath;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Areas: a class for each area that some rule names, which holds what lies in it and in no narrower
 * named one, and a class for what lies in none.
 */
final class AreaClasses implements ValueClasses {

  private static final long serialVersionUID = 1L;
  private static final int OUTSIDE = 1;

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
    own.forEach(
        (path, questionsOfPath) -> {
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

  @Override
  public int count() {
    return named.size() + 2;
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
  public Iterable<Neighbour> neighbours(@Nullable AttributeValue from) {
    String path = from == null ? "" : ValueClasses.text(from);
    List<Neighbour> all = new ArrayList<>(named.size());
    int start = search(path);
    int below = start - 1;
    int above = start;
    int levels = levels(path);
    Optional<String> circle = AreaPath.findParent(path);
    for (int widened = 1; ; widened++) {
      String around = circle.orElse("");
      double distance = (double) Math.min(widened, levels) / levels;
      while (isInCircle(below, around) || isInCircle(above, around)) {
        if (isInCircle(above, around)) {
          all.add(neighbour(above++, distance));
        }
        if (isInCircle(below, around)) {
          all.add(neighbour(below--, distance));
        }
      }
      if (circle.isEmpty()) {
        return all;
      }
      circle = AreaPath.findParent(around);
    }
  }

  private boolean isInCircle(int position, String around) {
    return position >= 0
        && position < named.size()
        && (around.isEmpty() || AreaPath.isWithin(named.get(position), around));
  }

  private Neighbour neighbour(int position, double distance) {
    return new Neighbour(new AttributeValue.Text(named.get(position)), distance);
  }

  private int search(String path) {
    int position = Collections.binarySearch(named, path);
    return position >= 0 ? position : -position - 1;
  }

  private static int levels(String path) {
    return 1 + (int) path.chars().filter(c -> c == AreaPath.SEPARATOR).count();
  }
}
