package bailiwick.rules.propose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at conjunctions of questions, the short ones first, branch and bound: one more question
 * never covers more, so that what covers no more than the best gains is not followed.
 */
final class ConjunctionSearch {

  /**
   * A conjunction.
   *
   * @param questions numbers of the candidates, ascending
   */
  record Found(List<Integer> questions, long covered, long others) {
    long gain() {
      return covered - others;
    }
  }

  private final long[] wanted; // [kind] -> subjects wanted; kinds with some come first
  private final long[] others; // [kind] -> other subjects
  private final int wantedKinds;
  private final List<Column> columns;
  private final long leastCovered;
  private final long mostSteps;
  private long steps;
  private @Nullable Found best;

  /** Of one question, the kinds that it holds for. */
  private record Column(int question, BitSet kinds) {}

  ConjunctionSearch(Map<BitSet, long[]> counts, int questions, long wanted, long mostSteps) {
    List<Map.Entry<BitSet, long[]>> kinds = new ArrayList<>();
    counts.entrySet().stream().filter(kind -> kind.getValue()[0] > 0).forEach(kinds::add);
    this.wantedKinds = kinds.size();
    counts.entrySet().stream().filter(kind -> kind.getValue()[0] == 0).forEach(kinds::add);
    this.wanted = kinds.stream().mapToLong(kind -> kind.getValue()[0]).toArray();
    this.others = kinds.stream().mapToLong(kind -> kind.getValue()[1]).toArray();
    this.columns = columns(kinds, questions);
    this.leastCovered = (wanted + 1) / 2;
    this.mostSteps = mostSteps;
  }

  /** Questions that hold for the same kinds are one: the first stands for them. */
  private static List<Column> columns(List<Map.Entry<BitSet, long[]>> kinds, int questions) {
    Set<BitSet> seen = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    for (int question = 0; question < questions; question++) {
      BitSet holds = new BitSet(kinds.size());
      for (int kind = 0; kind < kinds.size(); kind++) {
        holds.set(kind, kinds.get(kind).getKey().get(question));
      }
      if (seen.add(holds)) {
        columns.add(new Column(question, holds));
      }
    }
    return columns;
  }

  void run() {
    BitSet all = new BitSet(wanted.length);
    all.set(0, wanted.length);
    for (int length = 1; length <= RuleProposer.MOST_QUESTIONS && isComplete(); length++) {
      extend(all, List.of(), 0, length);
    }
  }

  /** The best, when it gains anything. */
  Optional<Found> findBest() {
    return Optional.ofNullable(best);
  }

  /** Whether it came to the end. */
  boolean isComplete() {
    return steps <= mostSteps;
  }

  private void extend(BitSet kinds, List<Integer> questions, int from, int missing) {
    for (int number = from; number < columns.size() && isComplete(); number++) {
      Column column = columns.get(number);
      BitSet both = (BitSet) kinds.clone();
      both.and(column.kinds);
      long covered = covered(both);
      if (covered < leastCovered || covered <= gained()) {
        continue; // nor could any that asks more
      }
      List<Integer> longer = new ArrayList<>(questions);
      longer.add(column.question);
      if (missing > 1) {
        extend(both, longer, number + 1, missing - 1);
      } else {
        judge(new Found(List.copyOf(longer), covered, taken(both)));
      }
    }
  }

  private long gained() {
    return best == null ? 0 : best.gain();
  }

  private void judge(Found found) {
    Found before = best;
    if (found.gain() > gained()
        || (before != null
            && found.gain() == before.gain()
            && found.questions.size() == before.questions.size()
            && found.covered > before.covered)) {
      best = found;
    }
  }

  private long covered(BitSet kinds) {
    long sum = 0;
    for (int kind = kinds.nextSetBit(0);
        kind >= 0 && kind < wantedKinds;
        kind = kinds.nextSetBit(kind + 1)) {
      sum += wanted[kind];
      steps++;
    }
    steps += 1 + wanted.length / Long.SIZE;
    return sum;
  }

  private long taken(BitSet kinds) {
    long sum = 0;
    for (int kind = kinds.nextSetBit(0); kind >= 0; kind = kinds.nextSetBit(kind + 1)) {
      sum += others[kind];
      steps++;
    }
    return sum;
  }
}
