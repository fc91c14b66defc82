package bailiwick.server.exception;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of shared credit. */
public final class CreditWire {

  private CreditWire() {}

  /** A split asked for. */
  @Schema(description = "How the credit for an account shall be shared.")
  public record SplitRequest(
      @NotNull @Schema(description = "First day.", example = "2027-01-15") LocalDate from,
      @Schema(description = "First day after; null for an open end.", example = "2027-07-01")
          @Nullable LocalDate until,
      @NotNull @Valid @Schema(description = "The shares; 100 % together.")
          List<@NotNull @Valid SharePart> shares,
      @NotNull @Size(max = 500) @Schema(description = "Reason.", example = "Won together.")
          String why) {}

  /** A share asked for. */
  @Schema(description = "What one territory gets.")
  public record SharePart(
      @NotBlank @Schema(description = "The territory.", example = "T07") String territory,
      @Schema(description = "Its share in hundredths of a percent, 1 to 10000.", example = "6000")
          long basisPoints) {}

  /** Who gets the credit. */
  @Schema(description = "Who gets the credit for an account on a day; 100 % together.")
  public record CreditView(
      @Schema(description = "Whether it is shared by a split.", example = "true") boolean split,
      @Schema(description = "First day of the split; null without one.", example = "2027-01-15")
          @Nullable LocalDate from,
      @Schema(description = "First day after it; null when open.", example = "2027-07-01")
          @Nullable LocalDate until,
      @Schema(description = "The shares, largest first; none when nobody owns the account.")
          List<ShareView> shares,
      @Schema(description = "Reason of the split; null without one.", example = "Won together.")
          @Nullable String why,
      @Schema(description = "Who made it.", example = "maria") @Nullable String who) {}

  /** A share. */
  @Schema(description = "What one territory gets, and who serves it that day.")
  public record ShareView(
      @Schema(description = "The territory.", example = "T07") String territory,
      @Schema(
              description = "Who serves it; null for a vacancy.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b50")
          @Nullable String representativeId,
      @Schema(description = "Name.", example = "Dana Whitfield")
          @Nullable String representativeName,
      @Schema(description = "Its share in hundredths of a percent.", example = "6000")
          int basisPoints) {}
}
