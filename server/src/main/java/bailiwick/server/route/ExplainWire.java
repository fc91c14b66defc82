package bailiwick.server.route;

import bailiwick.server.account.AccountWire.Owner;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of decisions with everything that led to them. */
public final class ExplainWire {

  private ExplainWire() {}

  /** A decision asked for by values. */
  @Schema(description = "What is known of a subject, by the fields of the rules.")
  public record ExplainRequest(
      @Schema(
              description = "Code of the layer; new business when absent.",
              example = "new-business")
          @Nullable String layer,
      @Schema(description = "Day whose rules decide; today when absent.", example = "2027-01-15")
          @Nullable LocalDate on,
      @NotNull
          @Size(max = 100)
          @Schema(
              description =
                  "Known values by field: area (a path such as US/IL/17031/60614), industry,"
                      + " employees, revenue, segment, product, account, those that the rules declare, and a tag as `tag strategic` with the value `yes`; what is left out or null is unknown.",
              example = "{\"area\":\"US/IL/17031/60614\",\"employees\":\"250\"}")
          Map<String, @Nullable String> values) {}

  /** A decision and how it came about. */
  @Schema(description = "A decision with everything that led to it.")
  public record ExplainedDecision(
      @Schema(description = "Code of the layer.", example = "new-business") String layer,
      @Schema(description = "Day decided for.", example = "2027-01-15") LocalDate on,
      @Schema(
              description = "Publication whose rules decided.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          String publicationId,
      @Schema(description = "The owner; null when no rule holds.") @Nullable Owner owner,
      @Schema(
              description = "Name of the rule that won; null when none holds.",
              example = "T07-areas")
          @Nullable String rule,
      @Schema(
              description = "Why, in one sentence.",
              example = "It goes to T07 by the rule `T07-areas`.")
          String reason,
      @Schema(description = "Every field with the value that the rules saw.")
          List<ValueView> values,
      @Schema(
              description =
                  "The rules that held, the winner first, then the runners-up; at most 5.")
          List<TriedRule> held,
      @Schema(description = "How many rules held.", example = "2") int heldCount,
      @Schema(description = "The rules that came nearest without holding; at most 5.")
          List<TriedRule> rejected,
      @Schema(description = "How many rules did not hold.", example = "810") int rejectedCount,
      @Schema(
              description =
                  "The smallest change of values that sends it elsewhere, tried on the rules; null"
                      + " when none of up to three fields does.")
          @Nullable ChangeView change,
      @Schema(description = "What the ledger says of the account; null for a subject by values.")
          @Nullable LedgerView ledger) {}

  /** A value. */
  @Schema(description = "A field with its value.")
  public record ValueView(
      @Schema(description = "The field.", example = "employees") String field,
      @Schema(description = "The value; null when unknown.", example = "250")
          @Nullable String value) {}

  /** A rule that was tried. */
  @Schema(description = "A rule that was tried.")
  public record TriedRule(
      @Schema(description = "Name.", example = "T07-areas") String rule,
      @Schema(description = "Priority; the lowest number wins.", example = "100") int priority,
      @Schema(description = "Territory it sends to.", example = "T07") String territoryCode,
      @Schema(description = "Whether it held.", example = "true") boolean held,
      @Schema(description = "Whether it decided.", example = "true") boolean won,
      @Schema(description = "Its condition, part by part, from the whole to the single questions.")
          List<ConditionView> conditions) {}

  /** A condition that was tried. */
  @Schema(description = "A part of a condition with the value it met.")
  public record ConditionView(
      @Schema(description = "How deep it stands; 0 for the whole.", example = "1") int depth,
      @Schema(
              description = "The question, or and, or, not over the parts that follow one deeper.",
              example = "employees in 50..249")
          String text,
      @Schema(description = "Whether it held.", example = "false") boolean held,
      @Schema(description = "The value it met; null for and, or, not.", example = "250")
          @Nullable String value) {}

  /** A change that sends it elsewhere. */
  @Schema(description = "A change of values that sends it elsewhere.")
  public record ChangeView(
      @Schema(description = "What to change, at most three fields.") List<ChangedValue> values,
      @Schema(description = "Where it would go; null for nobody.", example = "T11")
          @Nullable String territoryCode) {}

  /** A changed value. */
  @Schema(description = "Another value of a field.")
  public record ChangedValue(
      @Schema(description = "The field.", example = "employees") String field,
      @Schema(description = "The value now; null when unknown.", example = "249")
          @Nullable String from,
      @Schema(description = "The value then; null for unknown.", example = "250")
          @Nullable String to) {}

  /** What the ledger says. */
  @Schema(description = "What the ledger says of an account, beside what the rules decide.")
  public record LedgerView(
      @Schema(description = "Territory by the ledger; null for nobody.", example = "T07")
          @Nullable String territoryCode,
      @Schema(description = "Whether the rules say the same.", example = "true") boolean agrees,
      @Schema(
              description = "Whether a move to where the rules want it is proposed.",
              example = "false")
          boolean moveProposed) {}
}
