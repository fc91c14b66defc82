package bailiwick.rules.space;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words and ids: a class for each that some rule names, and one for all others. */
record WordClasses(Map<String, Integer> classOf) implements ValueClasses {

  private static final int OTHER = 1;

  static Divided divide(List<Question> asked) {
    Map<String, Integer> classOf = new LinkedHashMap<>();
    List<Questions> questions = new ArrayList<>(List.of(new Questions(), new Questions()));
    for (Question question : asked) {
      if (question.atom().unknown()) {
        questions.get(UNKNOWN).add(question.number());
      }
      for (Value value : valuesOf(question.atom())) {
        int of = classOf.computeIfAbsent(value.text(), text -> classOf.size() + 2);
        if (of == questions.size()) {
          questions.add(new Questions());
        }
        questions.get(of).add(question.number());
      }
    }
    return new Divided(new WordClasses(classOf), questions);
  }

  /** The words that rules name. */
  ClassTree tree() {
    List<ClassTree.Named> names = new ArrayList<>();
    classOf.forEach((word, of) -> names.add(new ClassTree.Named(word, of, ClassTree.NO_CLASS)));
    return ClassTree.of(OTHER, names, Map.of());
  }

  private static List<Value> valuesOf(Condition.Atom atom) {
    return atom instanceof Condition.In in ? in.values() : List.of();
  }

  @Override
  public int count() {
    return classOf.size() + 2;
  }

  @Override
  public int classOf(AttributeValue value) {
    return classOf.getOrDefault(ValueClasses.text(value), OTHER);
  }

  @Override
  public Stream<Neighbour> neighbours(@Nullable AttributeValue from) {
    String other = "other";
    while (classOf.containsKey(other)) {
      other += "-";
    }
    return Stream.concat(classOf.keySet().stream(), Stream.of(other))
        .map(word ->
            new Neighbour(new AttributeValue.Text(word), classOf.getOrDefault(word, OTHER), 1));
  }
}
