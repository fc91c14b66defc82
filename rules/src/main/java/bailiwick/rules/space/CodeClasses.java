package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.CodeScheme;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Codes as a prefix tree: for each code that some rule names a class of the code itself, and one of
 * the longer codes that start with it and with no longer named one; and a class for all others.
 */
final class CodeClasses implements TextClasses {

  private static final long serialVersionUID = 1L;
  private static final int OTHER = 1;

  private static final int FIRST_NAMED = 2;

  private final TextTable named; // in their order, two classes for each: itself, longer ones
  private final int longest;
  private final String[] samples; // [class] -> one of its codes, empty when it has none

  private CodeClasses(List<String> named, CodeScheme scheme) {
    this.named = new TextTable(named);
    this.longest = named.stream().mapToInt(String::length).max().orElse(0);
    this.samples = samples(scheme);
  }

  /** O(values named × log values named). */
  static Divided divide(List<Question> asked, CodeScheme scheme) {
    SortedSet<String> codes = new TreeSet<>();
    for (Question question : asked) {
      valuesOf(question).forEach(code -> codes.add(code.text()));
    }
    var classes = new CodeClasses(List.copyOf(codes), scheme);
    int[] ends = classes.ends();
    Map<Integer, Runs> classesOf = HashMap.newHashMap(asked.size());
    for (Question question : asked) {
      var pieces = new Pieces();
      if (question.atom().unknown()) {
        pieces.add(UNKNOWN, UNKNOWN + 1);
      }
      for (Value code : valuesOf(question)) {
        int number = classes.named.find(code.text());
        boolean prefix = question.atom() instanceof Condition.Prefix;
        pieces.add(itself(number), prefix ? itself(ends[number]) : itself(number) + 1);
      }
      classesOf.put(question.number(), pieces.build());
    }
    return new Divided(classes, classesOf);
  }

  private static List<Value> valuesOf(Question question) {
    return switch (question.atom()) {
      case Condition.In in -> in.values();
      case Condition.Prefix prefix -> prefix.prefixes();
      case Condition.Range range -> List.of();
      case Condition.Within within -> List.of();
      case Condition.Listed listed -> List.of();
    };
  }

  /** For each named code, where those that start with it end: they stand right behind it. */
  private int[] ends() {
    int[] ends = new int[named.size()];
    for (int number = ends.length - 1; number >= 0; number--) {
      int end = number + 1;
      while (end < ends.length && named.text(end).startsWith(named.text(number))) {
        end = ends[end];
      }
      ends[number] = end;
    }
    return ends;
  }

  private static int itself(int number) {
    return FIRST_NAMED + 2 * number;
  }

  /** The codes that rules name, each below its longest prefix among them. */
  ClassTree tree() {
    List<ClassTree.Named> names = new ArrayList<>();
    Map<String, String> parentOf = new HashMap<>();
    for (int number = 0; number < named.size(); number++) {
      String code = named.text(number);
      names.add(new ClassTree.Named(code, itself(number), itself(number) + 1));
      for (int length = code.length() - 1; length > 0; length--) {
        if (named.find(code.substring(0, length)) >= 0) {
          parentOf.put(code, code.substring(0, length));
          break;
        }
      }
    }
    return ClassTree.of(OTHER, names, parentOf);
  }

  @Override
  public int count() {
    return itself(named.size());
  }

  @Override
  public int classOf(String code) {
    int length = code.length();
    int hash = code.hashCode();
    for (; length > longest; length--) {
      hash = TextTable.withoutLast(hash, code.charAt(length - 1));
    }
    for (; length > 0; length--) {
      int number = named.find(code, length, hash);
      if (number >= 0) {
        return length == code.length() ? itself(number) : itself(number) + 1;
      }
      hash = TextTable.withoutLast(hash, code.charAt(length - 1));
    }
    return OTHER;
  }

  @Override
  public int gap(@Nullable AttributeValue from) {
    if (from == null) {
      return FIRST_NAMED;
    }
    String code = ValueClasses.text(from);
    int low = 0; // named codes below stand before the code
    for (int high = named.size(); low < high; ) {
      int middle = (low + high) >>> 1;
      if (named.text(middle).compareTo(code) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return itself(low);
  }

  /** Codes that share a longer prefix with the subject's are nearer. */
  @Override
  public @Nullable Neighbour neighbour(@Nullable AttributeValue from, int of) {
    String sample = samples[of];
    if (sample.isEmpty()) {
      return null;
    }
    String code = from == null ? "" : ValueClasses.text(from);
    return code.equals(sample)
        ? null
        : new Neighbour(new AttributeValue.Text(sample), of, distance(code, sample));
  }

  private double distance(String code, String sample) {
    int same = 0;
    while (same < Math.min(code.length(), sample.length())
        && code.charAt(same) == sample.charAt(same)) {
      same++;
    }
    return Math.max(0.01, 1 - (double) same / Math.max(1, Math.max(longest, code.length())));
  }

  // Codes are digits as a rule, so a class of longer or other codes is shown by a digit more, and
  // by a letter where every digit leads to another class.
  private String[] samples(CodeScheme scheme) {
    String[] sampleOf = new String[count()];
    Arrays.fill(sampleOf, "");
    for (int number = 0; number < named.size(); number++) {
      sampleOf[itself(number)] = named.text(number);
      addLonger(named.text(number), scheme, sampleOf);
    }
    addLonger("", scheme, sampleOf);
    return sampleOf;
  }

  private void addLonger(String start, CodeScheme scheme, String[] sampleOf) {
    for (String code : scheme.below(start)) {
      int of = classOf(code);
      if (sampleOf[of].isEmpty() && named.find(code) < 0) {
        sampleOf[of] = code;
        return;
      }
    }
  }
}
