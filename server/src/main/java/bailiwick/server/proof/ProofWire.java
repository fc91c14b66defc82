package bailiwick.server.proof;

import bailiwick.server.problem.ProblemItem;
import bailiwick.server.publication.PublicationWire.MovedAccount;
import bailiwick.server.scenario.ScenarioWire.Flow;
import bailiwick.server.wire.Figures;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of proofs and comparisons. */
public final class ProofWire {

  static final String EXAMPLE =
      """
      rules new-business
      territory T07 { rule hospitals when industry starts 622 }
      """;

  private ProofWire() {}

  /** Rules handed in. */
  @Schema(description = "Rules as a text, as a tree, or decision tables as DMN; one of the three.")
  public record RuleInput(
      @Schema(description = "In the rule language.", example = EXAMPLE) @Nullable String text,
      @Schema(
              description = "As a tree: the document that `bailiwick rules check` reads as JSON.",
              type = "object",
              implementation = Object.class)
          @Nullable RawJson tree,
      @Schema(
              description = "Decision tables: the XML of a DMN file, 1.1 to 1.5.",
              example = "<definitions>…</definitions>")
          @Nullable String dmn,
      @Schema(
              description = "Country of the areas of a text; the newest plan's when absent.",
              example = "US")
          @Nullable String country) {}

  /** Two versions. */
  @Schema(
      description =
          "Two versions of rules over the same fields, or of the decision tables of a DMN file.")
  public record DiffRequest(
      @Valid @NotNull @Schema(description = "The earlier version.") RuleInput before,
      @Valid @NotNull @Schema(description = "The later version.") RuleInput after,
      @Schema(
              description =
                  "Day whose rules are compared, where they have dates; today when absent.",
              example = "2027-01-15")
          @Nullable LocalDate on) {}

  /** A comparison with what is published. */
  @Schema(description = "Rules to compare with those that are published.")
  public record ComparisonRequest(
      @NotNull
          @Schema(
              description =
                  "A whole rule set in the rule language. Accounts are named by our ids, as"
                      + " published rules show them.",
              example = EXAMPLE)
          String text,
      @Schema(
              description = "Day whose rules are compared; today when absent.",
              example = "2027-01-15")
          @Nullable LocalDate on,
      @Schema(
              description = "Whether to compare over all fields together, too, as a diff does.",
              example = "false")
          @Nullable Boolean space) {}

  /** What a rule set would move. */
  @Schema(description = "Which accounts other rules would move, from whom to whom.")
  public record RuleComparison(
      @Schema(description = "Code of the layer.", example = "new-business") String layer,
      @Schema(description = "Day whose rules are compared.", example = "2027-01-15") LocalDate on,
      @Schema(
              description = "The publication compared with.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          String publicationId,
      @Schema(description = "Accounts looked at.", example = "12000") long accounts,
      @Schema(description = "Totals of the accounts that would move.") Figures moved,
      @Schema(description = "From where to where, largest potential first.") List<Flow> flows,
      @Schema(description = "The accounts that move with the largest potential, at most 1,000.")
          List<MovedAccount> largest,
      @Schema(
              description =
                  "The difference over all fields together, as a diff tells it; null"
                      + " unless asked for.",
              type = "object")
          @Nullable Map<String, @Nullable Object> difference,
      @Schema(description = "What deserves a second look.") List<ProblemItem> problems) {}
}
