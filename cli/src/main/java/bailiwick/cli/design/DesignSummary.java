package bailiwick.cli.design;

import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignRun;
import bailiwick.core.problem.Problem;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A design's outcome in a few words for people.
 *
 * @param words one or more lines
 */
record DesignSummary(String words) {

  /** Says what came of a design. */
  static DesignSummary of(DesignOutcome outcome) {
    String words =
        switch (outcome) {
          case DesignOutcome.Designed designed -> designedWords(designed);
          case DesignOutcome.Infeasible(var proof, var run) ->
              "Proved infeasible:\n"
                  + proof.stream()
                      .map(DesignSummary::problemWords)
                      .collect(Collectors.joining("\n"));
          case DesignOutcome.NotFound(var closest, var run) ->
              "No plan that keeps every rule was found (%s).\n%s"
                  .formatted(runWords(run), breachWords(closest));
        };
    return new DesignSummary(words + exactWords(outcome.run()));
  }

  /** Says that an exact answer was looked for in vain; the plan is right all the same. */
  private static String exactWords(DesignRun run) {
    return run.exactFailure()
        .map(reason -> "\nThe exact solver gave no answer: " + reason)
        .orElse("");
  }

  private static String designedWords(DesignOutcome.Designed designed) {
    String words =
        String.format(
            Locale.ROOT,
            "A plan that keeps every rule: objective %.6g",
            designed.plan().objective());
    if (designed.bound().isPresent()) {
      words +=
          String.format(
              Locale.ROOT,
              ", no plan can be under %.6g (gap %.2f %%)",
              designed.bound().getAsDouble(),
              100 * designed.gap().orElse(0));
    }
    return words + " (" + runWords(designed.run()) + ").";
  }

  private static String runWords(DesignRun run) {
    String words =
        String.format(
            Locale.ROOT,
            "seed %s, %,d evaluations, %.1f s",
            run.seed(),
            run.evaluations(),
            run.elapsed().toMillis() / 1000.0);
    if (run.exactWork() > 0) {
      words += ", with an exact solver";
    }
    if (run.cancelled()) {
      return words + ", stopped by you";
    }
    return run.stoppedByClock() ? words + ", stopped by the clock" : words;
  }

  private static String problemWords(Problem problem) {
    @Nullable String hint = problem.hint();
    return "  " + problem.code() + ": " + problem.message() + (hint == null ? "" : "\n  " + hint);
  }

  private static String breachWords(DesignPlan plan) {
    return plan.breaches().stream()
        .limit(10)
        .map(breach -> "  " + breach.message())
        .collect(Collectors.joining("\n"));
  }
}
