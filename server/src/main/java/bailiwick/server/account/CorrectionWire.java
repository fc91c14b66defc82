package bailiwick.server.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of corrections and books. */
public final class CorrectionWire {

  private CorrectionWire() {}

  /** A correction asked for. */
  @Schema(description = "Who owned an account in truth, and who the caller believes owns it.")
  public record CorrectionRequest(
      @Schema(description = "Territory that owns it; null for nobody.", example = "T07")
          @Nullable String territory,
      @Schema(
              description =
                  "Territory that the caller believes owns it on the first day; null for nobody."
                      + " Refused with LEDGER_OWNER_CHANGED when it is another.",
              example = "T11")
          @Nullable String expected,
      @NotNull @Schema(description = "First day.", example = "2026-03-01") LocalDate from,
      @Schema(description = "First day after; null for an open end.", example = "2026-04-01")
          @Nullable LocalDate until,
      @NotBlank
          @Size(max = 500)
          @Schema(description = "Reason.", example = "The handover was in March, not in April.")
          String why) {}

  /** An account of a book. */
  @Schema(description = "An account that a representative has on a day.")
  public record BookRow(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String accountId,
      @Schema(description = "Id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "Name.", example = "Lakeview Clinic") String name,
      @Schema(description = "City.", example = "Chicago") String city,
      @Schema(description = "Territory through which the person has it.", example = "T07")
          String territory,
      @Schema(description = "First day with that territory.", example = "2026-01-01")
          LocalDate validFrom,
      @Schema(description = "First day after; null when open.", example = "2027-01-01")
          @Nullable LocalDate validTo,
      @Schema(description = "Why the ledger says so.", example = "PUBLICATION") String cause,
      @Schema(description = "Money a year that could be sold.", example = "48000")
          double potential) {}

  /** A book. */
  @Schema(description = "All accounts of a representative on a day, largest potential first.")
  public record BookView(
      @Schema(description = "The day.", example = "2027-01-15") LocalDate on,
      @Schema(description = "The accounts.") List<BookRow> items) {}
}
