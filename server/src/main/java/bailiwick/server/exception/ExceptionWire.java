package bailiwick.server.exception;

import bailiwick.store.exception.ExceptionKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON of exceptions. */
public final class ExceptionWire {

  private ExceptionWire() {}

  /** An exception asked for. */
  @Schema(
      description =
          "An account that is to be owned otherwise than the rules say. Of territory and"
              + " representative one is given; neither for an account that is HELD.")
  public record NewExceptionRequest(
      @NotNull
          @Schema(description = "The account.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          UUID accountId,
      @NotNull
          @Schema(
              description =
                  "NAMED: somebody has it by name. HELD: it stays with its owner. STRATEGIC: out of"
                      + " the model, until somebody ends it; looked at again on a day of review.")
          ExceptionKind kind,
      @Schema(description = "Territory that shall own it.", example = "T07")
          @Nullable String territory,
      @Schema(
              description = "Person who shall own it, in whatever seat.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b50")
          @Nullable UUID representativeId,
      @NotNull @Schema(description = "First day.", example = "2027-01-15") LocalDate from,
      @Schema(
              description = "First day on which it holds no more; null for STRATEGIC alone.",
              example = "2027-07-01")
          @Nullable LocalDate until,
      @Schema(description = "Day of review of a STRATEGIC one.", example = "2028-01-15")
          @Nullable LocalDate reviewOn,
      @NotNull
          @Size(max = 500)
          @Schema(description = "Reason.", example = "Knows the chief executive.")
          String why) {}

  /** The end of an exception. */
  @Schema(description = "From when an exception holds no more.")
  public record EndRequest(
      @NotNull
          @Schema(
              description = "First day without it; its first day or earlier revokes it.",
              example = "2027-03-01")
          LocalDate on,
      @NotNull @Size(max = 500) @Schema(description = "Reason.", example = "She left.")
          String why) {}

  /** A review of an exception. */
  @Schema(description = "That somebody looked at it again and keeps it.")
  public record ReviewRequest(
      @NotNull @Schema(description = "Next day of review.", example = "2029-01-15") LocalDate next,
      @NotNull
          @Size(max = 500)
          @Schema(description = "Reason.", example = "Still one of the ten largest.")
          String why) {}

  /** An exception. */
  @Schema(description = "An account that is owned otherwise than the rules say.")
  public record ExceptionView(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b90")
          String id,
      @Schema(description = "The account.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String accountId,
      @Schema(description = "Id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "Name of the account.", example = "Lakeview Clinic") String accountName,
      @Schema(description = "What it is for.") ExceptionKind kind,
      @Schema(description = "Territory that has it.", example = "T07") String territory,
      @Schema(description = "Its name.", example = "Chicago North") String territoryName,
      @Schema(
              description = "Who has it today; null for a vacancy and on days without it.",
              example = "Dana Whitfield")
          @Nullable String representativeName,
      @Schema(
              description = "Territory that would have it by the rules; null for nobody.",
              example = "T11")
          @Nullable String byRules,
      @Schema(description = "First day.", example = "2027-01-15") LocalDate from,
      @Schema(
              description =
                  "First day after; null for an open end; the first day when it was revoked.",
              example = "2027-07-01")
          @Nullable LocalDate until,
      @Schema(description = "Day of review.", example = "2028-01-15") @Nullable LocalDate reviewOn,
      @Schema(description = "Whether it should have been reviewed.", example = "false")
          boolean reviewDue,
      @Schema(description = "Reason.", example = "Knows the chief executive.") String why,
      @Schema(description = "Who made it.", example = "maria") String who,
      @Schema(description = "When.", example = "2026-11-21T09:30:00Z") Instant madeAt) {}

  /** Exceptions of a layer. */
  @Schema(description = "Exceptions that hold now or later; what ends or is due first comes first.")
  public record ExceptionList(@Schema(description = "The exceptions.") List<ExceptionView> items) {}

  /** How much of a territory exceptions change. */
  @Schema(description = "How much of a territory exceptions change on a day.")
  public record RateView(
      @Schema(description = "The territory.", example = "T07") String territory,
      @Schema(description = "Accounts that it has.", example = "120") long accounts,
      @Schema(description = "Of them by exceptions.", example = "9") long in,
      @Schema(description = "Accounts that exceptions took from it.", example = "4") long out,
      @Schema(
              description = "Share changed by exceptions, in hundredths of a percent, rounded.",
              example = "1050")
          int changedBasisPoints,
      @Schema(
              description = "What that means when it lies above the threshold; null below it.",
              example = "The model no longer fits T07: exceptions change 10.5 % of its accounts.")
          @Nullable String warning) {}

  /** Rates of a layer. */
  @Schema(description = "Territories that exceptions change, most first.")
  public record RateList(
      @Schema(
              description =
                  "Share above which the model is said not to fit, in hundredths of a percent.",
              example = "1000")
          int thresholdBasisPoints,
      @Schema(description = "The territories.") List<RateView> items) {}
}
