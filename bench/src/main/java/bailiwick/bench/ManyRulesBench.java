package bailiwick.bench;

import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.check.RuleChecker;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.source.Source;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Parsed;
import bailiwick.rules.syntax.RuleParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
 * A text of as many rules as anybody has: each of 1,000 postcodes cut into sizes of its own, each
 * size a rule. It is read, checked, compiled, proven and used. Before anything is counted, the
 * rules must decide accounts as they were cut, and the proof must find the sizes that were left
 * out.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
public class ManyRulesBench {

  private static final int AREAS = 1_000;
  private static final int TERRITORIES = 1_000;
  private static final int ACCOUNTS = 1_000_000;

  /** How many rules there are. */
  @Param("100000")
  public int rules;

  private Source source;
  private Parsed parsed;
  private RuleLookup lookup;
  private int[][] cuts; // [area] -> the first size of each rule

  /** Writes the text and checks what comes of it. */
  @Setup
  public void setUp() {
    source = new Source("many.rules", text());
    parsed = parse();
    lookup = compile();
    var random = new SplittableRandom(5);
    for (int account = 0; account < 10_000; account++) {
      int area = random.nextInt(AREAS);
      int size = random.nextInt(1_000_000);
      int place = Arrays.binarySearch(cuts[area], size);
      int rule = area * (rules / AREAS) + (place >= 0 ? place : -place - 2);
      if (!lookup.rule(lookup.findWinner(subject(area, size))).id().value().equals("r" + rule)) {
        throw new IllegalStateException("An account must fall to the rule of its size.");
      }
    }
    if (prove().verdict() != RuleProof.Verdict.COUNTEREXAMPLE) { // areas that no rule names
      throw new IllegalStateException("The proof must find what no rule names.");
    }
  }

  private String text() {
    var random = new SplittableRandom(4);
    int perArea = rules / AREAS;
    cuts = new int[AREAS][perArea];
    var text = new StringBuilder("rules many version 1\n");
    for (int t = 0; t < TERRITORIES; t++) {
      text.append("territory T").append(t).append(" {\n");
      int area = t; // a territory for each postcode keeps the text in the order of its rules
      for (int cut = 1; cut < perArea; cut++) {
        cuts[area][cut] = cut * 1_000_000 / perArea + random.nextInt(900_000 / perArea);
      }
      for (int cut = 0; cut < perArea; cut++) {
        text.append("  rule r")
            .append(area * perArea + cut)
            .append(" priority 50\n    when area within ");
        text.append(ProofWorld.word(0, area))
            .append("\n     and employees in ")
            .append(cuts[area][cut])
            .append("..");
        if (cut + 1 < perArea) {
          text.append(cuts[area][cut + 1] - 1);
        }
        text.append('\n');
      }
      text.append("}\n");
    }
    return text.toString();
  }

  private static Subject subject(int area, int size) {
    return Subject.UNKNOWN.withText("area", ProofWorld.word(0, area)).withNumber("employees", size);
  }

  /** The text to its tree. */
  @Benchmark
  public Parsed parse() {
    return RuleParser.parse(source);
  }

  /** The tree to what is wrong with it. */
  @Benchmark
  public Object check() {
    return new RuleChecker(Dimensions.STANDARD, null).check(parsed.rules());
  }

  /** The tree to its lookup, checked as well. */
  @Benchmark
  public RuleLookup compile() {
    return switch (RuleCompiler.withoutAreas(Dimensions.STANDARD).compile(parsed.rules())) {
      case Compilation.Compiled compiled -> compiled.lookup();
      case Compilation.Rejected rejected ->
          throw new IllegalStateException(rejected.problems().getFirst().message());
    };
  }

  /** The tree to its proof. */
  @Benchmark
  public RuleProof prove() {
    var checked = new CheckedRules(parsed.rules(), Dimensions.STANDARD);
    return RuleProof.of(RuleSpace.of(checked, Map.of()), Budget.USUAL);
  }

  /** A million decisions, one by one. */
  @Benchmark
  public Object decide() {
    var random = new SplittableRandom(6);
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      subjects.add(subject(random.nextInt(AREAS), random.nextInt(1_000_000)));
    }
    int sum = 0;
    for (int account = 0; account < ACCOUNTS; account++) {
      sum += lookup.findWinner(subjects.get(account % subjects.size()));
    }
    return sum;
  }
}
