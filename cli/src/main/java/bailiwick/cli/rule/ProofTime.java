package bailiwick.cli.rule;

import bailiwick.rules.proof.Budget;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How long a proof may take. */
final class ProofTime {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description =
          "Look no further after so many seconds in all; what is left is told as undecided (default:"
              + " as long as a fixed amount of work for each proof takes).")
  private @Nullable Double seconds;

  /** What may be looked at from now on. */
  Budget budget() {
    Double most = seconds;
    if (most == null) {
      return Budget.USUAL;
    }
    if (!(most >= 0 && most <= Duration.ofDays(1).toSeconds())) {
      throw new ParameterException(
          spec.commandLine(),
          "The seconds (%s) of --seconds must be from 0 to 86400.".formatted(most));
    }
    return Budget.USUAL.within(Duration.ofNanos((long) (most * 1e9)), System::nanoTime);
  }
}
