package bailiwick.rules.space;

import bailiwick.core.area.AreaPath;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Areas: a class for each area that some rule names, which holds what lies in it and in no narrower
 * named one, and a class for what lies in none.
 */
final class AreaClasses implements TextClasses {

  private static final long serialVersionUID = 1L;
  private static final int OUTSIDE = 1;
  private static final int FIRST_NAMED = 2;

  /** Stands for areas that no rule names; no key of a country. */
  private static final String ELSEWHERE = "elsewhere";

  /** How far named areas are at most: the others are further still. */
  private static final double FURTHEST = Math.nextDown(1.0);

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

  @Override
  public int gap(@Nullable AttributeValue from) {
    return FIRST_NAMED + (from == null ? 0 : search(ValueClasses.text(from)));
  }

  /**
   * Named areas lie in widening circles: those under the same parent first, then those under the
   * one above it. Postcodes near in number mostly lie near each other.
   */
  @Override
  public @Nullable Neighbour neighbour(@Nullable AttributeValue from, int of) {
    if (of == UNKNOWN) {
      return null;
    }
    if (of == OUTSIDE) {
      boolean isNamed = numbers.find(ELSEWHERE) >= 0;
      return isNamed ? null : new Neighbour(new AttributeValue.Text(ELSEWHERE), OUTSIDE, 1);
    }
    String path = named.get(of - FIRST_NAMED);
    double distance = from == null ? 1 : distance(ValueClasses.text(from), path);
    return new Neighbour(new AttributeValue.Text(path), of, Math.min(distance, FURTHEST));
  }

  /** How many circles must be left to reach another area, of all there are. */
  private static double distance(String from, String path) {
    int levels = 1;
    int shared = 0; // keys from the country down that both have
    boolean same = true;
    for (int i = 0; i <= from.length(); i++) {
      boolean ends = i == from.length() || from.charAt(i) == AreaPath.SEPARATOR;
      boolean itsEnds =
          i == path.length() || (i < path.length() && path.charAt(i) == AreaPath.SEPARATOR);
      levels += ends && i < from.length() ? 1 : 0;
      same &= ends ? itsEnds : i < path.length() && from.charAt(i) == path.charAt(i);
      shared += ends && same ? 1 : 0;
    }
    return (double) Math.max(1, levels - shared) / levels;
  }

  private int search(String path) {
    int position = Collections.binarySearch(named, path, AreaClasses::compare);
    return position >= 0 ? position : -position - 1;
  }
}
