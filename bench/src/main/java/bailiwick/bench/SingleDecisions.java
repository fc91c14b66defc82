package bailiwick.bench;

import bailiwick.bench.file.StandardOutput;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long single decisions take by 10,000 rules over five fields, with and without the full
 * explanation. Each account is decided again and again: its shortest time is that of the work, the
 * others also those of the collector and of what else the machine does.
 */
public final class SingleDecisions {

  private static final int RULES = 10_000;
  private static final int BLOCKS = 4;
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 12;

  private static volatile @Nullable Object seen; // lest nobody wants what is decided

  private SingleDecisions() {}

  /** Measures all and prints a line for each. */
  public static void main(String[] args) {
    for (RuleKind kind : RuleKind.values()) {
      LeadRouter router = router(kind);
      List<Subject> subjects = subjects(kind);
      print(kind + ", with its owner", subjects, router::findTerritory);
      print(kind + ", with the full explanation", subjects, router::decide);
    }
  }

  private static LeadRouter router(RuleKind kind) {
    CheckedRules checked = DecisionWorld.rules(kind, RULES, 1);
    return switch (RuleCompiler.withoutAreas(checked.dimensions()).compile(checked.rules())) {
      case Compilation.Compiled compiled -> new LeadRouter(compiled.lookup());
      case Compilation.Rejected rejected ->
          throw new IllegalStateException(rejected.problems().getFirst().message());
    };
  }

  private static List<Subject> subjects(RuleKind kind) {
    List<Subject> subjects = new ArrayList<>();
    for (DecisionWorld.Accounts block : DecisionWorld.accounts(kind, BLOCKS, 2)) {
      for (int account = 0; account < DecisionWorld.BLOCK; account++) {
        subjects.add(block.subject(account));
      }
    }
    return subjects;
  }

  private static void print(String name, List<Subject> subjects, Function<Subject, ?> decide) {
    for (int round = 0; round < WARM_UP; round++) {
      subjects.forEach(subject -> seen = decide.apply(subject));
    }
    long[] shortest = new long[subjects.size()];
    long[] all = new long[subjects.size() * ROUNDS];
    Arrays.fill(shortest, Long.MAX_VALUE);
    for (int round = 0; round < ROUNDS; round++) {
      for (int account = 0; account < shortest.length; account++) {
        Subject subject = subjects.get(account);
        long start = System.nanoTime();
        seen = decide.apply(subject);
        long taken = System.nanoTime() - start;
        all[round * shortest.length + account] = taken;
        shortest[account] = Math.min(shortest[account], taken);
      }
    }
    StandardOutput.open()
        .printf("%s: shortest of %s %s; all %s%n", name, ROUNDS, shares(shortest), shares(all));
  }

  private static String shares(long[] nanoseconds) {
    Arrays.sort(nanoseconds);
    return "p50 %.1f µs, p99 %.1f µs"
        .formatted(
            nanoseconds[nanoseconds.length / 2] / 1_000.0,
            nanoseconds[(int) (nanoseconds.length * 0.99)] / 1_000.0);
  }
}
