package bailiwick.bench;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.lookup.ClassColumns;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.PlainMatcher;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.syntax.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decisions by 10,000 rules over five fields: many accounts at a time from their values and from
 * classes that were looked up before, one at a time with and without the explanation, rule by rule,
 * and by two peers. Before anything is counted all decide the same accounts and must agree.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
public class RuleDecisionBench {

  private static final int BLOCKS = 16;
  private static final int ACCOUNTS = BLOCKS * DecisionWorld.BLOCK;
  private static final int COMPARED = 300;

  /** How the rules lie to each other. */
  @Param({"CUT", "OVERLAPPING"})
  public RuleKind kind;

  /** How many rules there are. */
  @Param("10000")
  public int rules;

  private RuleLookup lookup;
  private LeadRouter router;
  private PlainMatcher plain;
  private RuleMonitor monitor;
  private RuleScripts scripts;
  private List<DecisionWorld.Accounts> accounts;
  private List<ClassColumns> decoded;
  private List<Subject> subjects;
  private int[] winners;
  private @Nullable TerritoryCode[] owners;
  private TerritoryCode[] ownerOf;
  private int next;

  /** Draws the world and compares all ways of deciding. */
  @Setup
  public void setUp() {
    CheckedRules checked = DecisionWorld.rules(kind, rules, 1);
    lookup =
        switch (RuleCompiler.withoutAreas(checked.dimensions()).compile(checked.rules())) {
          case Compilation.Compiled compiled -> compiled.lookup();
          case Compilation.Rejected rejected ->
              throw new IllegalStateException(rejected.problems().getFirst().message());
        };
    router = new LeadRouter(lookup);
    plain = new PlainMatcher(checked.rules(), checked.dimensions());
    monitor = new RuleMonitor(checked);
    scripts = new RuleScripts(checked);
    accounts = DecisionWorld.accounts(kind, BLOCKS, 2);
    decoded = new ArrayList<>();
    subjects = new ArrayList<>();
    for (DecisionWorld.Accounts block : accounts) {
      ClassColumns columns = lookup.columns(DecisionWorld.BLOCK);
      block.putInto(columns);
      decoded.add(columns);
      for (int account = 0; account < DecisionWorld.BLOCK; account++) {
        subjects.add(block.subject(account));
      }
    }
    winners = new int[DecisionWorld.BLOCK];
    owners = new TerritoryCode[DecisionWorld.BLOCK];
    ownerOf = new TerritoryCode[lookup.ruleCount()];
    for (int rule = 0; rule < ownerOf.length; rule++) {
      ownerOf[rule] = lookup.rule(rule).territory();
    }
    requireSame();
  }

  private void requireSame() {
    Map<Rule, Integer> number = new HashMap<>();
    for (int rule = 0; rule < ownerOf.length; rule++) {
      number.put(lookup.rule(rule), rule);
    }
    int expected =
        checksum(subject ->
            plain.findAll(subject).stream()
                .map(number::get)
                .min(Comparator.naturalOrder())
                .orElse(RuleLookup.NONE));
    require("lookup", expected, checksum(lookup::findWinner));
    require("Monitor", expected, checksum(monitor::findWinner));
    require("JEXL", expected, checksum(scripts::findWinner));
    int all = 1;
    for (Subject subject : subjects) {
      all = 31 * all + lookup.findWinner(subject);
    }
    int together = 1;
    for (ClassColumns columns : decoded) {
      lookup.findWinners(columns, DecisionWorld.BLOCK, winners);
      for (int winner : winners) {
        together = 31 * together + winner;
      }
    }
    require("decision of many", all, together);
  }

  private int checksum(ToIntFunction<Subject> winner) {
    int sum = 1;
    for (Subject subject : subjects.subList(0, COMPARED)) {
      sum = 31 * sum + winner.applyAsInt(subject);
    }
    return sum;
  }

  private static void require(String name, int expected, int actual) {
    if (actual != expected) {
      throw new IllegalStateException(
          "The checksum of the %s (%s) must be %s.".formatted(name, actual, expected));
    }
  }

  /** Lets the peer go. */
  @TearDown
  public void tearDown() {
    monitor.close();
  }

  /** Accounts as they were just read: nobody has looked at their texts. */
  @State(Scope.Thread)
  public static class Read {
    private List<DecisionWorld.Accounts> blocks;
    private ClassColumns columns;

    /** Makes all texts anew. */
    @Setup(Level.Invocation)
    public void read(RuleDecisionBench bench) {
      blocks = bench.accounts.stream().map(DecisionWorld.Accounts::read).toList();
      columns = bench.lookup.columns(DecisionWorld.BLOCK);
    }
  }

  /** Owners of accounts by classes looked up before. */
  @Benchmark
  @OperationsPerInvocation(ACCOUNTS)
  public Object decideDecoded() {
    for (ClassColumns columns : decoded) {
      lookup.findWinners(columns, DecisionWorld.BLOCK, winners);
    }
    return winners;
  }

  /** Owners of accounts from their values. */
  @Benchmark
  @OperationsPerInvocation(ACCOUNTS)
  public Object decideFromValues(Read read) {
    for (DecisionWorld.Accounts block : read.blocks) {
      block.putInto(read.columns);
      lookup.findWinners(read.columns, DecisionWorld.BLOCK, winners);
      for (int account = 0; account < winners.length; account++) {
        owners[account] = winners[account] < 0 ? null : ownerOf[winners[account]];
      }
    }
    return owners;
  }

  /** One decision with its owner. */
  @Benchmark
  @BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
  public Object decideOne() {
    return lookup.findTerritory(subject());
  }

  /** One decision with its full explanation. */
  @Benchmark
  @BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
  public Object explainOne() {
    return router.decide(subject());
  }

  /** One decision, rule by rule. */
  @Benchmark
  public Object decidePlainly() {
    return plain.findTerritory(subject());
  }

  /** One decision by Lucene's Monitor. */
  @Benchmark
  public Object decideByMonitor() {
    return monitor.findWinner(subject());
  }

  /** One decision by JEXL. */
  @Benchmark
  public Object decideByScripts() {
    return scripts.findWinner(subject());
  }

  private Subject subject() {
    next = (next + 1) % ACCOUNTS;
    return subjects.get(next);
  }
}
