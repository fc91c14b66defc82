package bailiwick.server.route;

import bailiwick.core.account.Precision;
import bailiwick.server.account.AccountWire.AddressParts;
import bailiwick.server.account.AccountWire.Owner;
import bailiwick.server.account.GivenTraits;
import bailiwick.server.published.Explanation.TraceStep;
import bailiwick.server.published.RuleDocument.RuleView;
import bailiwick.server.wire.Coordinates;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON of rules, decisions and leads. */
public final class RouteWire {

  private RouteWire() {}

  /** An enquiry. */
  @Schema(description = "An enquiry to be placed.")
  public record NewLead(
      @NotBlank @Size(max = 200) @Schema(description = "Company.", example = "Lincoln Park Imaging")
          String company,
      @Size(max = 120) @Schema(description = "Person.", example = "Ana Reyes")
          @Nullable String contact,
      @Size(max = 200) @Schema(description = "E-mail.", example = "ana@example.com")
          @Nullable String email,
      @Valid @Schema(description = "Address.") @Nullable AddressParts address,
      @Valid @Schema(description = "Coordinates, if known.") @Nullable Coordinates point,
      @Size(max = 6) @Schema(description = "NAICS code.", example = "621512")
          @Nullable String industry,
      @PositiveOrZero @Schema(description = "Number of people.", example = "40")
          @Nullable Long employees,
      @PositiveOrZero
          @Schema(description = "Revenue a year, whole currency units.", example = "5200000")
          @Nullable Double annualRevenue,
      @Size(max = 60) @Schema(description = "Segment.", example = "small") @Nullable String segment,
      @Size(max = 120) @Schema(description = "Product line.", example = "imaging")
          @Nullable String product,
      @Size(max = 100) @Schema(description = "Tags.", example = "[\"strategic\"]")
          @Nullable List<@NotBlank @Size(max = 60) String> tags,
      @Size(max = 100)
          @Schema(
              description = "Values of fields that the rules declare, by name.",
              example = "{\"tier\":\"gold\"}")
          @Nullable Map<@NotBlank @Size(max = 60) String, @Nullable @Size(max = 200) String> fields,
      @Size(max = 60) @Schema(description = "Where it came from.", example = "web form")
          @Nullable String source) {

    /** What it says of traits. */
    GivenTraits traits() {
      return new GivenTraits(product, tags, fields);
    }
  }

  /** A decision asked for. */
  @Schema(description = "A decision asked for without keeping anything.")
  public record DecisionRequest(
      @Schema(
              description = "Plan whose rules decide; the one in force when absent.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b21")
          @Nullable UUID planId,
      @Schema(description = "Day whose rules decide; today when absent.", example = "2027-01-15")
          @Nullable LocalDate on,
      @Valid @NotNull @Schema(description = "Who asks.") NewLead lead) {}

  /** Where something goes and why. */
  @Schema(description = "Where something goes and why.")
  public record DecisionView(
      @Schema(description = "The owner; null when no rule holds.") @Nullable Owner owner,
      @Schema(
              description = "Why, in one sentence a representative would accept.",
              example = "Its postcode 60614 lies in T07 Chicago North, served by Dana Whitfield.")
          String reason,
      @Schema(description = "Text of the rule that won.", example = "area in US/IL/17031/60614")
          @Nullable String rule,
      @Schema(description = "How exactly it was placed.", example = "POSTCODE") Precision precision,
      @Schema(description = "Where it was placed.") @Nullable Coordinates point,
      @Schema(
              description = "Path in the geography tree, empty when unknown.",
              example = "US/IL/17031/60614")
          String area,
      @Schema(description = "What was repaired in the address.") List<String> repairs,
      @Schema(description = "Rules tried, the winner first.") List<TraceStep> trace,
      @Schema(
              description = "The smallest change that would send it elsewhere.",
              example = "With the postcode 60618 it would go to T11.")
          @Nullable String otherwise,
      @Schema(
              description = "Publication whose rules decided.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          String publicationId,
      @Schema(description = "Day decided for.", example = "2027-01-15") LocalDate on,
      @Schema(description = "Time the rules took, microseconds.", example = "3.2")
          double decidedInMicros) {}

  /** A lead with its decision. */
  @Schema(description = "A lead with the decision made for it.")
  public record LeadView(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b50")
          String id,
      @Schema(description = "When it came.", example = "2026-11-21T09:30:00Z") Instant receivedAt,
      @Schema(description = "The enquiry.") NewLead lead,
      @Schema(description = "The decision.") DecisionView decision) {}

  /** A page of leads. */
  @Schema(description = "A page of leads, newest first.")
  public record LeadPage(
      @Schema(description = "The leads.") List<LeadView> items,
      @Schema(description = "Where the next page starts; null on the last.", example = "QWNtZQ")
          @Nullable String nextCursor) {}

  /** A rule set. */
  @Schema(description = "The rules published for a day.")
  public record RuleSetView(
      @Schema(description = "The plan.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b21")
          String planId,
      @Schema(
              description = "The publication it belongs to.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          String publicationId,
      @Schema(description = "First day.", example = "2027-01-01") LocalDate effectiveFrom,
      @Schema(
              description = "The rules as text.",
              example = "rule \"T07\" priority 100: area in US/IL/17031 -> T07")
          String text,
      @Schema(description = "The rules one by one.") List<RuleView> rules) {}
}
