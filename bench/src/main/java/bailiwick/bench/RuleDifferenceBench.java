package bailiwick.bench;

import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.proof.AccountDifference;
import bailiwick.rules.proof.AccountDifference.Comparison;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.RuleDifference;
import bailiwick.rules.proof.RuleDifference.Hands;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * Two versions of rules over five fields, of which every hundredth rule went to another territory:
 * the exact list of the accounts that move, from their values, and the points over all fields.
 * Before anything is counted, the list must be that of deciding each account by each version.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
public class RuleDifferenceBench {

  private static final int CHANGED = 100;

  /** How many rules there are. */
  @Param("10000")
  public int rules;

  /** How many blocks of 4,096 accounts. */
  @Param("245")
  public int blocks;

  private CheckedRules before;
  private CheckedRules after;
  private RuleLookup old;
  private RuleLookup fresh;
  private List<DecisionWorld.Accounts> accounts;
  private String[] ids;
  private long[] worths;

  /** Draws both versions and checks the list. */
  @Setup
  public void setUp() {
    before = DecisionWorld.rules(RuleKind.CUT, rules, 1);
    after = changed(before);
    old = compiled(before);
    fresh = compiled(after);
    accounts = DecisionWorld.accounts(RuleKind.CUT, blocks, 2);
    ids = IntStream.range(0, DecisionWorld.BLOCK).mapToObj(i -> "A-" + i).toArray(String[]::new);
    worths = IntStream.range(0, DecisionWorld.BLOCK).asLongStream().toArray();
    List<Hands> expected = new ArrayList<>();
    for (DecisionWorld.Accounts block : accounts) {
      for (int account = 0; account < DecisionWorld.BLOCK; account++) {
        var subject = block.subject(account);
        var hands = new Hands(old.findTerritory(subject), fresh.findTerritory(subject));
        if (!hands.from().equals(hands.to())) {
          expected.add(hands);
        }
      }
    }
    List<Hands> actual =
        listAccounts().moved().stream().map(AccountDifference.Moved::hands).toList();
    if (expected.isEmpty() || !actual.equals(expected)) {
      throw new IllegalStateException("The list must be that of deciding each account twice.");
    }
  }

  private static CheckedRules changed(CheckedRules of) {
    RuleSet set = of.rules();
    List<Rule> changed = new ArrayList<>();
    for (int r = 0; r < set.rules().size(); r++) {
      Rule rule = set.rules().get(r);
      changed.add(
          r % CHANGED > 0
              ? rule
              : new Rule(
                  rule.id(),
                  rule.priority(),
                  set.territories().get((r + 1) % set.territories().size()).code(),
                  rule.condition(),
                  rule.span()));
    }
    return new CheckedRules(
        RuleSet.of(set.layer(), "2", set.territories(), changed), of.dimensions());
  }

  private static RuleLookup compiled(CheckedRules checked) {
    return switch (RuleCompiler.withoutAreas(checked.dimensions()).compile(checked.rules())) {
      case Compilation.Compiled compiled -> compiled.lookup();
      case Compilation.Rejected rejected ->
          throw new IllegalStateException(rejected.problems().getFirst().message());
    };
  }

  /** The accounts that move, by compiled versions. */
  @Benchmark
  public AccountDifference listAccounts() {
    var comparison = new Comparison(old, fresh);
    for (DecisionWorld.Accounts block : accounts) {
      comparison.add(ids, worths, DecisionWorld.BLOCK, block::putInto);
    }
    return comparison.difference();
  }

  /** The points that move, from the trees. */
  @Benchmark
  public Object countPoints() {
    return RuleDifference.of(before, after, Map.copyOf(ProofWorld.domains()), Budget.USUAL);
  }
}
