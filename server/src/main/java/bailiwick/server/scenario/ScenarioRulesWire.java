package bailiwick.server.scenario;

import bailiwick.rules.cover.Takings;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.server.problem.ProblemItem;
import bailiwick.server.wire.Figures;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of written rules. */
public final class ScenarioRulesWire {

  private static final String EXAMPLE =
      """
      rules new-business
      territory T07 {
        rule hospitals
          when industry starts 622 and area within US/IL
      }
      """;

  private ScenarioRulesWire() {}

  /** Rules to keep with a scenario. */
  @Schema(description = "Rules to keep with a scenario, in the rule language.")
  public record NewScenarioRules(
      @NotNull
          @Size(max = 200_000)
          @Schema(description = "All of them; an empty text takes them out.", example = EXAMPLE)
          String text) {}

  /** The rules of a scenario. */
  @Schema(description = "Written rules, which come before the areas of the territories.")
  public record ScenarioRules(
      @Schema(description = "Version of the scenario; also the ETag.", example = "8") long version,
      @Schema(description = "As written, empty when there are none.", example = EXAMPLE)
          String text,
      @Schema(
              description =
                  "What each of them decides, in the order of the text; empty when they can no"
                      + " longer be proven.")
          List<WrittenRule> rules,
      @Schema(
              description =
                  "What is worth knowing about the whole set. Errors say why rules that were kept"
                      + " can no longer be proven, as when an account they name is gone.")
          List<ProblemItem> problems) {}

  /** A written rule and what it decides. */
  @Schema(description = "A written rule and what it decides.")
  public record WrittenRule(
      @Schema(description = "Name.", example = "hospitals") String name,
      @Schema(description = "Priority; the lowest number wins.", example = "50") int priority,
      @Schema(
              description = "Condition as text.",
              example = "industry starts 622 and area within US/IL")
          String condition,
      @Schema(description = "Territory it sends to.", example = "T07") String territoryCode,
      @Schema(description = "Totals of the accounts it decides.") Figures decides,
      @Schema(description = "The same by the territories that would have them without it.")
          List<TakenFrom> takenFrom) {

    /** The rule as JSON. */
    public static WrittenRule of(Takings.OfRule of) {
      return new WrittenRule(
          of.rule().id().value(),
          of.rule().priority(),
          RulePrinter.print(of.rule().condition()),
          of.rule().territory().value(),
          Amounts.figures(of.accounts(), of.worth()),
          of.taken().stream()
              .map(each ->
                  new TakenFrom(
                      each.from().isEmpty() ? null : each.from(),
                      Amounts.figures(each.accounts(), each.worth())))
              .toList());
    }
  }

  /** What a rule takes from a territory. */
  @Schema(description = "What a rule takes from a territory.")
  public record TakenFrom(
      @Schema(
              description =
                  "The territory that would have them; null for none, the rule's own where it"
                      + " changes nothing.",
              example = "T11")
          @Nullable String territoryCode,
      @Schema(description = "Totals of these accounts.") Figures decides) {}
}
