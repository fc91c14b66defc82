package bailiwick.rules.lookup;

import bailiwick.rules.space.Formula;
import bailiwick.rules.space.NumberedRules;
import bailiwick.rules.space.Question;
import bailiwick.rules.space.Runs;
import bailiwick.rules.space.Truth;
import bailiwick.rules.space.ValueClasses;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the classes of one column in which each rule may hold. Not thread-safe. */
final class HoldingRuns {

  private final List<Formula> formulas;
  private final int column;
  private final ValueClasses.Divided divided;
  private final BitSet holding = new BitSet();

  private HoldingRuns(List<Formula> formulas, int column, ValueClasses.Divided divided) {
    this.formulas = formulas;
    this.column = column;
    this.divided = divided;
  }

  /** [rule] -> classes. O(runs of the questions × size of the rule). */
  static Runs[] of(NumberedRules numbered, int column, ValueClasses.Divided divided) {
    var finder = new HoldingRuns(numbered.formulas(), column, divided);
    Runs all = Runs.of(0, divided.classes().count());
    Runs[] where = new Runs[numbered.formulas().size()];
    List<Question> questions = numbered.questions(column);
    int next = 0;
    for (int rule = 0; rule < where.length; rule++) {
      int from = next;
      while (next < questions.size() && questions.get(next).rule() == rule) {
        next++;
      }
      Runs found = finder.find(rule, questions.subList(from, next));
      where[rule] = found.equals(all) ? all : found;
    }
    return where;
  }

  private Runs find(int rule, List<Question> asked) {
    var runs = new Runs.Builder();
    long[] turns = turns(asked);
    int count = divided.classes().count();
    int turn = 0;
    int from = 0;
    while (from < count) {
      while (turn < turns.length && turns[turn] >>> 32 == from) {
        holding.flip((int) turns[turn++]);
      }
      int to = turn < turns.length ? (int) (turns[turn] >>> 32) : count;
      if (Truth.mayHold(formulas.get(rule), column, holding)) {
        runs.add(from, to);
      }
      from = to;
    }
    asked.forEach(question -> holding.clear(question.number()));
    return runs.build();
  }

  /** Where a question begins to hold or ceases to, as class and number, in order. */
  private long[] turns(List<Question> asked) {
    long[] turns =
        asked.stream()
            .flatMapToLong(question -> {
              Runs runs = divided.classesOf().getOrDefault(question.number(), Runs.NONE);
              return IntStream.range(0, runs.size())
                  .mapToLong(place -> ((long) runs.end(place) << 32) | question.number());
            })
            .toArray();
    Arrays.sort(turns);
    return turns;
  }
}
