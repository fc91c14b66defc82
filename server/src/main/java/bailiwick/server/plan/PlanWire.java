package bailiwick.server.plan;

import bailiwick.core.account.FamilyPolicy;
import bailiwick.store.review.ScenarioState;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON of plans and their list of scenarios. */
public final class PlanWire {

  private PlanWire() {}

  /** What a plan's territories are made of. */
  public enum PlanUnitKind {
    /** Postcode areas. */
    POSTCODE,
    /** Counties. */
    COUNTY
  }

  /** A plan. */
  @Schema(description = "A plan: a period in which territories hold.")
  public record PlanView(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b21")
          String id,
      @Schema(description = "Name.", example = "FY27 New business") String name,
      @Schema(description = "First day.", example = "2027-01-01") LocalDate from,
      @Schema(description = "First day after.", example = "2028-01-01") LocalDate to,
      @Schema(description = "Currency of its amounts.", example = "USD") String currency,
      @Schema(description = "Country of its units.", example = "US") String country,
      @Schema(description = "What territories are made of.", example = "POSTCODE")
          PlanUnitKind unitKind,
      @Schema(
              description = "Version of the country's geography that the plan was made with.",
              example = "2026.1")
          String atlasVersion,
      @Schema(description = "Its layer.", example = "new-business") String layer,
      @Schema(
              description = "The scenario made from today's owners, if there is one.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b22")
          @Nullable String todayScenarioId,
      @Schema(
              description = "The scenario published last.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b23")
          @Nullable String publishedScenarioId,
      @Schema(description = "When it was made.", example = "2026-11-21T09:30:00Z")
          Instant createdAt,
      @Schema(description = "How it owns accounts that belong together.", example = "EACH")
          FamilyPolicy families) {}

  /** How a plan owns families. */
  @Schema(description = "How a plan owns accounts that belong together.")
  public record PlanFamilies(
      @NotNull
          @Schema(
              description =
                  "EACH on its own, all by the account at the top of the PARENTs, those at one SITE"
                      + " by whichever stands highest, or all by the LARGEST potential.",
              example = "PARENT")
          FamilyPolicy families) {}

  /** All plans. */
  @Schema(description = "All plans, newest first.")
  public record PlanList(@Schema(description = "The plans.") List<PlanView> items) {}

  /** A plan to make. */
  @Schema(description = "A plan to make.")
  public record NewPlan(
      @NotBlank @Size(max = 120) @Schema(description = "Name.", example = "FY27 New business")
          String name,
      @NotNull @Schema(description = "First day.", example = "2027-01-01") LocalDate from,
      @NotNull @Schema(description = "First day after.", example = "2028-01-01") LocalDate to,
      @NotBlank
          @Pattern(regexp = "[A-Z]{2}")
          @Schema(description = "Country of its units.", example = "US")
          String country,
      @NotNull @Schema(description = "What territories are made of.", example = "POSTCODE")
          PlanUnitKind unitKind,
      @Schema(
              description = "How it owns accounts that belong together; EACH when absent.",
              example = "PARENT")
          @Nullable FamilyPolicy families) {}

  /** Where a scenario's alignment comes from. */
  public enum ScenarioSource {
    /** Today's owners as imported. */
    TODAY,
    /** Another scenario of the plan. */
    COPY,
    /** Territories without units. */
    EMPTY
  }

  /** A scenario to make. */
  @Schema(description = "A scenario to make.")
  public record NewScenario(
      @NotBlank @Size(max = 120) @Schema(description = "Name.", example = "Fewer, larger")
          String name,
      @NotNull @Schema(description = "Where its alignment comes from.", example = "COPY")
          ScenarioSource source,
      @Schema(
              description = "Scenario to copy, for COPY.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b22")
          @Nullable UUID copyOf,
      @Min(1) @Max(2000) @Schema(description = "Number of territories, for EMPTY.", example = "40")
          @Nullable Integer territories) {}

  /** A scenario in a list. */
  @Schema(description = "A scenario in a list.")
  public record ScenarioRow(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b22")
          String id,
      @Schema(description = "Name.", example = "Today") String name,
      @Schema(description = "Made from today's owners: the base of comparison.", example = "true")
          boolean today,
      @Schema(description = "How far it has come.", example = "DRAFT") ScenarioState state,
      @Schema(description = "Number of territories.", example = "40") int territories,
      @Schema(description = "Version; rises with every edit.", example = "7") long version,
      @Schema(description = "When it was made.", example = "2026-11-21T09:30:00Z")
          Instant createdAt) {}

  /** Scenarios of a plan. */
  @Schema(description = "Scenarios of a plan, oldest first.")
  public record ScenarioList(@Schema(description = "The scenarios.") List<ScenarioRow> items) {}
}
