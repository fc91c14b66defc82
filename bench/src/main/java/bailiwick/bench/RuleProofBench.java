package bailiwick.bench;

import bailiwick.bench.file.StandardOutput;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.proof.RuleProof.Verdict;
import bailiwick.rules.space.RuleSpace;
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
 * Rules over eight fields from their tree to the full proof, in 512 MB. Before anything is counted,
 * a proof of the whole must find nothing, and one without the last rules just what these held. In
 * another order of the fields than the chosen one the proof may end with its budget, undecided.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else
public class RuleProofBench {

  private static final int LEFT_OUT = 7;

  /** How many rules the market is cut into. */
  @Param({"1000", "10000"})
  public int rules;

  /** In which order fields are asked about. */
  @Param({"CHOSEN", "GIVEN", "BAD"})
  public AskedOrder order = AskedOrder.CHOSEN;

  private ProofWorld world;
  private CheckedRules whole;

  /** Cuts the market and checks what is proven of it. */
  @Setup
  public void setUp() {
    world = ProofWorld.of(rules, 1);
    whole = world.rules(0);
    RuleProof sound = prove(whole);
    StandardOutput.open()
        .printf(
            "%s rules, %s: %s, %,d nodes, asked about %s%n",
            rules, order, sound.verdict(), sound.effort().nodes(), sound.effort().order());
    require(sound.points().equals(world.points(rules)), "all points");
    if (order != AskedOrder.CHOSEN && sound.verdict() == Verdict.NOT_DECIDED) {
      return; // another order may take more than a proof is given
    }
    require(sound.verdict() == Verdict.PROVEN && sound.neverWinning().isEmpty(), "sound");
    RuleProof gaps = prove(world.rules(LEFT_OUT));
    require(gaps.gap().points().equals(world.points(LEFT_OUT)), "what rules left out held");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("The proof must find %s.".formatted(what));
    }
  }

  private RuleProof prove(CheckedRules of) {
    RuleSpace space = world.space(of);
    return switch (order) {
      case CHOSEN -> RuleProof.of(space, Budget.USUAL);
      case GIVEN, BAD -> RuleProof.of(space, order.axes(space), Budget.USUAL);
    };
  }

  /** From the tree to the full proof. */
  @Benchmark
  public Object prove() {
    return prove(whole);
  }
}
