package bailiwick.rules.propose;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns the rule that reproduces exceptions: a conjunction of at most {@link #MOST_QUESTIONS}
 * questions that holds for at least half of some subjects, so that what it covers less what it
 * takes besides is as much as can be. Of equally good ones the shortest wins, then the one that
 * covers more, then the first in the order of dimensions and values. Same subjects, same rule, in
 * whatever order they come. Not thread-safe.
 *
 * <p>Subjects that answer every question alike are counted together, so that a million others cost
 * one look each, and the search the number of kinds.
 *
 * <p>Known limits: questions are those that the subjects' own values suggest, one value each; at
 * most {@link #MOST_STEPS} steps are taken, and then the best so far is told as such.
 */
public final class RuleProposer {

  /** A rule with more questions is no pattern that people would write. */
  public static final int MOST_QUESTIONS = 3;

  /** One or two accounts have everything in common by chance. */
  public static final int FEWEST_SUBJECTS = 3;

  /** Kinds looked at in a search; seconds of work. */
  static final long MOST_STEPS = 400_000_000;

  private final List<Candidate> candidates;
  private final Map<String, int[]> byDimension; // dimension -> numbers of its candidates
  private final Map<BitSet, long[]> kinds = new HashMap<>(); // answers -> {wanted, others}
  private final long wanted;
  private final long mostSteps;

  private RuleProposer(Collection<Subject> wanted, Dimensions dimensions, long mostSteps) {
    this.candidates = Candidates.of(wanted, dimensions);
    this.byDimension = numbers(candidates);
    this.wanted = wanted.size();
    this.mostSteps = mostSteps;
    wanted.forEach(subject -> count(subject, 0));
  }

  /** Begins with the subjects that a rule is to hold for. */
  public static RuleProposer of(Collection<Subject> wanted, Dimensions dimensions) {
    return new RuleProposer(wanted, dimensions, MOST_STEPS);
  }

  static RuleProposer of(Collection<Subject> wanted, Dimensions dimensions, long mostSteps) {
    return new RuleProposer(wanted, dimensions, mostSteps);
  }

  private static Map<String, int[]> numbers(List<Candidate> candidates) {
    Map<String, BitSet> sets = new LinkedHashMap<>();
    for (int number = 0; number < candidates.size(); number++) {
      sets.computeIfAbsent(candidates.get(number).dimension(), name -> new BitSet()).set(number);
    }
    Map<String, int[]> numbers = new LinkedHashMap<>();
    sets.forEach((name, set) -> numbers.put(name, set.stream().toArray()));
    return numbers;
  }

  /** Adds one that it had better not hold for. O(questions). */
  public void addOther(Subject subject) {
    count(subject, 1);
  }

  private void count(Subject subject, int as) {
    BitSet answers = new BitSet(candidates.size());
    byDimension.forEach((dimension, numbers) -> {
      Optional<AttributeValue> value = subject.find(dimension);
      if (value.isPresent()) {
        for (int number : numbers) {
          if (candidates.get(number).holds().test(value.get())) {
            answers.set(number);
          }
        }
      }
    });
    if (as == 0 || !answers.isEmpty()) {
      kinds.computeIfAbsent(answers, kind -> new long[2])[as]++;
    }
  }

  /** The best rule for what was added so far. */
  public Proposal propose() {
    if (wanted < FEWEST_SUBJECTS) {
      return new Proposal.TooFew(wanted);
    }
    var search = new ConjunctionSearch(kinds, candidates.size(), wanted, mostSteps);
    search.run();
    return search
        .findBest()
        .<Proposal>map(best ->
            new Proposal.Fits(
                condition(best.questions()),
                best.questions().size(),
                best.covered(),
                best.others(),
                wanted,
                search.isComplete()))
        .orElseGet(() -> new Proposal.NoneFits(wanted, search.isComplete()));
  }

  private Condition condition(List<Integer> questions) {
    List<Condition> parts =
        questions.stream().map(number -> (Condition) candidates.get(number).condition()).toList();
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts, Span.NONE);
  }
}
