package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Words and ids: a class for each that some rule names, and one for all others. */
final class WordClasses implements TextClasses {

  private static final long serialVersionUID = 1L;
  private static final int OTHER = 1;
  private static final int FIRST_NAMED = 2;

  private final TextTable named;
  private final String other; // a word that no rule names

  private WordClasses(TextTable named) {
    this.named = named;
    this.other = other(named);
  }

  /** The words that rules name. */
  ClassTree tree() {
    List<ClassTree.Named> names =
        IntStream.range(0, named.size())
            .mapToObj(number ->
                new ClassTree.Named(named.text(number), FIRST_NAMED + number, ClassTree.NO_CLASS))
            .toList();
    return ClassTree.of(OTHER, names, Map.of());
  }

  /** O(values named). */
  static Divided divide(List<Question> asked) {
    Set<String> words = new LinkedHashSet<>();
    for (Question question : asked) {
      valuesOf(question).forEach(value -> words.add(value.text()));
    }
    var classes = new WordClasses(new TextTable(List.copyOf(words)));
    Map<Integer, Runs> classesOf = HashMap.newHashMap(asked.size());
    for (Question question : asked) {
      var pieces = new Pieces();
      if (question.atom().unknown()) {
        pieces.add(UNKNOWN, UNKNOWN + 1);
      }
      for (Value value : valuesOf(question)) {
        int of = classes.classOf(value.text());
        pieces.add(of, of + 1);
      }
      classesOf.put(question.number(), pieces.build());
    }
    return new Divided(classes, classesOf);
  }

  private static List<Value> valuesOf(Question question) {
    return question.atom() instanceof Condition.In in ? in.values() : List.of();
  }

  @Override
  public int count() {
    return FIRST_NAMED + named.size();
  }

  @Override
  public int classOf(String text) {
    int number = named.find(text);
    return number < 0 ? OTHER : FIRST_NAMED + number;
  }

  @Override
  public int gap(@Nullable AttributeValue from) {
    return FIRST_NAMED;
  }

  /** All words are equally far but the one that no rule names, which comes last. */
  @Override
  public @Nullable Neighbour neighbour(@Nullable AttributeValue from, int of) {
    return switch (of) {
      case UNKNOWN -> null;
      case OTHER -> new Neighbour(new AttributeValue.Text(other), OTHER, 1);
      default -> {
        String word = named.text(of - FIRST_NAMED);
        yield new Neighbour(new AttributeValue.Text(word), of, Math.nextDown(1.0));
      }
    };
  }

  private static String other(TextTable named) {
    String other = "other";
    while (named.find(other) >= 0) {
      other += "-";
    }
    return other;
  }
}
