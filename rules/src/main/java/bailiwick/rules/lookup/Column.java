package bailiwick.rules.lookup;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.ValueClasses;
import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * One dimension that rules ask about: the classes of its values, and for each class the rules that
 * may hold.
 *
 * @param rows {@code rows.get(class)}; classes alike share a row
 * @param holding question number to the classes it holds for; only for rules that rows alone do not
 *     decide
 */
record Column(
    Dimension dimension, ValueClasses classes, List<Row> rows, Map<Integer, BitSet> holding)
    implements Serializable {

  int classOf(Subject subject) {
    return classes.find(subject.values().get(dimension.name()));
  }

  Row rowOf(Subject subject) {
    return rows.get(classOf(subject));
  }

  boolean holds(int question, int of) {
    BitSet classesOfQuestion = holding.get(question);
    return classesOfQuestion != null && classesOfQuestion.get(of);
  }
}
