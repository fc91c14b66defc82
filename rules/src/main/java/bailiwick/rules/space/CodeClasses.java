package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Codes as a prefix tree: for each code that some rule names a class of the code itself, and one of
 * the longer codes that start with it and with no longer named one; and a class for all others.
 */
final class CodeClasses implements ValueClasses {

  private static final long serialVersionUID = 1L;
  private static final int OTHER = 1;
  private static final String NEXT = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final Map<String, Integer> exactly; // named code -> class of the code itself
  private final Map<String, Integer> below; // named code -> class of longer codes
  private final int longest;
  private final List<String> samples; // codes, one of each class that has one

  private CodeClasses(Map<String, Integer> exactly, Map<String, Integer> below) {
    this.exactly = exactly;
    this.below = below;
    this.longest = exactly.keySet().stream().mapToInt(String::length).max().orElse(0);
    this.samples = samples();
  }

  private static final class Named {
    private final Questions exact = new Questions();
    private final Questions prefix = new Questions();
  }

  static Divided divide(List<Question> asked) {
    TreeMap<String, Named> named = new TreeMap<>();
    var unknown = new Questions();
    for (Question question : asked) {
      if (question.atom().unknown()) {
        unknown.add(question.number());
      }
      addValues(question, named);
    }
    List<Questions> questions = new ArrayList<>(List.of(unknown, new Questions()));
    Map<String, Integer> exactly = HashMap.newHashMap(named.size());
    Map<String, Integer> below = HashMap.newHashMap(named.size());
    for (String code : named.keySet()) {
      Questions ofLonger = prefixesOf(code, named);
      var ofCode = new Questions();
      ofCode.addAll(ofLonger);
      ofCode.addAll(named.getOrDefault(code, new Named()).exact);
      exactly.put(code, questions.size());
      questions.add(ofCode);
      below.put(code, questions.size());
      questions.add(ofLonger);
    }
    return new Divided(new CodeClasses(exactly, below), questions);
  }

  private static void addValues(Question question, Map<String, Named> named) {
    switch (question.atom()) {
      case Condition.In in -> {
        for (Value code : in.values()) {
          named.computeIfAbsent(code.text(), text -> new Named()).exact.add(question.number());
        }
      }
      case Condition.Prefix prefix -> {
        for (Value code : prefix.prefixes()) {
          named.computeIfAbsent(code.text(), text -> new Named()).prefix.add(question.number());
        }
      }
      case Condition.Range range -> {}
      case Condition.Within within -> {}
      case Condition.Listed listed -> {}
    }
  }

  private static Questions prefixesOf(String code, Map<String, Named> named) {
    var all = new Questions();
    for (int length = 1; length <= code.length(); length++) {
      Named prefix = named.get(code.substring(0, length));
      if (prefix != null) {
        all.addAll(prefix.prefix);
      }
    }
    return all;
  }

  /** The codes that rules name, each below its longest prefix among them. */
  ClassTree tree() {
    List<ClassTree.Named> names = new ArrayList<>();
    Map<String, String> parentOf = new HashMap<>();
    for (String code : new TreeMap<>(exactly).keySet()) {
      names.add(
          new ClassTree.Named(
              code,
              exactly.getOrDefault(code, ClassTree.NO_CLASS),
              below.getOrDefault(code, ClassTree.NO_CLASS)));
      for (int length = code.length() - 1; length > 0; length--) {
        if (exactly.containsKey(code.substring(0, length))) {
          parentOf.put(code, code.substring(0, length));
          break;
        }
      }
    }
    return ClassTree.of(OTHER, names, parentOf);
  }

  @Override
  public int count() {
    return 2 + exactly.size() + below.size();
  }

  @Override
  public int classOf(AttributeValue value) {
    String code = ValueClasses.text(value);
    Integer itself = exactly.get(code);
    if (itself != null) {
      return itself;
    }
    for (int length = Math.min(longest, code.length() - 1); length > 0; length--) {
      Integer longer = below.get(code.substring(0, length));
      if (longer != null) {
        return longer;
      }
    }
    return OTHER;
  }

  /** Codes that share the longest prefix with the subject's first. */
  @Override
  public Stream<Neighbour> neighbours(@Nullable AttributeValue from) {
    String code = from == null ? "" : ValueClasses.text(from);
    return samples.stream()
        .filter(sample -> !sample.equals(code))
        .map(sample -> neighbour(code, sample))
        .sorted(Comparator.comparingDouble(Neighbour::distance));
  }

  private Neighbour neighbour(String code, String sample) {
    var value = new AttributeValue.Text(sample);
    return new Neighbour(value, classOf(value), distance(code, sample));
  }

  private static double distance(String code, String sample) {
    int longer = Math.max(1, Math.max(code.length(), sample.length()));
    int same = 0;
    while (same < Math.min(code.length(), sample.length())
        && code.charAt(same) == sample.charAt(same)) {
      same++;
    }
    return Math.max(0.01, 1 - (double) same / longer);
  }

  // Codes are digits as a rule, so a class of longer or other codes is shown by a digit more, and
  // by a letter where every digit leads to another class.
  private List<String> samples() {
    Map<Integer, String> sampleOf = new TreeMap<>();
    exactly.forEach((code, itself) -> sampleOf.put(itself, code));
    List<String> starts = new ArrayList<>(exactly.keySet());
    starts.add("");
    for (String start : starts) {
      for (int next = 0; next < NEXT.length(); next++) {
        String code = start + NEXT.charAt(next);
        sampleOf.putIfAbsent(classOf(new AttributeValue.Text(code)), code);
      }
    }
    return sampleOf.values().stream().sorted(Comparator.comparingInt(String::length)).toList();
  }
}
