package bailiwick.server.exception;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of rules that are proposed for exceptions. */
public final class ProposalWire {

  private ProposalWire() {}

  /** What came of looking for a rule. */
  public enum ProposalOutcome {
    /** A rule reproduces most of the exceptions. */
    FITS,
    /** They are too few to have anything in common. */
    TOO_FEW,
    /** No short rule covers half of them without taking as many other accounts. */
    NONE_FITS
  }

  /** A proposed rule, or why there is none. */
  @Schema(
      description =
          "The shortest rule that would reproduce the exceptions of a territory, and what it would"
              + " do: told by deciding every account by the rules in force with it before them.")
  public record ProposalView(
      @Schema(description = "The territory.", example = "T07") String territory,
      @Schema(description = "Whether a rule was found.") ProposalOutcome outcome,
      @Schema(
              description = "What that means, in one sentence.",
              example = "The rule covers 9 of the 10 exceptions and takes 2 other accounts.")
          String sentence,
      @Schema(
              description = "Exceptions that give it an account which the rules give to others.",
              example = "10")
          long exceptions,
      @Schema(description = "The condition; null without a rule.", example = "industry starts 622")
          @Nullable String condition,
      @Schema(
              description = "The rule as text, to be written before the areas of a scenario.",
              example = "rules new-business\n\nterritory T07 {\n  rule T07-exceptions when …\n}\n")
          @Nullable String text,
      @Schema(description = "How many of the exceptions it covers.", example = "9") long covered,
      @Schema(description = "How many other accounts it would take.", example = "2") long others,
      @Schema(description = "The first of those, at most 20.") List<TakenAccount> taken,
      @Schema(
              description =
                  "Whether every rule of that kind was looked at; or else the best so far.",
              example = "true")
          boolean complete) {}

  /** An account that a proposed rule would take. */
  @Schema(description = "An account that a proposed rule would take, though no exception asks so.")
  public record TakenAccount(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String accountId,
      @Schema(description = "Id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "Name.", example = "Lakeview Clinic") String name,
      @Schema(
              description = "Territory that the rules give it to; null for nobody.",
              example = "T11")
          @Nullable String from) {}
}
