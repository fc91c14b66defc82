package bailiwick.server.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of opportunities. */
public final class OpportunityWire {

  private OpportunityWire() {}

  /** A hold asked for. */
  @Schema(description = "Why an opportunity is to stay where it is.")
  public record HoldRequest(
      @NotBlank
          @Size(max = 300)
          @Schema(description = "Reason.", example = "The contract is signed next week.")
          String why,
      @Schema(
              description = "First day on which it is held no more; null until it closes.",
              example = "2027-02-01")
          @Nullable LocalDate until,
      @Schema(
              description = "First day on which it is held; today when absent.",
              example = "2027-01-15")
          @Nullable LocalDate from) {}

  /** A hold. */
  @Schema(description = "An opportunity stays where it is, whatever becomes of its account.")
  public record HoldView(
      @Schema(description = "First day on which it is held.", example = "2027-01-15")
          LocalDate from,
      @Schema(
              description = "First day on which it is held no more; null until it closes.",
              example = "2027-02-01")
          @Nullable LocalDate until,
      @Schema(description = "Reason.", example = "The contract is signed next week.") String why,
      @Schema(description = "Who holds it.", example = "maria") String who,
      @Schema(description = "Since when.", example = "2026-11-21T09:30:00Z") Instant at) {}

  /** An open opportunity with its decision. */
  @Schema(description = "An open opportunity with the decision made for it.")
  public record OpportunityView(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b80")
          String id,
      @Schema(description = "Id in the system it came from.", example = "D-77") String externalId,
      @Schema(description = "That system.", example = "file") String source,
      @Schema(description = "Its account.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String accountId,
      @Schema(description = "Name of the account.", example = "Lakeview Clinic") String accountName,
      @Schema(description = "Stage.", example = "Offer") String stage,
      @Schema(description = "Amount, whole currency units.", example = "12000") double amount,
      @Schema(description = "Territory it went to; null for nobody.", example = "T07")
          @Nullable String territoryCode,
      @Schema(description = "Who serves it today; null for a vacancy.", example = "Dana Whitfield")
          @Nullable String representativeName,
      @Schema(description = "Name of the rule that won; null when none did.", example = "T07-areas")
          @Nullable String rule,
      @Schema(
              description = "Why, in one sentence.",
              example = "It goes with its account to T07 by the rule `T07-areas`.")
          String reason,
      @Schema(
              description = "Publication whose rules decided.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          String publicationId,
      @Schema(description = "When it was decided.", example = "2026-11-21T09:30:00Z")
          Instant decidedAt,
      @Schema(description = "Null when it is not held.") @Nullable HoldView hold) {}

  /** A page of opportunities. */
  @Schema(description = "A page of open opportunities, the first decided first.")
  public record OpportunityPage(
      @Schema(description = "The opportunities.") List<OpportunityView> items,
      @Schema(description = "Where the next page starts; null on the last.", example = "QWNtZQ")
          @Nullable String nextCursor) {}

  /** Whose an opportunity is. */
  @Schema(
      description =
          "Whose an opportunity is on a day: who it is held for, or else the owner of its account.")
  public record DealOwnerView(
      @Schema(description = "The day.", example = "2027-01-15") LocalDate on,
      @Schema(description = "Territory; null for nobody.", example = "T07")
          @Nullable String territoryCode,
      @Schema(
              description = "Who serves it that day; null for a vacancy.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b50")
          @Nullable String representativeId,
      @Schema(description = "Name.", example = "Dana Whitfield")
          @Nullable String representativeName,
      @Schema(description = "Whether it is held there.", example = "true") boolean held,
      @Schema(description = "Why.", example = "The contract is signed next week.") String reason) {}
}
