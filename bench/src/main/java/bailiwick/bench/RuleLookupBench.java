package bailiwick.bench;

import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.lookup.PlainMatcher;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.syntax.RuleSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decisions by the rules of an alignment of a large country: the compiled lookup, the same with its
 * explanation, and the plain matcher as the yardstick. Before anything is counted, all three decide
 * the same leads and must agree.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
public class RuleLookupBench {

  private static final int SUBJECTS = 4_096;
  private static final int COMPARED = 300;

  /** How many territories the country is divided into. */
  @Param({"40", "600"})
  public int territories;

  private RuleWorld world;
  private RuleSet rules;
  private RuleLookup lookup;
  private LeadRouter router;
  private PlainMatcher plain;
  private List<Subject> subjects;
  private int next;

  /** Builds the country and compares the three ways of deciding. */
  @Setup
  public void setUp() {
    world = new RuleWorld(territories);
    rules = world.cover();
    lookup = world.compile(rules);
    router = new LeadRouter(lookup);
    plain = new PlainMatcher(rules, Dimensions.STANDARD);
    subjects = world.subjects(SUBJECTS);
    int expected = checksum(subject -> plain.findTerritory(subject).hashCode());
    requireSame("lookup", expected, subject -> lookup.findTerritory(subject).hashCode());
    requireSame("router", expected, subject -> router.decide(subject).findTerritory().hashCode());
  }

  /** One decision. */
  @Benchmark
  public Object decide() {
    return lookup.findTerritory(subject());
  }

  /** One decision with its full explanation. */
  @Benchmark
  public Object explain() {
    return router.decide(subject());
  }

  /** One decision, rule by rule. */
  @Benchmark
  public Object decidePlainly() {
    return plain.findTerritory(subject());
  }

  /** The whole rule set from tree to lookup. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Object compile() {
    return world.compile(rules);
  }

  /** The alignment to its cover. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Object cover() {
    return world.cover();
  }

  private Subject subject() {
    next = (next + 1) & (SUBJECTS - 1);
    return subjects.get(next);
  }

  private int checksum(ToIntFunction<Subject> decide) {
    int sum = 1;
    for (Subject subject : subjects.subList(0, COMPARED)) {
      sum = 31 * sum + decide.applyAsInt(subject);
    }
    return sum;
  }

  private void requireSame(String name, int expected, ToIntFunction<Subject> decide) {
    int actual = checksum(decide);
    if (actual != expected) {
      throw new IllegalStateException(
          "The checksum of the %s (%s) must be that of the plain matcher (%s)."
              .formatted(name, actual, expected));
    }
  }
}
